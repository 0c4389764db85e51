import { effect, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatView } from '../../../geodata/link/view.ts';
import { leavePresentation } from '../../../geodata/presentation/presentation.ts';
import { isRestricted } from '../../../geodata/presentation/restriction.ts';
import { PrintedSlides } from '../../parts/share/printed-slides.tsx';
import { describeSeen, nameSources } from '../../parts/share/shared-view.ts';
import type { DeckSlide } from '../../parts/share/slide.ts';
import { drawWithLegend } from '../../parts/share/slide-picture.ts';
import { view } from '../../state/link/view.ts';
import { wishedFile } from '../../state/presentation/file-wish.ts';
import { endPlaying, showSlide } from '../../state/presentation/playing.ts';
import { presented } from '../../state/presentation/presented.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';
import { type ShownMap, shownMap } from '../../state/screen/shown-map.ts';

/** The maps stand there a moment after the panel beside them. */
function awaitMap(): Promise<ShownMap> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const { value } = shownMap;
      if (!value) return;
      resolve(value);
      queueMicrotask(() => stop());
    });
  });
}

/** Shows every slide in turn, takes its picture, and makes a file of all. */
export function FileMaker() {
  const text = meetingWords.value.player;
  const number = useSignal(1);
  const hasFailed = useSignal(false);
  const printed = useSignal<readonly DeckSlide[] | null>(null);
  const all = presented.value?.slides ?? [];
  const title = presented.value?.title || meetingWords.value.page.untitled;
  const leave = () => {
    wishedFile.value = null;
    endPlaying();
  };
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const make = async () => {
      const slides: DeckSlide[] = [];
      for (const [index, slide] of all.entries()) {
        signal.throwIfAborted();
        number.value = index + 1;
        // What somebody may not see is not in his file.
        if (isRestricted(slide)) continue;
        showSlide(index + 1);
        await (await awaitMap()).settle(signal);
        signal.throwIfAborted();
        slides.push({
          title: slide.title || title,
          sentence: slide.sentence,
          notes: slide.notes,
          alternative: describeSeen(),
          source: nameSources(),
          link: `${location.origin}/${formatView(leavePresentation(view.peek()))}`,
          picture: await drawWithLegend(),
        });
      }
      signal.throwIfAborted();
      if (wishedFile.peek() === 'pdf') {
        printed.value = slides;
        return;
      }
      const { saveDeck } = await import('../../parts/share/slide.ts');
      signal.throwIfAborted();
      await saveDeck(title, slides);
      signal.throwIfAborted();
      leave();
    };
    make().catch(() => {
      hasFailed.value = !signal.aborted;
    });
    return () => ended.abort();
  }, []);
  return (
    <div class="slide-making" role="status">
      <p>{hasFailed.value ? text.failed : text.making(number.value, all.length)}</p>
      <button type="button" class="button" onClick={leave}>
        {text.end}
      </button>
      {printed.value && <PrintedSlides title={title} slides={printed.value} onPrinted={leave} />}
    </div>
  );
}
