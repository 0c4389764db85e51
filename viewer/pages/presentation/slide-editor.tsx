import { presentationLimits, readSlideView, type Slide } from '../../../geodata/presentation/presentation.ts';
import { isRestricted } from '../../../geodata/presentation/restriction.ts';
import { Field, LinesField } from '../../parts/form/field.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { viewParts } from '../../state/link/view.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';

interface SlideEditorProps {
  readonly slide: Slide;
  readonly number: number;
  readonly count: number;
  readonly change: (change: Partial<Slide>) => void;
  readonly move: (by: 1 | -1) => void;
  readonly remove: () => void;
}

/** One slide in its place: what is said of it, and ways to move it and to take it out. */
export function SlideEditor({ slide, number, count, change, move, remove }: SlideEditorProps) {
  const text = meetingWords.value.page;
  const name = text.slide(number);
  const shown = readSlideView(slide.address);
  return (
    <li aria-label={name}>
      {isRestricted(slide) && <p class="page-note">{text.hiddenSlide}</p>}
      <Field
        label={text.slideTitle}
        value={slide.title}
        change={(title) => change({ title: title.slice(0, presentationLimits.title) })}
      />
      <LinesField
        label={text.sentence}
        value={slide.sentence}
        change={(sentence) => change({ sentence: sentence.slice(0, presentationLimits.sentence) })}
      />
      <LinesField
        label={text.notes}
        hint={text.notesHint}
        value={slide.notes}
        change={(notes) => change({ notes: notes.slice(0, presentationLimits.notes) })}
      />
      <p class="presentation-acts">
        <button
          type="button"
          class="button"
          data-act="up"
          disabled={number === 1}
          aria-label={text.named(text.up, name)}
          onClick={() => move(-1)}
        >
          {text.up}
        </button>
        <button
          type="button"
          class="button"
          data-act="down"
          disabled={number === count}
          aria-label={text.named(text.down, name)}
          onClick={() => move(1)}
        >
          {text.down}
        </button>
        <button type="button" class="button" aria-label={text.named(text.remove, name)} onClick={remove}>
          {text.remove}
        </button>
        {shown && !isRestricted(slide) && (
          <ViewLink change={{ ...shown, language: viewParts.language.value, seeAs: viewParts.seeAs.value }}>
            {text.show}
          </ViewLink>
        )}
      </p>
    </li>
  );
}
