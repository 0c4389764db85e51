import { describe, expect, test } from 'vitest';
import type { ColumnData, ColumnPeriod } from '../../../geodata/columns/column.ts';
import { sideOfRows } from '../../../geodata/comparing/sides.ts';
import { absentArea } from '../../../geodata/observation.ts';
import type { CatalogIndicator, ObservationRow } from '../../../viewer/data/contract.ts';
import { listChangeRows, listRealChanges } from '../../../viewer/figures/change-rows.ts';
import {
  type FigureRow,
  type FigureRowsInput,
  listFigureRows,
  listOutstanding,
} from '../../../viewer/figures/figure-rows.ts';
import { findNewest, listMoments } from '../../../viewer/state/area/moment.ts';

const places = 3;

function period(name: string, values: readonly (number | null)[], boundaryYear = 2024): ColumnPeriod {
  return {
    period: name,
    boundaryYear,
    values: Float64Array.from(values, (value) => value ?? Number.NaN),
    statuses: Uint8Array.from(values, (value) => (value === null ? absentArea : 0)),
  };
}

function column(indicator: string, periods: readonly ColumnPeriod[]): ColumnData {
  return { indicator, level: 'municipality', unit: '', scale: 1, size: places, periods };
}

function indicator(key: string, more: Partial<CatalogIndicator>): CatalogIndicator {
  return {
    key,
    name: { nl: key, en: key },
    theme: 'leefomgeving.objectief',
    unit: '',
    kind: 'count',
    decimals: 1,
    polarity: 'higher-is-worse',
    aggregate: 'sum',
    derive: null,
    breaks: [],
    survey: null,
    ...more,
  } as CatalogIndicator;
}

const people = indicator('people', { unit: 'personen', polarity: 'neutral' });
const crimes = indicator('crimes', {});
const rate = indicator('rate', {
  kind: 'rate',
  aggregate: 'derived',
  derive: { numerator: 'crimes', denominator: 'people', factor: 1000 },
});
const indicators = [people, crimes, rate];

const columns = new Map(
  [
    column('people', [period('2023', [1000, 1000, 1000]), period('2024', [1000, 1000, 1000])]),
    column('crimes', [period('2023', [50, 52, 60]), period('2024', [150, 50, 61])]),
    column('rate', [period('2023', [50, 52, 60]), period('2024', [150, 50, 61])]),
  ].map((each) => [each.indicator, each]),
);

const row = (key: string, value: number): ObservationRow =>
  ({
    indicator: key,
    period: '2024',
    boundaryYear: 2024,
    value,
    lower: null,
    upper: null,
    status: 'final',
  }) as ObservationRow;
const references = [row('people', 3000), row('crimes', 261), row('rate', 87)];
const referTo: FigureRowsInput['referTo'] = (of, moment) => sideOfRows(references, of, moment);

function rowsOf(index: number, more: Partial<FigureRowsInput> = {}): FigureRow[] {
  return listFigureRows({ index, indicators, columns, referTo, isPart: true, ...more });
}

describe('the newest figures of an area', () => {
  test('are held against the reference, but for counts', () => {
    const rows = rowsOf(0);
    expect(rows.map(({ indicator: { key }, finding }) => [key, finding?.verdict ?? null])).toEqual([
      ['people', null],
      ['crimes', null],
      ['rate', 'higher'],
    ]);
    const found = rows[2];
    expect(found?.finding?.method).toBe('poisson-conditional');
    expect(found?.finding?.difference).toBeCloseTo(63, 9);
    expect(found?.interval?.lower).toBeLessThan(150);
    expect(found?.interval?.upper).toBeGreaterThan(150);
  });

  test('that stand out are told in order of their size in the spread of all areas', () => {
    expect(listOutstanding(rowsOf(0)).map(({ indicator: { key } }) => key)).toEqual(['rate']);
    const [found] = listOutstanding(rowsOf(0));
    // Median 61, absolute deviations 89, 11 and 0: their median is 11.
    expect(found?.deviation).toBeCloseTo(63 / (1.4826 * 11), 9);
  });

  test('without a figure of the reference are told without a finding', () => {
    const [, , found] = rowsOf(0, { referTo: () => null });
    expect(found?.reference).toBeNull();
    expect(found?.finding).toBeNull();
  });
});

describe('what changed', () => {
  const changesOf = (rate: CatalogIndicator) =>
    listChangeRows({
      index: 0,
      indicators,
      columns,
      rows: rowsOf(0).map((each) => (each.indicator.key === 'rate' ? { ...each, indicator: rate } : each)),
      since: 'before',
    });

  test('is more than chance where the test of both periods says so', () => {
    const found = listRealChanges(changesOf(rate));
    const told = found.map(({ indicator: { key }, before, after }) => [key, before, after]);
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(['rate', 50, 150]);
    expect(told).toContainEqual(['crimes', 50, 150]);
  });

  test('is not told across a break in the series', () => {
    const broken = { ...rate, breaks: [{ period: '2024', reason: { nl: 'b', en: 'b' }, categories: null }] };
    expect(changesOf(broken).map(({ indicator: { key } }) => key)).not.toContain('rate');
  });
});

describe('the moments of an area', () => {
  const periods = [
    period('2023', [1, null, 1], 2021),
    period('2023', [2, 2, 2], 2024),
    period('2024-01', [9, 9, 9]),
    period('2024', [null, 3, Number.NaN]),
  ];

  test('are years where there are any, in the newest boundaries that know its shape', () => {
    expect(listMoments({ periods }, 0).map((each) => [each.period, each.boundaryYear])).toEqual([
      ['2023', 2024],
    ]);
    expect(listMoments({ periods }, 1).map((each) => each.period)).toEqual(['2023', '2024']);
  });

  test('begin anew with the newest that has a figure', () => {
    expect(findNewest(listMoments({ periods }, 2), 2)?.period).toBe('2023');
    expect(findNewest([], 0)).toBeNull();
  });
});
