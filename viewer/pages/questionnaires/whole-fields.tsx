import { useSignal } from '@preact/signals';
import type { Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import type { Editing } from './editing.ts';
import { nameLanguage } from './language-name.ts';
import { WordingField } from './wording-field.tsx';

/** Languages that are spoken at home in the region most, beside Dutch and English. */
const offered = ['nl', 'en', 'tr', 'de', 'ar', 'pl', 'uk', 'fr', 'es', 'so', 'ti'];

/** The name, the languages, and what is said before and after the questions. */
export function WholeFields({ editing }: { readonly editing: Editing }) {
  const { form } = questionnaireWords.value;
  const all = editing.draft.value;
  const isDisabled = !editing.mayChangeCommon;
  const change = (part: Partial<Questionnaire>) => editing.change((draft) => ({ ...draft, ...part }));
  const parts = { editing, isDisabled };
  return (
    <>
      {isDisabled && editing.isOpen && <p class="page-note">{form.notCommon}</p>}
      <WordingField {...parts} label={form.name} value={all.name} change={(name) => change({ name })} />
      <WordingField
        {...parts}
        label={form.introduction}
        hint={form.introductionHint}
        value={all.introduction}
        change={(introduction) => change({ introduction })}
        isLong
      />
      <WordingField
        {...parts}
        label={form.thanks}
        value={all.thanks}
        change={(thanks) => change({ thanks })}
        isLong
      />
      <Languages editing={editing} change={(languages) => change({ languages })} isDisabled={isDisabled} />
    </>
  );
}

interface LanguagesProps {
  readonly editing: Editing;
  readonly change: (languages: readonly string[]) => void;
  readonly isDisabled: boolean;
}

/** Which languages it is asked in. What was written in one that is taken out stays until the version is saved without it. */
function Languages({ editing, change, isDisabled }: LanguagesProps) {
  const { form } = questionnaireWords.value;
  const { languages } = editing.draft.value;
  const rest = offered.filter((tag) => !languages.includes(tag));
  const next = useSignal(rest[0] ?? '');
  const value = rest.includes(next.value) ? next.value : (rest[0] ?? '');
  return (
    <fieldset class="fields" disabled={isDisabled}>
      <legend>{form.languages}</legend>
      <ul class="languages">
        {languages.map((tag) => (
          <li key={tag}>
            {nameLanguage(tag)} <span class="soft small">{tag}</span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && !isDisabled && (
        <div class="fields-row">
          <ChoiceField
            label={form.addLanguageLabel}
            value={value}
            options={rest.map((tag) => [tag, nameLanguage(tag)])}
            change={(tag) => {
              next.value = tag;
            }}
          />
          <button
            type="button"
            class="button"
            onClick={() => {
              change([...languages, value]);
              editing.other.value = value;
            }}
          >
            {form.addLanguage}
          </button>
        </div>
      )}
      <p class="soft small">{form.languagesHint}</p>
    </fieldset>
  );
}
