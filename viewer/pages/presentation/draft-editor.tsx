import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { emptyPresentation, moveSlide, type Slide } from '../../../geodata/presentation/presentation.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { Field } from '../../parts/form/field.tsx';
import { isSignedIn, session } from '../../state/account.ts';
import { draft, replaceDraft } from '../../state/presentation/draft.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';
import { KeepForm } from './keep-form.tsx';
import { LinkMaker } from './link-maker.tsx';
import { PlayBar } from './play-bar.tsx';
import { SlideEditor } from './slide-editor.tsx';

/** The slides that are being collected: their order, and what is said of each. */
export function DraftEditor() {
  const text = meetingWords.value.page;
  const told = useSignal('');
  const list = useRef<HTMLOListElement>(null);
  const { title, slides } = draft.value;
  /** From what is held by then: two fields may be filled in before the page is drawn anew. */
  const write = (change: (held: readonly Slide[]) => readonly Slide[]) => {
    draft.value = { ...draft.peek(), slides: change(draft.peek().slides) };
  };
  if (slides.length === 0)
    return (
      <div class="page-note">
        <p>{text.empty}</p>
        <p>{text.emptyHint}</p>
      </div>
    );
  /** The focus goes along with the slide. */
  const focus = (index: number, which: string) =>
    requestAnimationFrame(() => {
      const item = list.current?.children[index];
      (
        item?.querySelector<HTMLElement>(`[data-act="${which}"]:not(:disabled)`) ??
        item?.querySelector('input')
      )?.focus();
    });
  const move = (index: number, by: 1 | -1) => {
    write((held) => moveSlide(held, index, by));
    told.value = text.moved(index + 1, index + by + 1);
    focus(index + by, by < 0 ? 'up' : 'down');
  };
  const remove = (index: number) => {
    told.value = text.removed(slides[index]?.title || text.slide(index + 1));
    write((held) => held.filter((_, other) => other !== index));
    focus(Math.max(0, index - 1), 'up');
  };
  return (
    <>
      <div class="presentation-title">
        <Field
          label={text.name}
          value={title}
          change={(next) => {
            draft.value = { ...draft.peek(), title: next.slice(0, 120) };
          }}
        />
      </div>
      <PlayBar presentation={draft.value} />
      <h2>{text.slides}</h2>
      <ol class="presentation-slides" ref={list}>
        {slides.map((slide, index) => (
          <SlideEditor
            key={index}
            slide={slide}
            number={index + 1}
            count={slides.length}
            change={(change) =>
              write((held) => held.map((each, other) => (other === index ? { ...each, ...change } : each)))
            }
            move={(by) => move(index, by)}
            remove={() => remove(index)}
          />
        ))}
      </ol>
      <p class="presentation-told" role="status">
        {told.value}
      </p>
      <LinkMaker />
      {isSignedIn() ? <KeepForm /> : session.value?.isOn && <p class="soft">{text.signIn}</p>}
      <p class="page-tools">
        <AskButton
          label={text.clear}
          about={title || text.untitled}
          act={() => replaceDraft(emptyPresentation)}
        />
      </p>
    </>
  );
}
