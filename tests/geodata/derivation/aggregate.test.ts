import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateIndicator, knownShareNeeded } from '../../../geodata/derivation/aggregate.ts';
import { indexFigures } from '../../../geodata/derivation/figures.ts';
import { arrangeHierarchy, type PartArea } from '../../../geodata/derivation/hierarchy.ts';
import type { Indicator } from '../../../geodata/indicator.ts';
import type { Observation } from '../../../geodata/observation.ts';
import { countIndicator, publishedFigure } from './figures.ts';

const crimes = countIndicator('misdrijven');
const income = countIndicator('inkomen', { kind: 'amount', aggregate: { weightedBy: 'inwoners' } });
const five = ['BU00010001', 'BU00010002', 'BU00010003', 'BU00010004', 'BU00010005'] as const;

describe('a sum', () => {
  test('adds up the neighbourhoods of district, municipality and region', () => {
    const made = aggregate(crimes, figuresOf('misdrijven', [1, 2, 3, 4, 5]));
    expect(pick(made)).toEqual([
      ['WK000100', 15, 'final'],
      ['GM0001', 15, 'final'],
      ['twente', 15, 'final'],
    ]);
    expect(made[0]).toMatchObject({ origin: 'aggregated', source: 'cbs', note: { parts: 5, partsKnown: 5 } });
  });

  test('is an estimate where a part is unknown, and is missing below the known share that is needed', () => {
    expect(knownShareNeeded).toBe(0.8);
    const four = aggregate(crimes, figuresOf('misdrijven', [1, 2, 3, 4, null]))[0];
    expect(four).toMatchObject({ value: 10, status: 'estimated', note: { parts: 5, partsKnown: 4 } });
    const three = aggregate(crimes, figuresOf('misdrijven', [1, 2, 3, null, null]))[0];
    expect(three).toMatchObject({ value: null, status: 'missing', note: { parts: 5, partsKnown: 3 } });
  });

  test('counts a neighbourhood without any row as unknown, and water without one not at all', () => {
    const rows = figuresOf('misdrijven', [1, 2, 3, 4, null]).slice(0, 4);
    expect(aggregate(crimes, rows)[0]).toMatchObject({ value: 10, status: 'estimated' });
    expect(aggregate(crimes, rows, areasOf({ water: five[4] }))[0]).toMatchObject({
      value: 10,
      status: 'final',
    });
  });

  test('takes over that its parts are provisional, or the reason why all of them have no value', () => {
    const rows = figuresOf('misdrijven', [1, 2, 3, 4, 5]);
    const provisional = rows.map((row, index) =>
      index === 2 ? { ...row, status: 'provisional' as const } : row,
    );
    expect(aggregate(crimes, provisional)[0]).toMatchObject({ value: 15, status: 'provisional' });
    const withheld = rows.map((row) => ({ ...row, value: null, status: 'suppressed' as const }));
    expect(aggregate(crimes, withheld)[0]).toMatchObject({ value: null, status: 'suppressed' });
    const mixed = withheld.map((row, index) =>
      index === 2 ? { ...row, status: 'not-asked' as const } : row,
    );
    expect(aggregate(crimes, mixed)[0]).toMatchObject({ value: null, status: 'missing' });
  });

  test('is also made where the source gives the whole, and takes complete published wholes as parts of the next', () => {
    const rows = [...figuresOf('misdrijven', [1, 2, 3, 4, 5]), publishedFigure('misdrijven', 'GM0001', 17)];
    expect(pick(aggregate(crimes, rows))).toEqual([
      ['WK000100', 15, 'final'],
      ['GM0001', 15, 'final'],
      ['twente', 17, 'final'],
    ]);
  });

  test('keeps no bounds and no sample size', () => {
    const rows = figuresOf('misdrijven', [1, 2, 3, 4, 5]).map((row) => ({
      ...row,
      lower: 0,
      upper: 9,
      sampleSize: 8,
    }));
    expect(aggregate(crimes, rows)[0]).toMatchObject({ lower: null, upper: null, sampleSize: null });
  });

  test('never says more than its parts: it lies between the known parts and their number says so', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 1000 })), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(values, (list) => {
        const known = list.filter((value) => value !== null);
        const [whole] = aggregate(crimes, figuresOf('misdrijven', list));
        expect(whole?.note).toEqual({ parts: 5, partsKnown: known.length });
        if (known.length < 4) expect(whole?.value).toBeNull();
        else expect(whole?.value).toBe(known.reduce((sum, value) => sum + value, 0));
      }),
    );
  });
});

describe('a weighted mean', () => {
  test('weighs with the other indicator, of the nearest period', () => {
    const rows = [
      ...figuresOf('inkomen', [10, 20, 30, 40, 50]),
      ...figuresOf('inwoners', [100, 0, 100, 0, 200], { period: '2022' }),
      ...figuresOf('inwoners', [1, 1, 1, 1, 1], { period: '2010' }),
    ];
    expect(aggregate(income, rows)[0]).toMatchObject({
      value: 35,
      status: 'final',
      note: { parts: 3, partsKnown: 3 },
    });
  });

  test('measures what is known in weight, and cannot use a value without a weight', () => {
    const inhabitants = figuresOf('inwoners', [900, 25, 25, 25, 25]);
    const small = aggregate(income, [
      ...figuresOf('inkomen', [30, null, null, null, null]),
      ...inhabitants,
    ])[0];
    expect(small).toMatchObject({ value: 30, status: 'estimated', note: { parts: 5, partsKnown: 1 } });
    const large = aggregate(income, [...figuresOf('inkomen', [null, 30, 30, 30, 30]), ...inhabitants])[0];
    expect(large).toMatchObject({ value: null, status: 'missing' });
    const unweighed = [
      ...figuresOf('inkomen', [10, 20, 20, 20, 20]),
      ...figuresOf('inwoners', [null, 1, 1, 1, 1]),
    ];
    expect(aggregate(income, unweighed)[0]).toMatchObject({ value: 20, status: 'estimated' });
  });

  test('does not weigh with another boundary year', () => {
    const rows = [
      ...figuresOf('inkomen', [10, 20, 30, 40, 50]),
      ...figuresOf('inwoners', [1, 1, 1, 1, 1], { boundaryYear: 2021 }),
    ];
    expect(aggregate(income, rows)[0]).toMatchObject({ value: null, status: 'missing' });
  });
});

test('nothing is made by the rules "none" and "derived"', () => {
  for (const rule of ['none', 'derived'] as const)
    expect(aggregate({ ...crimes, aggregate: rule }, figuresOf('misdrijven', [1, 2, 3, 4, 5]))).toEqual([]);
});

function aggregate(indicator: Indicator, rows: readonly Observation[], areas = areasOf({})): Observation[] {
  return aggregateIndicator(indicator, indexFigures(rows), new Map([[2024, arrangeHierarchy(2024, areas)]]));
}

function areasOf({ water }: { water?: string }): PartArea[] {
  return [
    { code: 'NL00', level: 'country', parent: null, water: false },
    { code: 'twente', level: 'region', parent: 'NL00', water: false },
    { code: 'GM0001', level: 'municipality', parent: 'twente', water: false },
    { code: 'WK000100', level: 'district', parent: 'GM0001', water: false },
    ...five.map((code) => ({
      code,
      level: 'neighbourhood' as const,
      parent: 'WK000100',
      water: code === water,
    })),
  ];
}

function figuresOf(
  indicator: string,
  values: readonly (number | null)[],
  change: Partial<Observation> = {},
): Observation[] {
  return values.map((value, index) => publishedFigure(indicator, five[index] ?? '', value, change));
}

function pick(made: readonly Observation[]): [string, number | null, string][] {
  return made.map(({ area, value, status }) => [area, value, status]);
}
