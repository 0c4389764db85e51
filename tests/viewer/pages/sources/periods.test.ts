import { expect, test } from 'vitest';
import { summarizePeriods } from '../../../../viewer/pages/sources/periods.ts';

test('years that follow each other are one span, others stand apart', () => {
  expect(summarizePeriods(['2024', '2012', '2013', '2014', '2020'], 'nl')).toBe('2012–2014, 2020, 2024');
  expect(summarizePeriods(['2021', '2021'], 'nl')).toBe('2021');
  expect(summarizePeriods([], 'nl')).toBe('');
});

test('months stand after the years, by the first and the last', () => {
  const periods = ['2024', '2025', '2025-03', '2024-01', '2025-02'];
  expect(summarizePeriods(periods, 'nl')).toBe('2024–2025, januari 2024 – maart 2025');
  expect(summarizePeriods(['2025-03'], 'en')).toBe('March 2025');
});
