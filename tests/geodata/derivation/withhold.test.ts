import { describe, expect, test } from 'vitest';
import { computeObservations, listAffected } from '../../../geodata/derivation/computation.ts';
import { arrangeHierarchy } from '../../../geodata/derivation/hierarchy.ts';
import { expandIndicators } from '../../../geodata/dimension.ts';
import type { Indicator } from '../../../geodata/indicator.ts';
import type { Observation } from '../../../geodata/observation.ts';
import { countIndicator, publishedFigure } from './figures.ts';

const people = countIndicator('inwoners');
const crimes = countIndicator('misdrijven');
const rate = countIndicator('misdrijven-per-1000', {
  kind: 'rate',
  unit: 'per 1.000 inwoners',
  aggregate: 'derived',
  derive: { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 },
  smallestDenominator: 100,
});
const given = countIndicator('meldingen-per-1000', {
  kind: 'rate',
  unit: 'per 1.000 inwoners',
  aggregate: 'none',
  smallestDenominator: 100,
});
const mean = countIndicator('inkomen', {
  kind: 'amount',
  aggregate: { weightedBy: 'inwoners' },
  smallestDenominator: 100,
});

const parents = [
  ['BU00010001', 'neighbourhood', 'WK000100'],
  ['BU00010002', 'neighbourhood', 'WK000100'],
  ['BU00010003', 'neighbourhood', 'WK000100'],
  ['WK000100', 'district', 'GM0001'],
  ['GM0001', 'municipality', 'regio'],
  ['regio', 'region', null],
] as const;
const hierarchies = new Map([
  [
    2024,
    arrangeHierarchy(
      2024,
      parents.map(([code, level, parent]) => ({ code, level, parent, water: false })),
    ),
  ],
]);

/** One figure a neighbourhood, in order. */
const figuresOf = (key: string, ...values: (number | null)[]) =>
  values.map((value, index) => publishedFigure(key, `BU0001000${index + 1}`, value));

function compute(observations: readonly Observation[], indicators: readonly Indicator[]): Observation[] {
  return computeObservations(observations, indicators, hierarchies);
}

const find = (made: readonly Observation[], indicator: string, area: string) =>
  made.find((each) => each.indicator === indicator && each.area === area);

describe('a rate of too few people', () => {
  test('has a status of its own and no value, also of nobody; larger areas count all events over all people', () => {
    const made = compute(
      [...figuresOf('inwoners', 5, 0, 395), ...figuresOf('misdrijven', 187, 3, 10)],
      [people, crimes, rate],
    );
    for (const area of ['BU00010001', 'BU00010002'])
      expect(find(made, rate.key, area)).toMatchObject({
        value: null,
        status: 'too-few',
        origin: 'derived',
        note: { denominatorPeriod: '2024' },
      });
    expect(find(made, rate.key, 'BU00010003')).toMatchObject({ status: 'final' });
    expect(find(made, rate.key, 'GM0001')).toMatchObject({ value: 500, status: 'final' });
  });

  test('what was missing, suppressed or not asked stays so; a hundred are enough', () => {
    const made = compute(
      [
        ...figuresOf('inwoners', 5, 100),
        publishedFigure('inwoners', 'BU00010003', null, { status: 'suppressed' }),
        publishedFigure('misdrijven', 'BU00010001', null, { status: 'not-asked' }),
        publishedFigure('misdrijven', 'BU00010002', 1),
        publishedFigure('misdrijven', 'BU00010003', 1),
      ],
      [people, crimes, rate],
    );
    expect(
      made.flatMap(({ indicator, status }) => (indicator === rate.key ? [status] : [])).slice(0, 3),
    ).toEqual(['not-asked', 'final', 'suppressed']);
  });

  test('so is that of a category, over all people of the area', () => {
    const dimension = {
      key: 'soort',
      name: { nl: 'Soort', en: 'Kind' },
      total: null,
      categories: [{ key: '1', parent: null, name: { nl: 'a', en: 'a' } }],
    };
    const divided = [people, { ...crimes, dimension: 'soort' }, { ...rate, dimension: 'soort' }];
    const made = compute(
      [...figuresOf('inwoners', 5, 500), ...figuresOf('misdrijven/1', 9, 9)],
      expandIndicators({ indicators: divided, dimensions: [dimension] }),
    );
    expect(find(made, `${rate.key}/1`, 'BU00010001')?.status).toBe('too-few');
    expect(find(made, `${rate.key}/1`, 'BU00010002')?.value).toBe(18);
  });
});

describe('a figure that its source gives of too few people', () => {
  test('stays beside a withheld one that goes before it, by the people of the nearest period', () => {
    const made = compute(
      [
        ...figuresOf('inwoners', 5, 500).map((figure) => ({ ...figure, period: '2022' })),
        ...figuresOf(given.key, 800, 4),
      ],
      [people, given],
    );
    expect(made.filter(({ indicator }) => indicator === given.key)).toMatchObject([
      {
        area: 'BU00010001',
        value: null,
        status: 'too-few',
        origin: 'withheld',
        note: { denominatorPeriod: '2022' },
      },
    ]);
  });

  test('stays where the people are not known, in other boundaries too', () => {
    const elsewhere = figuresOf('inwoners', 5).map((figure) => ({ ...figure, boundaryYear: 2021 }));
    const made = compute([...elsewhere, ...figuresOf(given.key, 800)], [people, given]);
    expect(made.filter(({ indicator }) => indicator === given.key)).toEqual([]);
  });

  test('takes no part in the mean of a larger area, which is not an estimate for that', () => {
    const made = compute(
      [...figuresOf('inwoners', 50, 450, 500), ...figuresOf(mean.key, 900, 20, 30)],
      [people, mean],
    );
    expect(find(made, mean.key, 'WK000100')).toMatchObject({
      value: (450 * 20 + 500 * 30) / 950,
      status: 'final',
      note: { parts: 2, partsKnown: 2 },
    });
  });

  test('counts as not known in the whole: a mean of less than most of the people is none', () => {
    const made = compute(
      [...figuresOf('inwoners', 90, 110), ...figuresOf(mean.key, 900, 20)],
      [people, mean],
    );
    expect(find(made, mean.key, 'WK000100')).toMatchObject({ value: null, status: 'missing' });
  });

  test('a larger area of too few people, or of nothing but such areas, is one too', () => {
    const few = compute(
      [...figuresOf('inwoners', 40, 50, 0), ...figuresOf(mean.key, 900, 20)],
      [people, mean],
    );
    expect(find(few, mean.key, 'WK000100')).toMatchObject({ value: null, status: 'too-few' });
  });
});

test('without a limit nothing is withheld', () => {
  const free = { ...given, smallestDenominator: null };
  const made = compute([...figuresOf('inwoners', 5), ...figuresOf(given.key, 800)], [people, free]);
  expect(made.filter(({ indicator }) => indicator === given.key)).toEqual([]);
});

test('a new count of the people concerns the rates that a source gives', () => {
  expect([...listAffected(['inwoners'], [people, given, crimes])]).toEqual(['inwoners', given.key]);
});
