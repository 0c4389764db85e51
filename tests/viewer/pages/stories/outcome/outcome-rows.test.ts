import { describe, expect, test } from 'vitest';
import type { ListedArea } from '../../../../../geodata/area-list.ts';
import type { ColumnData, ColumnPeriod } from '../../../../../geodata/columns/column.ts';
import { absentArea, statuses } from '../../../../../geodata/observation.ts';
import type { CatalogIndicator } from '../../../../../viewer/data/contract.ts';
import {
  type DoneIn,
  listOutcomes,
  type MeasuredLevel,
} from '../../../../../viewer/pages/stories/outcome/outcome-rows.ts';

const size = 6;
const people = 2000;

function indicator(key: string, more: Partial<CatalogIndicator>): CatalogIndicator {
  const plain = { theme: 't', unit: '', decimals: 1, polarity: 'higher-is-worse', aggregate: 'sum' };
  return { key, ...plain, kind: 'count', derive: null, breaks: [], ...more } as CatalogIndicator;
}

const inhabitants = indicator('people', { unit: 'personen' });
const crimes = indicator('crimes', {});
const rate = indicator('rate', {
  kind: 'rate',
  aggregate: 'derived',
  derive: { numerator: 'crimes', denominator: 'people', factor: 1000 },
});
const catalog = [inhabitants, crimes, rate];

type Given = readonly (number | 'suppressed' | 'too-few' | 'absent')[];

function period(name: string, given: Given, scale = 1): ColumnPeriod {
  return {
    period: name,
    boundaryYear: 2024,
    values: Float64Array.from(given, (one) => (typeof one === 'number' ? one / scale : Number.NaN)),
    statuses: Uint8Array.from(given, (one) =>
      typeof one === 'number' ? 0 : one === 'absent' ? absentArea : statuses.indexOf(one),
    ),
  };
}

function level(of: CatalogIndicator, years: Readonly<Record<string, Given>>): MeasuredLevel {
  const make = (key: string, scale: number, fill?: number): [string, ColumnData] => {
    const periods = Object.entries(years).map(([year, given]) =>
      period(year, fill === undefined ? given : given.map(() => fill), scale),
    );
    return [key, { indicator: key, level: 'neighbourhood', unit: '', scale: 1, size, periods }];
  };
  const columns = new Map([make('crimes', 1), make('people', 1, people), make('rate', people / 1000)]);
  const places = Array.from({ length: size }, (_, index) => ({
    ...{ code: `BU0000000${index}`, name: `Buurt ${index}`, index, neighbours: [] },
    ...{ bbox: [0, 0, 0, 0], centroid: [0, 0] },
  })) as ListedArea[];
  // The last area is of no type, and the one before it of a type of its own.
  const types = { of: [0, 0, 0, 0, 1, -1], names: ['eerste', 'tweede'].map((nl) => ({ nl, en: nl })) };
  return { indicator: of, columns, places, types };
}

const since2023 = (area: number, id = area): DoneIn => ({
  id,
  area: `BU0000000${area}`,
  beganOn: '2023-03-01',
  endedOn: null,
});

function measure(of: MeasuredLevel, ...done: DoneIn[]) {
  return listOutcomes([{ done, level: of }], catalog);
}

const plain = { '2022': [200, 100, 100, 200, 100, 100], '2024': [60, 100, 80, 60, 100, 100] } as const;

describe('what was measured', () => {
  test('is held against areas of its type, in which it is not done itself', () => {
    const [first] = measure(level(rate, plain), since2023(0), since2023(3));
    expect(first?.before).toMatchObject({ side: { value: 100 }, reference: { value: 50, count: 200 } });
    expect(first?.after).toMatchObject({ side: { value: 30 }, reference: { value: 45, count: 180 } });
    expect(first?.group).toEqual({ type: { nl: 'eerste', en: 'eerste' }, size: 2 });
    expect(first?.finding?.beside).toMatchObject({ expected: 90, verdict: 'lower' });
    expect(first?.finding?.own.verdict).toBe('lower');
  });

  test('is held against all others of its level where none is of its type, or it has none', () => {
    const [alone, untyped] = measure(level(rate, plain), since2023(4), since2023(5));
    expect(alone?.group).toEqual({ type: null, size: 4 });
    expect(untyped?.group).toEqual({ type: null, size: 4 });
    expect(alone?.finding?.beside.reason).toBe('tested');
  });

  test('of what grows with its area is told by itself', () => {
    const [row] = measure(level(crimes, plain), since2023(0));
    expect(row?.group).toBeNull();
    expect(row?.finding).toMatchObject({ own: { difference: -140, verdict: 'lower' }, reference: null });
    expect(row?.finding?.beside.reason).toBe('no-reference');
  });

  test('takes the last figure before and the last one after', () => {
    const years = { '2020': plain['2022'], ...plain, '2023': plain['2022'], '2025': plain['2024'] };
    const [row] = measure(level(rate, years), since2023(0));
    expect([row?.before?.moment.period, row?.after?.moment.period]).toEqual(['2022', '2025']);
    expect(row?.points.map(({ moment }) => moment.period)).toEqual(['2020', '2022', '2023', '2024', '2025']);
  });
});

describe('nothing is said', () => {
  const replace = (year: '2022' | '2024', one: Given[number]) => ({
    ...plain,
    [year]: [one, ...plain[year].slice(1)],
  });
  test.each([
    [
      'where there is no figure before',
      { '2023': plain['2022'], '2024': plain['2024'] },
      { kind: 'no-before' },
    ],
    ['where there is none after', { '2022': plain['2022'], '2023': plain['2022'] }, { kind: 'no-after' }],
    ['where the area was redrawn', replace('2022', 'absent'), { kind: 'redrawn' }],
    [
      'where the figure before is closed',
      replace('2022', 'suppressed'),
      { kind: 'absent', period: '2022', side: { status: 'suppressed' } },
    ],
    [
      'where the one after is of too few people',
      replace('2024', 'too-few'),
      { kind: 'absent', period: '2024', side: { status: 'too-few' } },
    ],
  ])('%s', (_what, years, obstacle) => {
    const [row] = measure(level(rate, years), since2023(0));
    expect(row?.obstacle).toMatchObject(obstacle);
    expect(row?.finding).toBeNull();
  });

  test('where the series broke between, or the area is no more', () => {
    const breaks = [{ period: '2024', reason: { nl: 'anders', en: 'other' }, categories: null }];
    const [broken] = measure(level({ ...rate, breaks }, plain), since2023(0));
    expect(broken).toMatchObject({ obstacle: { kind: 'break' }, finding: null });
    const [gone] = measure(level(rate, plain), { ...since2023(0), area: 'BU99999999' });
    expect(gone).toMatchObject({ obstacle: { kind: 'redrawn' }, place: null, points: [] });
  });
});
