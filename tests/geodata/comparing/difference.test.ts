import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../../geodata/comparing/difference.ts';

const crimes = { kind: 'rate', polarity: 'higher-is-worse', decimals: 1, change: null } as const;

describe('a figure held against another', () => {
  test('has a difference in its unit and in per cents, and a direction that the indicator names', () => {
    expect(differenceOf(60, 50, crimes)).toEqual({
      amount: 10,
      percent: 20,
      sign: 1,
      direction: 'worse',
    });
    const safety = { ...crimes, polarity: 'higher-is-better' } as const;
    expect(differenceOf(60, 50, safety).direction).toBe('better');
    expect(differenceOf(40, 50, safety)).toMatchObject({ sign: -1, direction: 'worse', percent: -20 });
    const neutral = { ...crimes, polarity: 'neutral' } as const;
    expect(differenceOf(60, 50, neutral).direction).toBe('higher');
    expect(differenceOf(40, 50, neutral).direction).toBe('lower');
  });

  test('is equal where the shown decimals are, and differs as the shown figures do', () => {
    expect(differenceOf(50.04, 49.96, crimes)).toMatchObject({
      amount: 0,
      sign: 0,
      direction: 'equal',
    });
    expect(differenceOf(0.3, 0.1, crimes).amount).toBe(0.2);
  });

  test('has per cents of a reference without its sign, and none of nothing, of a score or of a change', () => {
    expect(differenceOf(5, 0, crimes).percent).toBeNull();
    expect(differenceOf(0, 0, crimes).percent).toBe(0);
    expect(differenceOf(5, -1, crimes)).toMatchObject({ sign: 1, percent: 600 });
    expect(differenceOf(-5, -1, crimes)).toMatchObject({ sign: -1, percent: -400 });
    expect(differenceOf(7, 6, { ...crimes, kind: 'score' }).percent).toBeNull();
    expect(differenceOf(7, 6, { ...crimes, change: 'absolute' }).percent).toBeNull();
  });
});
