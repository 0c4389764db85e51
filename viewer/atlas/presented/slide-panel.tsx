import { effect, untracked, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isRestricted } from '../../../geodata/presentation/restriction.ts';
import { LeadingBar } from '../../parts/follow/follow-bar.tsx';
import { Icon } from '../../parts/icon.tsx';
import { beginLeading } from '../../state/follow/leading.ts';
import { led } from '../../state/follow/session.ts';
import { changeView, namesSlideAlone, viewParts } from '../../state/link/view.ts';
import { wishedFile } from '../../state/presentation/file-wish.ts';
import { endPlaying, showSlide, turn } from '../../state/presentation/playing.ts';
import { isPresentedKnown, presented, shownSlide } from '../../state/presentation/presented.ts';
import { openSpeakerWindow, tellSpeaker } from '../../state/presentation/speaker.ts';
import { attempt } from '../../state/screen/attempt.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';
import { FileMaker } from './file-maker.tsx';
import { followSlideKeys } from './slide-keys.ts';
import { SlideLegend } from './slide-legend.tsx';
import { followSwipes } from './swipes.ts';
import './presented.css';

/** Beside the maps while slides are shown: what is said of the slide, what its colours mean, and the ways on. */
export function SlidePanel() {
  const text = meetingWords.value.player;
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  const isBlank = useSignal(false);
  const wasOpened = useRef(false);
  useEffect(() => tellSpeaker(), []);
  useEffect(
    () =>
      followSlideKeys({
        isBlank,
        isWithin: (element) => panel.current?.contains(element) ?? false,
      }),
    [],
  );
  useEffect(() => (panel.current ? followSwipes(panel.current, turn) : undefined), []);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  // A slide that is not there leads to the list, which says what there is.
  useEffect(
    () =>
      effect(() => {
        if (!shownSlide.value || wasOpened.current) return;
        wasOpened.current = true;
        // A link that names a slide and says nothing of its maps shows the slide's own.
        if (namesSlideAlone.peek()) untracked(() => showSlide(viewParts.slide.peek() ?? 1));
      }),
    [],
  );
  useSignalEffect(() => {
    if (isPresentedKnown.value && !shownSlide.value && viewParts.slide.value !== null)
      changeView({ slide: null, page: 'presentation' }, 'replace');
  });
  const slide = shownSlide.value;
  const [number, count] = [viewParts.slide.value ?? 1, presented.value?.slides.length ?? 1];
  const isHidden = slide !== null && isRestricted(slide);
  return (
    <aside class={isHidden ? 'slide-panel slide-hidden' : 'slide-panel'} aria-label={text.label} ref={panel}>
      <div class="slide-words">
        <h1 ref={heading} tabIndex={-1}>
          {slide?.title || presented.value?.title}
        </h1>
        {isHidden ? (
          <p class="slide-sentence">{text.hidden}</p>
        ) : (
          <p class="slide-sentence">{slide?.sentence}</p>
        )}
        {!isHidden && <SlideLegend />}
      </div>
      <p class="hidden-text" role="status">
        {text.place(number, count)}. {isHidden ? text.hidden : slide?.title}
      </p>
      {led.value && <LeadingBar code={led.value.code} />}
      <div class="slide-foot">
        <SlideTurns number={number} count={count} />
        <SlideTools />
        <p class="hidden-text">{text.keys}</p>
      </div>
      {wishedFile.value && <FileMaker />}
      {isBlank.value && (
        <button
          type="button"
          class="slide-blank"
          aria-label={text.blank}
          onClick={() => {
            isBlank.value = false;
          }}
        />
      )}
    </aside>
  );
}

function SlideTurns({ number, count }: { readonly number: number; readonly count: number }) {
  const text = meetingWords.value.player;
  return (
    <div class="slide-turns">
      <button
        type="button"
        aria-label={text.previous}
        title={text.previous}
        aria-disabled={number <= 1}
        onClick={() => turn('previous')}
      >
        <Icon name="left" />
      </button>
      <span>
        {number} / {count}
      </span>
      <button
        type="button"
        aria-label={text.next}
        title={text.next}
        aria-disabled={number >= count}
        onClick={() => turn('next')}
      >
        <Icon name="right" />
      </button>
      <button type="button" class="tool slide-end" onClick={endPlaying}>
        {text.end}
      </button>
    </div>
  );
}

function SlideTools() {
  const text = meetingWords.value.player;
  const isFull = useSignal(document.fullscreenElement !== null);
  useEffect(() => {
    const follow = () => {
      isFull.value = document.fullscreenElement !== null;
    };
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  const toggle = () => {
    const changed = isFull.value ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
    // Where a browser does not allow it the slides fill the window.
    changed?.catch(() => undefined);
  };
  return (
    <div class="slide-tools">
      <button type="button" class="tool" onClick={toggle}>
        {isFull.value ? text.leaveFull : text.full}
      </button>
      <button type="button" class="tool" onClick={openSpeakerWindow}>
        {text.notesWindow}
      </button>
      {!led.value && (
        <button type="button" class="tool" onClick={() => attempt(beginLeading)}>
          {meetingWords.value.follow.begin}
        </button>
      )}
    </div>
  );
}
