import { expect, test } from 'vitest';
import { layOutRounds } from '../../../geodata/comparing/comparability-matrix.ts';
import type { SurveyRound } from '../../../geodata/survey.ts';

const common: SurveyRound = {
  period: '2023',
  municipality: null,
  ageFrom: 15,
  mode: 'mixed',
  sampling: 'random',
  respondents: 9000,
  questionnaire: '2021',
  followsFormat: true,
  remark: null,
};

test('rounds that were held in one way share a letter, in order of time', () => {
  const rounds = [
    common,
    { ...common, municipality: 'GM0153', ageFrom: 18 },
    { ...common, period: '2019', questionnaire: '2012' },
    { ...common, period: '2021', respondents: 8000 },
  ];
  const { periods, groups, rows } = layOutRounds({ rounds }, ['GM0141', 'GM0153']);
  expect(periods).toEqual(['2019', '2021', '2023']);
  expect(groups.map(({ letter, round }) => [letter, round.questionnaire, round.ageFrom])).toEqual([
    ['A', '2012', 15],
    ['B', '2021', 15],
    ['C', '2021', 18],
  ]);
  const letters = rows.map((row) => row.groups.map((group) => group?.letter ?? null));
  expect(letters).toEqual([
    ['A', 'B', 'B'],
    ['A', 'B', 'C'],
  ]);
});

test('a municipality without a round has none, and an unknown fact is only the same as another', () => {
  const rounds = [
    { ...common, municipality: 'GM0153' },
    { ...common, municipality: 'GM0141', mode: null },
    { ...common, municipality: 'GM0164', mode: null },
  ];
  const { rows } = layOutRounds({ rounds }, ['GM0153', 'GM0141', 'GM0164', 'GM0158']);
  expect(rows.map((row) => row.groups[0]?.letter ?? null)).toEqual(['A', 'B', 'B', null]);
});
