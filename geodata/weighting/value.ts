import { noOpinion } from '../questionnaire/answer.ts';
import { listAskedKeys, optionsOf } from '../questionnaire/answer-space.ts';
import type { Answers, Measure, MeasuredIndicator, Questionnaire } from '../questionnaire/questionnaire.ts';
import { answersTo } from '../questionnaire/routing.ts';

/** What an indicator makes of somebody's answers: 0 or 1 of a share, a number of a mean or a scale; NaN where there is none. */
export type ValueOf = (answers: Answers) => number;

/** The length of a scale score. */
const scaleLength = 10;

/** How the answers of one person count in an indicator; see Measure in questionnaire.ts. */
export function createValue(
  questionnaire: Questionnaire,
  { measure }: Pick<MeasuredIndicator, 'measure'>,
): ValueOf {
  const keys = listAskedKeys(questionnaire);
  /** The answers to a question, without those that say that there is none. */
  const valuesOf = (answers: Answers, key: string): readonly string[] => {
    const asked = keys.get(key);
    const missing = asked ? optionsOf(asked.question).filter(({ isMissing }) => isMissing) : [];
    const given = answersTo(answers, key);
    return given
      .filter((value) => value !== noOpinion || asked?.question.form.kind !== 'scale')
      .filter((value) => !missing.some((option) => option.key === value));
  };
  return (answers) => measureAnswers(measure, (key) => valuesOf(answers, key));
}

function measureAnswers(measure: Measure, valuesOf: (key: string) => readonly string[]): number {
  if (measure.kind === 'share') {
    const given = valuesOf(measure.question);
    if (!given.length) return Number.NaN;
    return given.some((value) => measure.keys.includes(value)) ? 1 : 0;
  }
  if (measure.kind === 'mean') {
    const [given] = valuesOf(measure.question);
    return given === undefined ? Number.NaN : Number(given);
  }
  const points = measure.parts.flatMap(({ question, points: own }) => {
    const [given] = valuesOf(question);
    const point = given !== undefined && Object.hasOwn(own, given) ? own[given] : undefined;
    return point === undefined ? [] : [point];
  });
  if (!points.length || points.length < measure.least) return Number.NaN;
  const mean = points.reduce((sum, point) => sum + point, 0) / points.length;
  return (scaleLength * (mean - measure.lowest)) / (measure.highest - measure.lowest);
}
