import { useId } from 'preact/hooks';
import type { Wording } from '../../../geodata/questionnaire/questionnaire.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import type { Editing } from './editing.ts';
import { nameLanguage } from './language-name.ts';

interface WordingFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: Wording;
  readonly change: (value: Wording) => void;
  readonly editing: Editing;
  readonly isLong?: boolean;
  readonly isDisabled?: boolean;
}

/** A text in Dutch, and below it in the language that is written beside it; says in which languages it is missing. */
export function WordingField(props: WordingFieldProps) {
  const { label, hint, value, change, editing, isLong = false, isDisabled = false } = props;
  const { form } = questionnaireWords.value;
  const id = useId();
  const other = editing.other.value;
  const { languages } = editing.draft.value;
  const missing = languages.filter((language) => !value[language]?.trim());
  return (
    <div class="wording">
      <OneLanguage {...{ id, label, isLong, isDisabled, value, change }} language="nl" />
      {other !== null && (
        <OneLanguage
          {...{ isLong, isDisabled, value, change }}
          id={`${id}-other`}
          label={form.inLanguage(label, nameLanguage(other))}
          language={other}
        />
      )}
      {hint && <p class="soft small">{hint}</p>}
      {missing.length > 0 && Object.values(value).some(Boolean) && (
        <p class="wording-missing small">{form.missing(missing.map(nameLanguage).join(', '))}</p>
      )}
    </div>
  );
}

interface OneLanguageProps {
  readonly id: string;
  readonly label: string;
  readonly language: string;
  readonly isLong: boolean;
  readonly isDisabled: boolean;
  readonly value: Wording;
  readonly change: (value: Wording) => void;
}

function OneLanguage({ id, label, language, isLong, isDisabled, value, change }: OneLanguageProps) {
  const write = (text: string) => {
    const { [language]: _before, ...others } = value;
    change(text === '' && language !== 'nl' ? others : { ...value, [language]: text });
  };
  const field = {
    id,
    lang: language,
    dir: language === 'ar' ? ('rtl' as const) : ('ltr' as const),
    value: value[language] ?? '',
    disabled: isDisabled,
    spellcheck: true,
  };
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      {isLong ? (
        <textarea {...field} rows={3} onInput={({ currentTarget }) => write(currentTarget.value)} />
      ) : (
        <input {...field} type="text" onInput={({ currentTarget }) => write(currentTarget.value)} />
      )}
    </div>
  );
}
