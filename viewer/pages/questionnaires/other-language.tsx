import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import type { Editing } from './editing.ts';
import { nameLanguage } from './language-name.ts';

/** The language that is written beside Dutch. */
export function OtherLanguage({ editing }: { readonly editing: Editing }) {
  const { form } = questionnaireWords.value;
  const others = editing.draft.value.languages.filter((tag) => tag !== 'nl');
  if (others.length === 0) return null;
  return (
    <div class="other-language">
      <ChoiceField
        label={form.beside}
        value={editing.other.value ?? ''}
        options={[['', form.dutchAlone], ...others.map((tag) => [tag, nameLanguage(tag)] as const)]}
        change={(tag) => {
          editing.other.value = tag === '' ? null : tag;
        }}
      />
    </div>
  );
}
