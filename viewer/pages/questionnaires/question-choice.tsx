import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { type Answered, listKeysOf } from './answered.ts';

/** The answers of a question or a row, without those that say that there is none. */
export function keysOf(answered: readonly Answered[], key: string): (readonly [string, string])[] {
  const found = answered.find((one) => one.key === key);
  if (!found) return [];
  const { form } = found.question;
  const missing = 'options' in form ? form.options.filter(({ isMissing }) => isMissing) : [];
  return listKeysOf(found.question).filter(([own]) => !missing.some((option) => option.key === own));
}

interface QuestionChoiceProps {
  readonly answered: readonly Answered[];
  readonly fits: (one: Answered) => boolean;
  readonly value: string;
  readonly change: (question: string) => void;
}

/** The question, or the row of a grid, that is counted. */
export function QuestionChoice({ answered, fits, value, change }: QuestionChoiceProps) {
  const { measure: text, condition } = questionnaireWords.value;
  const fitting = answered.filter(fits);
  const isKnown = fitting.some(({ key }) => key === value);
  return (
    <ChoiceField
      label={text.question}
      value={value}
      options={[
        ...(isKnown ? [] : [[value, value === '' ? text.choose : condition.unknown(value)] as const]),
        ...fitting.map(({ key, name }) => [key, name] as const),
      ]}
      change={change}
    />
  );
}
