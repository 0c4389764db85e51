import type { Measure, ScalePart } from '../../../geodata/questionnaire/questionnaire.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { type Answered, listKeysOf } from './answered.ts';
import { NumberField } from './number-field.tsx';
import { keysOf, QuestionChoice } from './question-choice.tsx';

type Scale = Extract<Measure, { kind: 'scale' }>;

interface ScalePartsProps {
  readonly answered: readonly Answered[];
  readonly value: Scale;
  readonly change: (value: Scale) => void;
}

/** The questions of a scale score, with the points that each answer counts. */
export function ScaleParts({ answered, value, change }: ScalePartsProps) {
  const { measure: text } = questionnaireWords.value;
  const write = (index: number, part: ScalePart) =>
    change({ ...value, parts: value.parts.with(index, part) });
  const add = () => {
    const free = answered.find(
      ({ key, question }) =>
        listKeysOf(question).length > 0 && !value.parts.some((part) => part.question === key),
    );
    if (free) change({ ...value, parts: [...value.parts, { question: free.key, points: {} }] });
  };
  return (
    <>
      {value.parts.map((part, index) => (
        <div key={index} class="fields-part" role="group" aria-label={text.part(index + 1)}>
          <QuestionChoice
            {...{ answered }}
            fits={(one) => listKeysOf(one.question).length > 0}
            value={part.question}
            change={(question) => write(index, { question, points: {} })}
          />
          <Points part={part} keys={keysOf(answered, part.question)} change={(next) => write(index, next)} />
          {value.parts.length > 1 && (
            <button
              type="button"
              class="button"
              aria-label={text.removePart(index + 1)}
              onClick={() =>
                change({
                  ...value,
                  parts: value.parts.toSpliced(index, 1),
                  least: Math.min(value.least, value.parts.length - 1),
                })
              }
            >
              {text.remove}
            </button>
          )}
        </div>
      ))}
      <button type="button" class="button" onClick={add}>
        {text.addPart}
      </button>
      <div class="fields-row">
        <NumberField
          label={text.lowest}
          value={value.lowest}
          step="any"
          change={(lowest) => change({ ...value, lowest })}
        />
        <NumberField
          label={text.highest}
          value={value.highest}
          step="any"
          change={(highest) => change({ ...value, highest })}
        />
        <NumberField
          label={text.least}
          value={value.least}
          least={1}
          most={value.parts.length}
          change={(least) => change({ ...value, least })}
        />
      </div>
    </>
  );
}

interface PointsProps {
  readonly part: ScalePart;
  readonly keys: readonly (readonly [key: string, name: string])[];
  readonly change: (part: ScalePart) => void;
}

/** What each answer counts; an empty one is left out of the score. */
function Points({ part, keys, change }: PointsProps) {
  const { measure: text } = questionnaireWords.value;
  return (
    <div class="points">
      {keys.map(([key, name]) => (
        <label key={key} class="points-one">
          <span>{name}</span>
          <input
            type="number"
            step="any"
            value={part.points[key] ?? ''}
            aria-label={text.pointsOf(name)}
            onChange={({ currentTarget }) => {
              const { [key]: _before, ...others } = part.points;
              const typed = currentTarget.valueAsNumber;
              change({ ...part, points: Number.isFinite(typed) ? { ...others, [key]: typed } : others });
            }}
          />
        </label>
      ))}
    </div>
  );
}
