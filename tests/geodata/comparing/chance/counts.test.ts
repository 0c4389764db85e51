import { describe, expect, test } from 'vitest';
import { countsOf } from '../../../../geodata/comparing/change.ts';
import { periodOf } from './period.ts';

const at = { period: '2024', boundaryYear: 2024 };
const columnOf = (...periods: ReturnType<typeof periodOf>[]) => ({ size: 2, periods });
const crimes = columnOf(periodOf([30, null], { period: '2023' }), periodOf([40, 12]));

describe('the counts behind a figure', () => {
  test('are the figures themselves for a count', () => {
    const { counts, exposures } = countsOf(crimes, null, at, 1);
    expect([...counts]).toEqual([40, 12]);
    expect([...exposures]).toEqual([1, 1]);
  });

  test('stand over the denominator, so that count ÷ exposure is the rate', () => {
    const inhabitants = columnOf(periodOf([1000, 480]));
    const { counts, exposures } = countsOf(crimes, inhabitants, at, 1000);
    expect([...counts].map((count, index) => count / (exposures[index] ?? 0))).toEqual([40, 25]);
  });

  test('stand over the denominator of the nearest period with values in the same boundary year', () => {
    const inhabitants = columnOf(
      periodOf([800, 800], { period: '2022' }),
      periodOf([900, null], { period: '2023' }),
      periodOf([null, null]),
      periodOf([5, 5], { boundaryYear: 2021 }),
    );
    expect([...countsOf(crimes, inhabitants, at, 1).exposures]).toEqual([900, Number.NaN]);
  });

  test('are unknown in a period or a boundary year that a column does not have', () => {
    const elsewhere = columnOf(periodOf([1, 1], { boundaryYear: 2021 }));
    expect([...countsOf(crimes, elsewhere, at, 1).exposures]).toEqual([Number.NaN, Number.NaN]);
    expect([...countsOf(elsewhere, null, at, 1).counts]).toEqual([Number.NaN, Number.NaN]);
  });
});
