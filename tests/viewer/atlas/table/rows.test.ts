import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterRows, keepBrushed, sortRows, type TableRow } from '../../../../viewer/atlas/table/rows.ts';
import { describeOrder, type Order, type SortKey, turnOrder } from '../../../../viewer/parts/table/order.ts';

const value: SortKey = { panel: 0 };
const sortKeys: readonly SortKey[] = ['name', 'municipality', value, { panel: 1 }];

function row(
  name: string,
  values: number | null | readonly (number | null)[],
  municipality: string | null = null,
  isBrushed: boolean | null = null,
): TableRow {
  const figures = [values].flat().map((value) => {
    const status = value === null ? ('suppressed' as const) : ('final' as const);
    return { value, status, lower: null, upper: null };
  });
  return { code: `BU${name}`, name, index: 0, municipality, figures, isBrushed };
}

const names = (rows: readonly TableRow[]) => rows.map(({ name }) => name);

describe('the table of areas', () => {
  test('sorts by value with the areas without one last, whichever way round', () => {
    const rows = [row('a', 1), row('b', null), row('c', 3), row('d', 2)];
    expect(names(sortRows(rows, { key: value, isDescending: true }))).toEqual(['c', 'd', 'a', 'b']);
    expect(names(sortRows(rows, { key: value, isDescending: false }))).toEqual(['a', 'd', 'c', 'b']);
  });

  test('sorts names as people do: numbers by size, accents and capitals aside', () => {
    const rows = [row('Wijk 10', 1), row('wijk 9', 1), row('Éland', 1), row('Fazant', 1)];
    expect(names(sortRows(rows, { key: 'name', isDescending: false }))).toEqual([
      'Éland',
      'Fazant',
      'wijk 9',
      'Wijk 10',
    ]);
  });

  test('sorts by the figures of the panel whose column is chosen', () => {
    const rows = [row('a', [1, 9]), row('b', [2, null]), row('c', [3, 4])];
    expect(names(sortRows(rows, { key: { panel: 1 }, isDescending: false }))).toEqual(['c', 'a', 'b']);
  });

  test('keeps the areas that the brush picks, and all where nothing is brushed or all are asked for', () => {
    const brushed = [row('a', 1, null, true), row('b', 2, null, false)];
    expect(names(keepBrushed(brushed, true))).toEqual(['a']);
    expect(names(keepBrushed(brushed, false))).toEqual(['a', 'b']);
    expect(names(keepBrushed([row('c', 1)], true))).toEqual(['c']);
  });

  test('turns the order at a second click; figures begin with the highest, names with the first', () => {
    const byName: Order = { key: 'name', isDescending: false };
    expect(turnOrder(byName, 'name')).toEqual({ key: 'name', isDescending: true });
    const byValue = turnOrder(byName, { panel: 1 });
    expect(byValue).toEqual({ key: { panel: 1 }, isDescending: true });
    expect(turnOrder(byValue, { panel: 1 }).isDescending).toBe(false);
    expect(turnOrder(byValue, { panel: 0 })).toEqual({ key: { panel: 0 }, isDescending: true });
    expect(describeOrder(byValue, [{ panel: 1 }])).toBe('descending');
    expect(describeOrder(byValue, [{ panel: 0 }])).toBe('none');
  });

  test('sorting loses and makes up nothing, and leaves its input as it was', () => {
    const rows = fc.array(
      fc
        .tuple(fc.string(), fc.option(fc.double({ noNaN: true })), fc.option(fc.string()))
        .map(([name, figure, municipality]) => row(name, figure, municipality)),
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...sortKeys), fc.boolean(), (all, key, isDescending) => {
        const before = [...all];
        const sorted = sortRows(all, { key, isDescending });
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
