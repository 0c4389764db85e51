import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeObservations, listAffected } from '../../../geodata/derivation/computation.ts';
import { deriveIndicator } from '../../../geodata/derivation/derive.ts';
import { indexFigures } from '../../../geodata/derivation/figures.ts';
import { arrangeHierarchy } from '../../../geodata/derivation/hierarchy.ts';
import { nearestPeriod } from '../../../geodata/nearest-period.ts';
import type { Observation } from '../../../geodata/observation.ts';
import { countIndicator } from '../../setup/indicator.ts';
import { publishedFigure } from './figures.ts';

const derive = { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 };
const rate = countIndicator('misdrijven-per-1000', {
  kind: 'rate',
  decimals: 1,
  aggregate: 'derived',
  derive,
});
const crimes = (value: number | null, change?: Partial<Observation>) =>
  publishedFigure('misdrijven', 'BU00010001', value, change);
const inhabitants = (value: number | null, change?: Partial<Observation>) =>
  publishedFigure('inwoners', 'BU00010001', value, change);

describe('a derived figure', () => {
  test('is numerator ÷ denominator × factor, and says whose and of which period', () => {
    expect(deriveRate(crimes(12), inhabitants(480))).toMatchObject({
      indicator: 'misdrijven-per-1000',
      area: 'BU00010001',
      period: '2024',
      value: 25,
      status: 'final',
      origin: 'derived',
      source: 'cbs',
      note: { denominatorPeriod: '2024' },
    });
  });

  test('takes the denominator of the nearest period of the same boundary year, of two the earlier', () => {
    const figures = [
      crimes(10, { period: '2023' }),
      inhabitants(100, { period: '2022' }),
      inhabitants(200, { period: '2024' }),
      inhabitants(500, { period: '2023', boundaryYear: 2021 }),
      inhabitants(null, { period: '2023' }),
    ];
    expect(deriveRate(...figures)).toMatchObject({ value: 100, note: { denominatorPeriod: '2022' } });
  });

  test('is made for every level that has a numerator, the country too', () => {
    const figures = [publishedFigure('misdrijven', 'NL00', 800), publishedFigure('inwoners', 'NL00', 16_000)];
    expect(deriveRate(...figures)).toMatchObject({ area: 'NL00', level: 'country', value: 50 });
  });

  test('has no value without either, or with a denominator of 0; withheld goes before missing', () => {
    expect(deriveRate(crimes(12), inhabitants(0))).toMatchObject({ value: null, status: 'missing' });
    expect(deriveRate(crimes(0), inhabitants(0))).toMatchObject({ value: null, status: 'missing' });
    expect(deriveRate(crimes(12))).toMatchObject({ value: null, status: 'missing', note: null });
    const withheld = inhabitants(null, { status: 'suppressed' });
    const other = publishedFigure('inwoners', 'BU00010002', 5);
    expect(deriveRate(crimes(null), withheld, other)).toMatchObject({ value: null, status: 'suppressed' });
    expect(deriveRate(crimes(null, { status: 'not-asked' }), inhabitants(5))).toMatchObject({
      status: 'not-asked',
    });
  });

  test('is as certain as the less certain of the two, and has no bounds', () => {
    const provisional = crimes(12, { status: 'provisional', lower: 10, upper: 14, sampleSize: 3 });
    expect(deriveRate(provisional, inhabitants(100))).toMatchObject({
      status: 'provisional',
      lower: null,
      upper: null,
      sampleSize: null,
    });
    expect(deriveRate(provisional, inhabitants(100, { status: 'estimated' }))).toMatchObject({
      status: 'estimated',
    });
  });

  test('is never infinite and never made up', () => {
    const count = fc.option(fc.integer({ min: 0, max: 1e6 }));
    fc.assert(
      fc.property(count, count, (numerator, denominator) => {
        const made = deriveRate(crimes(numerator), inhabitants(denominator));
        const hasValue = numerator !== null && denominator !== null && denominator !== 0;
        expect(made?.value === null).toBe(!hasValue);
        expect(made?.status === 'final').toBe(hasValue);
        if (hasValue) expect(made?.value).toBeCloseTo((numerator / denominator) * 1000, 6);
      }),
    );
  });
});

describe('computing', () => {
  const hierarchies = new Map([
    [
      2024,
      arrangeHierarchy(2024, [
        { code: 'GM0001', level: 'municipality', parent: 'twente', water: false },
        { code: 'WK000100', level: 'district', parent: 'GM0001', water: false },
        { code: 'BU00010001', level: 'neighbourhood', parent: 'WK000100', water: false },
        { code: 'BU00010002', level: 'neighbourhood', parent: 'WK000100', water: false },
      ]),
    ],
  ]);
  const indicators = [rate, countIndicator('misdrijven'), countIndicator('inwoners')];

  test('derives the figures of a whole from its own sums, not from the figures of its parts', () => {
    const made = computeObservations(
      [
        crimes(10),
        inhabitants(100),
        publishedFigure('misdrijven', 'BU00010002', 0),
        publishedFigure('inwoners', 'BU00010002', 900),
      ],
      indicators,
      hierarchies,
    );
    const district = made.find(({ indicator, area }) => indicator === rate.key && area === 'WK000100');
    expect(district).toMatchObject({ value: 10, origin: 'derived' });
  });

  test('lets the figure that a source gives for a whole win from the sum of its parts', () => {
    const published = publishedFigure('inwoners', 'GM0001', 1000);
    const made = computeObservations([crimes(10), inhabitants(100), published], indicators, hierarchies);
    const municipality = made.filter(({ area }) => area === 'GM0001');
    expect(municipality.map(({ indicator, origin, value }) => [indicator, origin, value])).toEqual([
      ['misdrijven', 'aggregated', null],
      ['inwoners', 'aggregated', null],
      [rate.key, 'derived', null],
    ]);
    const complete = [
      ...[crimes(10), inhabitants(100), published],
      publishedFigure('misdrijven', 'GM0001', 40),
    ];
    const derived = computeObservations(complete, indicators, hierarchies).filter(
      ({ area }) => area === 'GM0001',
    );
    expect(derived.find(({ indicator }) => indicator === rate.key)?.value).toBe(40);
  });

  test('knows what changes with what', () => {
    const weighted = countIndicator('inkomen', { aggregate: { weightedBy: 'inwoners' } });
    expect([...listAffected(['inwoners'], [...indicators, weighted])].sort()).toEqual([
      'inkomen',
      'inwoners',
      'misdrijven-per-1000',
    ]);
    expect([...listAffected([rate.key], indicators)]).toEqual([rate.key]);
  });

  test('refuses indicators that need each other in a circle', () => {
    const circle = [
      countIndicator('a', { derive: { numerator: 'b', denominator: 'b', factor: 1 } }),
      countIndicator('b', { aggregate: { weightedBy: 'a' } }),
    ];
    expect(() => computeObservations([], circle, hierarchies)).toThrow(/a → b → a/);
  });
});

describe('the nearest period', () => {
  test('is the same one, or the one around it, or the one whose middle is nearest', () => {
    expect(nearestPeriod('2024', ['2023', '2024', '2025'])).toBe('2024');
    expect(nearestPeriod('2024-01', ['2023', '2024'])).toBe('2024');
    expect(nearestPeriod('2024-Q4', ['2023', '2025'])).toBe('2025');
    expect(nearestPeriod('2024', ['2025', '2023'])).toBe('2023');
    expect(nearestPeriod('2024', [])).toBeUndefined();
    expect(() => nearestPeriod('vorig jaar', ['2024'])).toThrow(RangeError);
  });
});

function deriveRate(...figures: Observation[]): Observation | undefined {
  return deriveIndicator(rate, indexFigures(figures))[0];
}
