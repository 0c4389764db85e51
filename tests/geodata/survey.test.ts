import { expect, test } from 'vitest';
import { readSurveys } from '../../geodata/sources/package/surveys.ts';
import { findRound, isIndicative } from '../../geodata/survey.ts';

const [survey] = readSurveys({
  file: 'datapackage.json',
  place: 'wijkinformatie',
  values: {
    surveys: [
      {
        key: 'enquete',
        name: { nl: 'Enquête', en: 'Survey' },
        rounds: [
          { period: '2025', indicativeBelow: 100 },
          { period: '2023' },
          { period: '2025', municipality: 'GM0153' },
        ],
      },
    ],
  },
});
if (!survey) throw new Error('there is a survey');

test.each<[string, string | null, number | null, boolean]>([
  ['2025', null, 99, true],
  ['2025', 'GM0141', 99, true],
  ['2025', null, 100, false],
  ['2025', null, null, false],
  ['2023', null, 1, false],
  ['2025', 'GM0153', 1, false],
  ['2021', null, 1, false],
])('a figure of %s in %s of %s answers is indicative: %s', (period, municipality, size, is) => {
  expect(isIndicative(findRound(survey, period, municipality), size)).toBe(is);
});
