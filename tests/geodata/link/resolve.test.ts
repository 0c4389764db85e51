import { describe, expect, test } from 'vitest';
import { choosePoints } from '../../../geodata/comparing/points.ts';
import { boundaryYearsOf, levelsOf, periodsOf, resolveView } from '../../../geodata/link/resolve.ts';
import { defaultPanel, defaultView, type PanelView, type View } from '../../../geodata/link/view.ts';
import type { Catalog, CatalogIndicator } from '../../../viewer/data/contract.ts';

const column = { hash: 'h', bytes: 1 };

function indicator(key: string, more: Partial<CatalogIndicator> = {}): CatalogIndicator {
  return {
    key,
    name: { nl: key, en: key },
    theme: 'theme',
    unit: '%',
    kind: 'share',
    decimals: 1,
    polarity: 'neutral',
    aggregate: 'none',
    derive: null,
    smallestDenominator: null,
    dimension: null,
    items: [],
    survey: null,
    breaks: [],
    levels: ['municipality', 'neighbourhood'],
    periods: [
      { period: '2021', boundaryYear: 2021, status: 'final', levels: [] },
      { period: '2024', boundaryYear: 2024, status: 'final', levels: [] },
    ],
    source: null,
    sources: [],
    columns: { municipality: column, neighbourhood: column },
    ...more,
  };
}

function catalogOf(...indicators: CatalogIndicator[]): Catalog {
  return {
    region: { key: 'twente', name: { nl: 'Twente', en: 'Twente' } },
    country: { code: 'NL00', name: 'Nederland' },
    municipalities: [],
    levels: [],
    boundaryYears: [],
    themes: [{ key: 'theme', parent: null, name: { nl: 'Thema', en: 'Theme' } }],
    indicators,
    dimensions: [],
    surveys: [],
    targets: [],
    sources: [],
    demonstration: false,
    baseMap: false,
    findsAddresses: false,
  };
}

const resolve = ({ area = null, ...panel }: Partial<PanelView & View>, catalog: Catalog) =>
  resolveView({ ...defaultView, area, panels: [{ ...defaultPanel, ...panel }] }, catalog);

describe('a view, held against the catalog', () => {
  test('left open: the newest period of a relative figure with a long series', () => {
    const long = indicator('rate', {
      kind: 'rate',
      periods: ['2021', '2022', '2023'].map((period) => ({
        period,
        boundaryYear: 2024,
        status: 'final' as const,
        levels: [],
      })),
    });
    const found = resolve({}, catalogOf(indicator('total', { kind: 'count' }), indicator('share'), long));
    expect(found?.view).toMatchObject({ indicator: 'rate', period: '2023', boundaryYear: null });
    expect(found?.adjustments).toEqual([]);
  });

  test('keeps what is there without a word', () => {
    const view = { indicator: 'share', period: '2021', level: 'municipality', area: 'GM0153' } as const;
    const found = resolve(view, catalogOf(indicator('share')));
    expect(found?.view).toMatchObject(view);
    expect(found?.adjustments).toEqual([]);
  });

  test('replaces what is gone by what comes nearest, and tells', () => {
    const found = resolve(
      { indicator: 'gone', period: '2023', level: 'district', boundaryYear: 1999 },
      catalogOf(indicator('share')),
    );
    expect(found?.view).toMatchObject({
      indicator: 'share',
      period: '2021',
      level: 'neighbourhood',
      boundaryYear: null,
    });
    expect(found?.adjustments.map(({ parameter, value }) => `${parameter} ${value}`)).toEqual([
      'indicator gone',
      'level district',
      'period 2023',
      'boundaries 1999',
    ]);
  });

  test('an older division of the same period is kept, the newest one left out', () => {
    const both = indicator('share', {
      periods: [2021, 2024].map((boundaryYear) => ({
        period: '2021',
        boundaryYear,
        status: 'final' as const,
        levels: [],
      })),
    });
    expect(boundaryYearsOf(both, '2021')).toEqual([2024, 2021]);
    expect(resolve({ boundaryYear: 2021 }, catalogOf(both))?.view.boundaryYear).toBe(2021);
    expect(resolve({ boundaryYear: 2024 }, catalogOf(both))?.view.boundaryYear).toBeNull();
    expect(periodsOf(both)).toEqual(['2021']);
  });

  test('a change since a period that is gone is one since the nearest before it, and tells', () => {
    const change = { from: '2022', kind: 'relative' } as const;
    const found = resolve({ period: '2024', change }, catalogOf(indicator('share')));
    expect(found?.view.change).toEqual({ from: '2021', kind: 'relative' });
    expect(found?.adjustments.map(({ parameter, value }) => `${parameter} ${value}`)).toEqual([
      'change 2022',
    ]);
  });

  test('a change since the period itself is none to compare with', () => {
    const single = indicator('share', {
      periods: [{ period: '2024', boundaryYear: 2024, status: 'final' as const, levels: [] }],
    });
    const change = { from: '2024', kind: 'absolute' } as const;
    expect(resolve({ period: '2024', change }, catalogOf(single))?.view.change).toBeNull();
  });

  test('every panel is filled in on its own, and the active one stands beside them', () => {
    const panels = ['2021', '2024'].map((period) => ({ ...defaultPanel, indicator: 'share', period }));
    const view = { ...defaultView, arrangement: '2' as const, panels, active: 1 };
    const found = resolveView(view, catalogOf(indicator('share')));
    expect(found?.view.panels.map(({ period }) => period)).toEqual(['2021', '2024']);
    expect(found?.view.period).toBe('2024');
  });

  test('a category is shown by its address, and told where it is not there', () => {
    const divided = indicator('crimes', {
      dimension: 'kind',
      items: [{ category: '1.1', columns: { municipality: { hash: 'x', bytes: 1 } } }],
    });
    const name = { nl: 'Inbraak', en: 'Burglary' };
    const categories = [{ key: '1.1', parent: null, name }];
    const dimensions = [{ key: 'kind', name, total: null, categories }];
    const catalog = { ...catalogOf(divided), dimensions };
    const show = (address: string) =>
      resolveView({ ...defaultView, panels: [{ ...defaultPanel, indicator: address }] }, catalog);
    expect(show('crimes/1.1')?.view).toMatchObject({ indicator: 'crimes/1.1', level: 'municipality' });
    expect(show('crimes/9')?.view.indicator).toBe('crimes');
    expect(show('crimes/9')?.adjustments).toContainEqual(
      expect.objectContaining({ parameter: 'indicator', value: 'crimes/9' }),
    );
  });

  test('an empty catalog has nothing to show', () => {
    expect(resolve({}, catalogOf())).toBeNull();
    expect(resolve({}, catalogOf(indicator('national', { columns: {} })))).toBeNull();
    expect(levelsOf(indicator('national', { columns: {} }))).toEqual([]);
  });
});

test('a line has one figure a period: of the division on screen, or else of the newest', () => {
  const row = (period: string, boundaryYear: number) => ({
    indicator: 'share',
    category: null,
    area: 'GM0153',
    areaName: 'Enschede',
    level: 'municipality' as const,
    boundaryYear,
    period,
    value: boundaryYear,
    lower: null,
    upper: null,
    sampleSize: null,
    status: 'final' as const,
    levels: [],
    origin: 'published' as const,
    source: 'CBS',
    reason: null,
    roundedTo: null,
  });
  const rows = [row('2024', 2024), row('2021', 2024), row('2021', 2021), row('2020', 2021)];
  const valuesFor = (wished: number | null) => choosePoints(rows, wished).map(({ value }) => value);
  expect(valuesFor(2024)).toEqual([2021, 2024, 2024]);
  expect(valuesFor(2021)).toEqual([2021, 2021, 2024]);
  expect(valuesFor(null)).toEqual([2021, 2024, 2024]);
});
