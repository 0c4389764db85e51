import { type AskedKey, listAskedKeys, listValues, numbersOf, optionsOf } from '../answer-space.ts';
import { type Finding, find } from '../finding.ts';
import type { MeasuredIndicator, Questionnaire, ScalePart } from '../questionnaire.ts';

/** Indicators over questions that are not there or cannot be measured so, and questions that nothing is made of. */
export function checkMeasures(questionnaire: Questionnaire): Finding[] {
  const keys = listAskedKeys(questionnaire);
  const found = questionnaire.indicators.flatMap((indicator) =>
    checkMeasure(indicator, keys).map((one) => ({ ...one, indicator: indicator.key })),
  );
  const measured = new Set(questionnaire.indicators.flatMap((indicator) => listMeasured(indicator)));
  const idle = questionnaire.blocks.flatMap(({ key: block, questions }) =>
    questions.flatMap(({ key: question, form }) => {
      const isMeasured = [...measured].some((key) => key === question || key.startsWith(`${question}/`));
      return isMeasured || form.kind === 'text' ? [] : [find('not-measured', { block, question })];
    }),
  );
  return [...found, ...idle];
}

/** The keys of questions or rows that an indicator is made of. */
export function listMeasured({ measure }: Pick<MeasuredIndicator, 'measure'>): string[] {
  return measure.kind === 'scale' ? measure.parts.map(({ question }) => question) : [measure.question];
}

function checkMeasure(indicator: MeasuredIndicator, keys: ReadonlyMap<string, AskedKey>): Finding[] {
  const { measure } = indicator;
  const measured = listMeasured(indicator);
  if (!measured.length || (measure.kind === 'share' && !measure.keys.length))
    return [find('nothing-measured')];
  const unknown = measured.filter((key) => !keys.has(key));
  if (unknown.length) return unknown.map((what) => find('unknown-measured-question', { what }));
  const partly = measured.filter((key) => {
    const asked = keys.get(key);
    return asked?.question.askedIf || asked?.block.askedIf;
  });
  return [
    ...partly.map((what) => find('measured-of-some', { what })),
    ...(measure.kind === 'share' ? checkShare(measure.keys, keys.get(measure.question)) : []),
    ...(measure.kind === 'mean' ? checkMean(keys.get(measure.question)) : []),
    ...(measure.kind === 'scale' ? checkScale(measure, keys) : []),
  ];
}

function checkShare(shared: readonly string[], asked: AskedKey | undefined): Finding[] {
  if (!asked) return [];
  const known = listValues(asked.question);
  return shared.flatMap((key) => {
    if (known && !known.includes(key)) return [find('unknown-measured-option', { what: key })];
    const isMissing = optionsOf(asked.question).some((option) => option.key === key && option.isMissing);
    return isMissing ? [find('missing-option-measured', { what: key })] : [];
  });
}

function checkMean(asked: AskedKey | undefined): Finding[] {
  return asked && !numbersOf(asked.question) ? [find('mean-of-no-number', { what: asked.key })] : [];
}

function checkScale(
  {
    parts,
    lowest,
    highest,
    least,
  }: { parts: readonly ScalePart[]; lowest: number; highest: number; least: number },
  keys: ReadonlyMap<string, AskedKey>,
): Finding[] {
  return [
    ...(least > parts.length ? [find('least-above-parts', { what: String(least) })] : []),
    ...parts.flatMap(({ question, points }) => {
      const asked = keys.get(question);
      if (!Object.keys(points).length) return [find('nothing-measured', { what: question })];
      return Object.entries(points).flatMap(([key, point]) => {
        const what = `${question} ${key}`;
        const known = asked ? listValues(asked.question) : null;
        if (known && !known.includes(key)) return [find('unknown-measured-option', { what })];
        return point < lowest || point > highest ? [find('points-out-of-range', { what })] : [];
      });
    }),
  ];
}
