import { describe, expect, test } from 'vitest';
import { ignoresSize } from '../../../../geodata/comparing/comparability.ts';
import { differenceOf } from '../../../../geodata/comparing/difference.ts';
import { mostSelected } from '../../../../geodata/link/view.ts';
import { lookOf } from '../../../../viewer/atlas/selection/look.ts';
import { orderRows, type Sortable } from '../../../../viewer/atlas/selection/order.ts';

const crimes = { kind: 'rate', polarity: 'higher-is-worse', decimals: 1, change: null } as const;

describe('what ignores the size of areas', () => {
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
  const row = (number: number, name: string, values: (number | null)[], amount: number | null): Sortable => ({
    number,
    name,
    values,
    difference: amount === null ? null : differenceOf(50 + amount, 50, crimes),
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
