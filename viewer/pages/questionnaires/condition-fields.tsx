import type {
  Condition,
  Question,
  Questionnaire,
  Test,
} from '../../../geodata/questionnaire/questionnaire.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { listAnswered, listKeysOf } from './answered.ts';
import { ChosenKeys } from './chosen-keys.tsx';
import { NumberField } from './number-field.tsx';

interface ConditionFieldsProps {
  readonly questionnaire: Questionnaire;
  /** Only what is asked before this question or block can decide on it. */
  readonly before: readonly Question[];
  readonly value: Condition | null;
  readonly change: (value: Condition | null) => void;
  readonly isDisabled: boolean;
}

/** When a question or a block is asked: after which answers. */
export function ConditionFields({ before, value, change, isDisabled }: ConditionFieldsProps) {
  const { condition: text } = questionnaireWords.value;
  const tests = value?.tests ?? [];
  const answered = listAnswered(before);
  const [first] = answered;
  const write = (next: readonly Test[]) =>
    change(next.length === 0 ? null : { match: value?.match ?? 'all', tests: next });
  return (
    <fieldset class="fields" disabled={isDisabled}>
      <legend>{text.legend}</legend>
      {tests.length === 0 && <p class="soft">{text.always}</p>}
      {tests.length > 1 && value && (
        <ChoiceField
          label={text.match}
          value={value.match}
          options={[
            ['all', text.all],
            ['any', text.any],
          ]}
          change={(match) => change({ ...value, match })}
        />
      )}
      {tests.map((test, index) => (
        <TestFields
          key={index}
          number={index + 1}
          test={test}
          before={before}
          change={(next) => write(tests.with(index, next))}
          remove={() => write(tests.toSpliced(index, 1))}
        />
      ))}
      {first && !isDisabled && (
        <button
          type="button"
          class="button"
          onClick={() => write([...tests, { question: first.key, operator: 'answered', values: [] }])}
        >
          {text.add}
        </button>
      )}
      {!first && <p class="soft small">{text.nothingBefore}</p>}
    </fieldset>
  );
}

interface TestFieldsProps {
  readonly number: number;
  readonly test: Test;
  readonly before: readonly Question[];
  readonly change: (test: Test) => void;
  readonly remove: () => void;
}

function TestFields({ number, test, before, change, remove }: TestFieldsProps) {
  const { condition: text } = questionnaireWords.value;
  const answered = listAnswered(before);
  const chosen = answered.find(({ key }) => key === test.question);
  const keys = chosen ? listKeysOf(chosen.question) : [];
  const isNumber = chosen?.question.form.kind === 'number' || chosen?.question.form.kind === 'scale';
  const operators = (isNumber
    ? ['at-least', 'at-most', 'answered']
    : keys.length > 0
      ? ['any-of', 'none-of', 'answered']
      : ['answered']) satisfies Test['operator'][] as Test['operator'][];
  const isBound = test.operator === 'at-least' || test.operator === 'at-most';
  return (
    <div class="fields-part" role="group" aria-label={text.testOf(number)}>
      <ChoiceField
        label={text.question}
        value={test.question}
        options={[
          ...(chosen ? [] : [[test.question, text.unknown(test.question)] as const]),
          ...answered.map(({ key, name }) => [key, name] as const),
        ]}
        change={(question) => change({ question, operator: 'answered', values: [] })}
      />
      <ChoiceField
        label={text.operator}
        value={test.operator}
        options={[...new Set([...operators, test.operator])].map((one) => [one, text.operators[one]])}
        change={(operator) => change({ ...test, operator, values: operator.startsWith('at-') ? ['1'] : [] })}
      />
      {isBound && (
        <NumberField
          label={text.bound}
          value={Number(test.values[0] ?? 0)}
          change={(bound) => change({ ...test, values: [String(bound)] })}
        />
      )}
      {!isBound && test.operator !== 'answered' && (
        <ChosenKeys
          label={text.answers}
          keys={keys}
          chosen={test.values}
          change={(values) => change({ ...test, values })}
        />
      )}
      <button type="button" class="button" aria-label={text.removeTest(number)} onClick={remove}>
        {text.remove}
      </button>
    </div>
  );
}
