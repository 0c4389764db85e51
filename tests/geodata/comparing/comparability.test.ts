import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComparedFigure, findBreaks, findCaveats } from '../../../geodata/comparing/comparability.ts';
import { type SurveyRound, samplings, surveyModes } from '../../../geodata/survey.ts';

const reason = { nl: 'vernieuwd', en: 'redesigned' };
const breaks = [{ period: '2021', reason, categories: null }];

function round(period: string, change: Partial<SurveyRound> = {}): SurveyRound {
  return {
    period,
    municipality: null,
    ageFrom: 15,
    mode: 'mixed',
    sampling: 'random',
    respondents: null,
    questionnaire: '2021',
    followsFormat: true,
    remark: null,
    ...change,
  };
}

const own = round('2023', {
  municipality: 'GM0153',
  ageFrom: 18,
  questionnaire: 'eigen',
  followsFormat: false,
});
const survey = { rounds: [round('2019', { questionnaire: '2017' }), round('2021'), round('2023'), own] };
const at = (period: string, municipality: string | null = null): ComparedFigure => ({ period, municipality });

test('a break lies between the last period before it and the first from it on, years and months alike', () => {
  const periods = (one: string, other: string) => findBreaks(breaks, one, other).map(({ period }) => period);
  expect(periods('2019', '2021')).toEqual(['2021']);
  expect(periods('2020-12', '2021-01')).toEqual(['2021']);
  expect(periods('2021', '2023')).toEqual([]);
  expect(periods('2021-01', '2021-12')).toEqual([]);
  expect(periods('2017', '2019')).toEqual([]);
});

test('rounds that differ are said to: another age, another questionnaire, another form', () => {
  expect(findCaveats(at('2023', 'GM0141'), at('2023', 'GM0153'), { breaks, survey })).toEqual([
    { kind: 'age', ages: [15, 18] },
    { kind: 'questionnaire', versions: ['2021', 'eigen'] },
    { kind: 'format', rounds: [own] },
  ]);
  expect(findCaveats(at('2019'), at('2021'), { breaks, survey }).map(({ kind }) => kind)).toEqual([
    'break',
    'questionnaire',
  ]);
});

test('what is not known is not said', () => {
  const rounds = [round('2021', { ageFrom: null, questionnaire: null }), round('2023')];
  expect(findCaveats(at('2021'), at('2023'), { breaks: [], survey: { rounds } })).toEqual([]);
  expect(findCaveats(at('1999'), at('2023'), { breaks: [], survey })).toEqual([]);
  expect(findCaveats(at('2021'), at('2023'), { breaks: [], survey: null })).toEqual([]);
});

const periods = fc.constantFrom('2017', '2019', '2020-06', '2021', '2021-Q1', '2023');
const figure = fc.record({ period: periods, municipality: fc.option(fc.constantFrom('GM0153', 'GM0141')) });
const anyRound = fc.record({
  period: periods,
  municipality: fc.option(fc.constantFrom('GM0153', 'GM0141')),
  ageFrom: fc.option(fc.constantFrom(15, 18)),
  mode: fc.option(fc.constantFrom(...surveyModes)),
  sampling: fc.option(fc.constantFrom(...samplings)),
  respondents: fc.constant(null),
  questionnaire: fc.option(fc.constantFrom('2017', '2021')),
  followsFormat: fc.option(fc.boolean()),
  remark: fc.constant(null),
});
const facts = fc.record({
  breaks: fc.array(
    fc.record({ period: periods, reason: fc.constant(reason), categories: fc.constant(null) }),
  ),
  survey: fc.option(fc.record({ rounds: fc.array(anyRound) })),
});

test('a figure compares with itself, and the order of two changes only the order within a pair', () => {
  fc.assert(
    fc.property(figure, figure, facts, (one, other, known) => {
      expect(findCaveats(one, one, known)).toEqual([]);
      const kinds = (a: ComparedFigure, b: ComparedFigure) =>
        findCaveats(a, b, known).map(({ kind }) => kind);
      expect(kinds(one, other)).toEqual(kinds(other, one));
    }),
  );
});

test('where two follow each other without a word, and the next two, nothing breaks in between', () => {
  fc.assert(
    fc.property(facts, periods, periods, periods, ({ breaks: some }, a, b, c) => {
      const parts = [...findBreaks(some, a, b), ...findBreaks(some, b, c)];
      for (const found of findBreaks(some, a, c)) expect(parts).toContain(found);
    }),
  );
});
