import type { Measure, Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { listAnswered, listKeysOf } from './answered.ts';
import { ChosenKeys } from './chosen-keys.tsx';
import { keysOf, QuestionChoice } from './question-choice.tsx';
import { ScaleParts } from './scale-parts.tsx';

interface MeasureFieldsProps {
  readonly questionnaire: Questionnaire;
  readonly value: Measure;
  readonly change: (value: Measure) => void;
  readonly isDisabled: boolean;
}

const measureKinds = ['share', 'mean', 'scale'] as const;

/** How an indicator is made: of which questions, and which answers count how. */
export function MeasureFields({ questionnaire, value, change, isDisabled }: MeasureFieldsProps) {
  const { measure: text } = questionnaireWords.value;
  const answered = listAnswered(questionnaire.blocks.flatMap(({ questions }) => questions));
  const first = value.kind === 'scale' ? (value.parts[0]?.question ?? '') : value.question;
  return (
    <fieldset class="fields" disabled={isDisabled}>
      <legend>{text.legend}</legend>
      <ChoiceField
        label={text.kind}
        value={value.kind}
        options={measureKinds.map((kind) => [kind, text.kinds[kind]])}
        change={(kind) => change(beginMeasure(kind, first))}
      />
      <p class="soft small">{text.formulas[value.kind]}</p>
      {value.kind === 'share' && (
        <>
          <QuestionChoice
            {...{ answered }}
            fits={(one) => listKeysOf(one.question).length > 0}
            value={value.question}
            change={(question) => change({ kind: 'share', question, keys: [] })}
          />
          <ChosenKeys
            label={text.counted}
            keys={keysOf(answered, value.question)}
            chosen={value.keys}
            change={(keys) => change({ ...value, keys })}
          />
        </>
      )}
      {value.kind === 'mean' && (
        <QuestionChoice
          {...{ answered }}
          fits={({ question: { form } }) => form.kind === 'number' || form.kind === 'scale'}
          value={value.question}
          change={(question) => change({ kind: 'mean', question })}
        />
      )}
      {value.kind === 'scale' && <ScaleParts {...{ answered, value, change }} />}
    </fieldset>
  );
}

function beginMeasure(kind: Measure['kind'], question: string): Measure {
  if (kind === 'scale') return { kind, parts: [{ question, points: {} }], lowest: 1, highest: 5, least: 1 };
  return kind === 'mean' ? { kind, question } : { kind, question, keys: [] };
}
