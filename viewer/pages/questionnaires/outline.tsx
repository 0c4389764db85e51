import { useEffect, useRef } from 'preact/hooks';
import { moveBlock, moveQuestion, moveWithin } from '../../../geodata/questionnaire/editing/moving.ts';
import type { Block, Question } from '../../../geodata/questionnaire/questionnaire.ts';
import { municipalityNames } from '../../state/catalog.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { AddButtons } from './add-buttons.tsx';
import { type Editing, mayChangeBlock, type Place } from './editing.ts';

/** All parts of a questionnaire in their order: which one is written is chosen here, and they are moved here. */
export function Outline({ editing }: { readonly editing: Editing }) {
  const { outline } = questionnaireWords.value;
  const list = useRef<HTMLElement>(null);
  const { blocks, indicators } = editing.draft.value;
  const chosen = editing.chosen.value;
  // A part that was added, or opened from elsewhere, may lie below what is seen of the list.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const move = (place: Place, name: string, act: () => void, by: 1 | -1) => {
    act();
    editing.told.value = by < 0 ? outline.movedUp(name) : outline.movedDown(name);
    focusOn(list.current, place, by);
  };
  return (
    <nav class="outline" aria-label={outline.label} ref={list}>
      <Choice editing={editing} place={{ kind: 'whole' }} name={outline.whole} />
      <ol class="outline-blocks">
        {blocks.map((block, index) => (
          <li key={block.key} data-place={`block ${block.key}`}>
            <Part
              editing={editing}
              place={{ kind: 'block', key: block.key }}
              name={block.title.nl || outline.unnamed}
              note={
                block.municipality && (municipalityNames.value.get(block.municipality) ?? block.municipality)
              }
              mayMove={editing.mayChangeCommon}
              ends={[index === 0, index === blocks.length - 1]}
              move={(place, name, by) =>
                move(place, name, () => editing.change((all) => moveBlock(all, block.key, by)), by)
              }
            />
            <Questions {...{ editing, block, move }} />
          </li>
        ))}
      </ol>
      <h3>{outline.indicators}</h3>
      <ol class="outline-blocks">
        {indicators.map((indicator, index) => (
          <li key={indicator.key} data-place={`indicator ${indicator.key}`}>
            <Part
              editing={editing}
              place={{ kind: 'indicator', key: indicator.key }}
              name={indicator.name.nl || outline.unnamed}
              mayMove={editing.mayChangeCommon}
              ends={[index === 0, index === indicators.length - 1]}
              move={(place, name, by) =>
                move(
                  place,
                  name,
                  () =>
                    editing.change((all) => ({ ...all, indicators: moveWithin(all.indicators, index, by) })),
                  by,
                )
              }
            />
          </li>
        ))}
      </ol>
      <AddButtons editing={editing} />
    </nav>
  );
}

interface QuestionsProps {
  readonly editing: Editing;
  readonly block: Block;
  readonly move: (place: Place, name: string, act: () => void, by: 1 | -1) => void;
}

function Questions({ editing, block, move }: QuestionsProps) {
  const { outline } = questionnaireWords.value;
  const { blocks } = editing.draft.value;
  const isFirst = (question: Question) => block === blocks[0] && question === block.questions[0];
  const isLast = (question: Question) => block === blocks.at(-1) && question === block.questions.at(-1);
  return (
    <ol>
      {block.questions.map((question) => (
        <li key={question.key} data-place={`question ${question.key}`}>
          <Part
            editing={editing}
            place={{ kind: 'question', key: question.key }}
            name={question.text.nl || outline.unnamed}
            mayMove={mayChangeBlock(editing, block)}
            ends={[isFirst(question), isLast(question)]}
            move={(place, name, by) =>
              move(
                place,
                name,
                () =>
                  editing.change((all) =>
                    moveQuestion(all, question.key, by, (next) => mayChangeBlock(editing, next)),
                  ),
                by,
              )
            }
          />
        </li>
      ))}
    </ol>
  );
}

interface PartProps {
  readonly editing: Editing;
  readonly place: Place;
  readonly name: string;
  readonly note?: string | null;
  readonly mayMove: boolean;
  /** Whether it cannot go up, and down. */
  readonly ends: readonly [boolean, boolean];
  readonly move: (place: Place, name: string, by: 1 | -1) => void;
}

function Part({ editing, place, name, note, mayMove, ends, move }: PartProps) {
  const { outline } = questionnaireWords.value;
  return (
    <div class="outline-part">
      <Choice editing={editing} place={place} name={name} note={note ?? null} />
      {mayMove && (
        <span class="outline-moves">
          <button
            type="button"
            class="tool"
            data-act="up"
            aria-label={outline.up(name)}
            disabled={ends[0]}
            onClick={() => move(place, name, -1)}
          >
            ↑
          </button>
          <button
            type="button"
            class="tool"
            data-act="down"
            aria-label={outline.down(name)}
            disabled={ends[1]}
            onClick={() => move(place, name, 1)}
          >
            ↓
          </button>
        </span>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly editing: Editing;
  readonly place: Place;
  readonly name: string;
  readonly note?: string | null;
}

function Choice({ editing, place, name, note = null }: ChoiceProps) {
  const chosen = editing.chosen.value;
  const isChosen =
    chosen.kind === place.kind && (place.kind === 'whole' || ('key' in chosen && chosen.key === place.key));
  return (
    <button
      type="button"
      class="outline-choice"
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => {
        editing.chosen.value = place;
      }}
    >
      {name}
      {note && <span class="status">{note}</span>}
    </button>
  );
}

/** The focus goes along with what moves: to the same button, or the other one where it cannot go further. */
function focusOn(list: HTMLElement | null, place: Place, by: 1 | -1): void {
  if (place.kind === 'whole') return;
  requestAnimationFrame(() => {
    const item = list?.querySelector(`[data-place="${place.kind} ${place.key}"] .outline-moves`);
    const [wanted, otherwise] = by < 0 ? ['up', 'down'] : ['down', 'up'];
    const find = (act: string | undefined) =>
      item?.querySelector<HTMLElement>(`[data-act="${act}"]:not(:disabled)`);
    (find(wanted) ?? find(otherwise))?.focus();
  });
}
