import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterRows, sortKeys, sortRows, type TableRow } from '../../viewer/table/rows.ts';

function row(name: string, value: number | null, municipality: string | null = null): TableRow {
  const status = value === null ? 'suppressed' : 'final';
  return { code: `BU${name}`, name, index: 0, municipality, value, lower: null, upper: null, status };
}

const names = (rows: readonly TableRow[]) => rows.map(({ name }) => name);

describe('the table of areas', () => {
  test('sorts by value with the areas without one last, whichever way round', () => {
    const rows = [row('a', 1), row('b', null), row('c', 3), row('d', 2)];
    expect(names(sortRows(rows, { key: 'value', descending: true }))).toEqual(['c', 'd', 'a', 'b']);
    expect(names(sortRows(rows, { key: 'value', descending: false }))).toEqual(['a', 'd', 'c', 'b']);
  });

  test('sorts names as people do: numbers by size, accents and capitals aside', () => {
    const rows = [row('Wijk 10', 1), row('wijk 9', 1), row('Éland', 1), row('Fazant', 1)];
    expect(names(sortRows(rows, { key: 'name', descending: false }))).toEqual([
      'Éland',
      'Fazant',
      'wijk 9',
      'Wijk 10',
    ]);
  });

  test('sorting loses and makes up nothing, and leaves its input as it was', () => {
    const rows = fc.array(
      fc
        .tuple(fc.string(), fc.option(fc.double({ noNaN: true })), fc.option(fc.string()))
        .map(([name, value, municipality]) => row(name, value, municipality)),
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...sortKeys), fc.boolean(), (all, key, descending) => {
        const before = [...all];
        const sorted = sortRows(all, { key, descending });
        expect(all).toEqual(before);
        expect(new Set(sorted)).toEqual(new Set(all));
        expect(sorted).toHaveLength(all.length);
      }),
    );
  });

  test('filters by name, municipality and code, accents aside', () => {
    const rows = [row('Pathmos', 1, 'Enschede'), row('Cité', 2, 'Almelo'), row('Zuid', 3, 'Enschede')];
    expect(names(filterRows(rows, 'ensch zuid'))).toEqual(['Zuid']);
    expect(names(filterRows(rows, 'cite'))).toEqual(['Cité']);
    expect(names(filterRows(rows, 'BUPath'))).toEqual(['Pathmos']);
    expect(filterRows(rows, ' ')).toBe(rows);
  });
});
