import { listMeasured } from '../../../geodata/questionnaire/ownership.ts';
import type { Question } from '../../../geodata/questionnaire/questionnaire.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { translate } from '../../state/screen/words.ts';
import type { Editing } from './editing.ts';

/** The figures that are made of a question. */
export function MadeOf({ editing, question }: { readonly editing: Editing; readonly question: Question }) {
  const { form } = questionnaireWords.value;
  const made = editing.draft.value.indicators.filter(({ measure }) =>
    listMeasured(measure).includes(question.key),
  );
  return (
    <section class="fields" aria-label={form.madeOf}>
      <h3>{form.madeOf}</h3>
      {made.length === 0 && <p class="soft">{form.madeOfNone}</p>}
      <ul class="made-of">
        {made.map((indicator) => (
          <li key={indicator.key}>
            <button
              type="button"
              class="link"
              onClick={() => {
                editing.chosen.value = { kind: 'indicator', key: indicator.key };
              }}
            >
              {translate(indicator.name) || indicator.key}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
