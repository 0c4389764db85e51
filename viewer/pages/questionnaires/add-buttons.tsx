import { useSignal } from '@preact/signals';
import {
  beginBlock,
  beginIndicator,
  beginQuestion,
  formKinds,
} from '../../../geodata/questionnaire/editing/beginning.ts';
import { changeBlock } from '../../../geodata/questionnaire/editing/moving.ts';
import { listQuestionKeys, makeKey } from '../../../geodata/questionnaire/editing/naming.ts';
import type { AnswerForm } from '../../../geodata/questionnaire/questionnaire.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { municipalityNames } from '../../state/catalog.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { type Editing, findBlockOf, mayChangeBlock } from './editing.ts';

/** Adds a question behind the one that is chosen, a block, or an indicator. */
export function AddButtons({ editing }: { readonly editing: Editing }) {
  const { outline, form } = questionnaireWords.value;
  const kind = useSignal<AnswerForm['kind']>('choice');
  if (!editing.isOpen) return null;
  const block = findTarget(editing);
  const addQuestion = () => {
    const key = makeKey('', listQuestionKeys(editing.draft.peek()), 'vraag');
    if (!block) return;
    const chosen = editing.chosen.peek();
    editing.change((all) =>
      changeBlock(all, block.key, (own) => {
        const index = own.questions.findIndex((one) => chosen.kind === 'question' && one.key === chosen.key);
        const place = index < 0 ? own.questions.length : index + 1;
        return { ...own, questions: own.questions.toSpliced(place, 0, beginQuestion(key, kind.peek())) };
      }),
    );
    editing.chosen.value = { kind: 'question', key };
  };
  return (
    <div class="outline-adding">
      {block && mayChangeBlock(editing, block) && (
        <>
          <ChoiceField
            label={outline.kindOfNew}
            value={kind.value}
            options={formKinds.map((one) => [one, form.kinds[one]])}
            change={(next) => {
              kind.value = next;
            }}
          />
          <button type="button" class="button" onClick={addQuestion}>
            {outline.addQuestion}
          </button>
        </>
      )}
      {editing.own === null && (
        <button type="button" class="button" onClick={() => addBlock(editing, null)}>
          {outline.addBlock}
        </button>
      )}
      {(editing.own ?? []).map((code) => (
        <button key={code} type="button" class="button" onClick={() => addBlock(editing, code)}>
          {outline.addOwnBlock(municipalityNames.value.get(code) ?? code)}
        </button>
      ))}
      <button type="button" class="button" onClick={() => addIndicator(editing)}>
        {outline.addIndicator}
      </button>
    </div>
  );
}

/** The block that a new question goes into: the one that is chosen, or that of the question that is. */
function findTarget({ draft, chosen }: Editing) {
  const place = chosen.value;
  if (place.kind === 'block') return draft.value.blocks.find(({ key }) => key === place.key);
  return place.kind === 'question' ? findBlockOf(draft.value, place.key) : undefined;
}

function addBlock(editing: Editing, municipality: string | null): void {
  const taken = editing.draft.peek().blocks.map(({ key }) => key);
  const key = makeKey('', taken, 'blok');
  editing.change((all) => ({ ...all, blocks: [...all.blocks, beginBlock(key, municipality)] }));
  editing.chosen.value = { kind: 'block', key };
}

function addIndicator(editing: Editing): void {
  const { indicators, blocks } = editing.draft.peek();
  const key = makeKey(
    '',
    indicators.map((one) => one.key),
    'indicator',
  );
  const chosen = editing.chosen.peek();
  const open = blocks.filter((block) => mayChangeBlock(editing, block)).flatMap(({ questions }) => questions);
  const question = chosen.kind === 'question' ? chosen.key : (open[0]?.key ?? '');
  editing.change((all) => ({ ...all, indicators: [...all.indicators, beginIndicator(key, question)] }));
  editing.chosen.value = { kind: 'indicator', key };
}
