import { describe, expect, test } from 'vitest';
import { ignoresSize } from '../../../../geodata/comparing/comparability.ts';
import { compareFigures } from '../../../../geodata/comparing/difference.ts';
import { mostSelected } from '../../../../geodata/link/view.ts';
import { lookOf } from '../../../../viewer/atlas/selection/look.ts';
import { orderRows, type Sortable } from '../../../../viewer/atlas/selection/order.ts';

const crimes = { kind: 'rate', polarity: 'higher-is-worse', decimals: 1, change: null } as const;

describe('a figure held against another', () => {
  test('has a difference in its unit and in per cents, and a direction that the indicator names', () => {
    expect(compareFigures(60, 50, crimes)).toEqual({
      difference: 10,
      percent: 20,
      sign: 1,
      direction: 'worse',
    });
    const safety = { ...crimes, polarity: 'higher-is-better' } as const;
    expect(compareFigures(60, 50, safety).direction).toBe('better');
    expect(compareFigures(40, 50, safety)).toMatchObject({ sign: -1, direction: 'worse', percent: -20 });
    const neutral = { ...crimes, polarity: 'neutral' } as const;
    expect(compareFigures(60, 50, neutral).direction).toBe('higher');
    expect(compareFigures(40, 50, neutral).direction).toBe('lower');
  });

  test('is equal where the shown decimals are, and differs as the shown figures do', () => {
    expect(compareFigures(50.04, 49.96, crimes)).toMatchObject({
      difference: 0,
      sign: 0,
      direction: 'equal',
    });
    expect(compareFigures(0.3, 0.1, crimes).difference).toBe(0.2);
  });

  test('has per cents of a reference without its sign, and none of nothing, of a score or of a change', () => {
    expect(compareFigures(5, 0, crimes).percent).toBeNull();
    expect(compareFigures(0, 0, crimes).percent).toBe(0);
    expect(compareFigures(5, -1, crimes)).toMatchObject({ sign: 1, percent: 600 });
    expect(compareFigures(-5, -1, crimes)).toMatchObject({ sign: -1, percent: -400 });
    expect(compareFigures(7, 6, { ...crimes, kind: 'score' }).percent).toBeNull();
    expect(compareFigures(7, 6, { ...crimes, change: 'absolute' }).percent).toBeNull();
  });

  test('needs an area of like size where it is a count, but not where it is a change in per cents', () => {
    expect(ignoresSize({ kind: 'count', change: null })).toBe(false);
    expect(ignoresSize({ kind: 'count', change: 'absolute' })).toBe(false);
    expect(ignoresSize({ kind: 'count', change: 'relative' })).toBe(true);
    expect(ignoresSize({ kind: 'share', change: null })).toBe(true);
  });
});

test('no two lines of a full selection share both hue and dash', () => {
  const looks = Array.from({ length: mostSelected }, (_, index) => lookOf(index));
  expect(new Set(looks).size).toBe(mostSelected);
});

describe('the order of the comparison', () => {
  const row = (
    number: number,
    name: string,
    values: (number | null)[],
    difference: number | null,
  ): Sortable => ({
    number,
    name,
    values,
    comparison: difference === null ? null : compareFigures(50 + difference, 50, crimes),
  });
  const rows = [row(1, 'Wijk 10', [5, 1], 5), row(2, 'Éland', [null, 2], null), row(3, 'wijk 9', [7, 3], -7)];
  const numbers = (key: Parameters<typeof orderRows>[1]['key'], descending: boolean) =>
    orderRows(rows, { key, isDescending: descending }).map(({ number }) => number);

  test('is that of the map, of names as people order them, or of a figure', () => {
    expect(numbers('number', true)).toEqual([3, 2, 1]);
    expect(numbers('name', false)).toEqual([2, 3, 1]);
    expect(numbers({ panel: 1 }, true)).toEqual([3, 2, 1]);
  });

  test('has areas without a figure last, whichever way round', () => {
    expect(numbers({ panel: 0 }, false)).toEqual([1, 3, 2]);
    expect(numbers({ panel: 0 }, true)).toEqual([3, 1, 2]);
    expect(numbers('difference', false)).toEqual([3, 1, 2]);
    expect(numbers('percent', true)).toEqual([1, 3, 2]);
  });
});
