import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CarryFigure,
  carryFigures,
  carryRuleOf,
  nearestBoundaryYear,
  planCarry,
} from '../../../../geodata/boundary/carrying/carry.ts';
import { type LineageLink, turnLinksBack } from '../../../../geodata/boundary/lineage/chain.ts';

function link(fromCode: string | null, toCode: string | null, more: Partial<LineageLink> = {}): LineageLink {
  const shares = { areaShare: 1, populationShare: null, toAreaShare: 1, toPopulationShare: null };
  return { level: 'neighbourhood', change: 'redrawn', fromCode, toCode, ...shares, ...more };
}

const final = (value: number): CarryFigure => ({ value, status: 'final' });
const count = { by: 'count' } as const;

function carry(links: readonly LineageLink[], values: Record<string, CarryFigure>) {
  return carryFigures(planCarry(links), { rule: count, own: new Map(Object.entries(values)) });
}

// A keeps its shape; B was split over C and D, three quarters of its people in C; E and F became G; H got the code I.
const region = [
  link('A', 'A', { change: 'unchanged', areaShare: 0.97 }),
  link('A', 'C', { areaShare: 0.03, toAreaShare: 0.04, change: 'new' }),
  link('B', 'C', { areaShare: 0.5, populationShare: 0.75, change: 'new' }),
  link('B', 'D', { areaShare: 0.5, populationShare: 0.25, change: 'gone' }),
  link('E', 'G', { toAreaShare: 0.4, change: 'gone' }),
  link('F', 'G', { toAreaShare: 0.6, change: 'new' }),
  link('H', 'I', { change: 'recoded', areaShare: 0.99 }),
];

describe('carried counts', () => {
  test('go by inhabitants, and say what was measured', () => {
    const carried = carry(region, {
      A: final(7),
      B: final(100),
      E: final(3),
      F: final(4),
      H: final(0.1 + 0.2),
    });
    expect(carried.get('A')).toEqual({ value: 7, status: 'final', measuredShare: 1, copyOf: 'A' });
    expect(carried.get('C')).toMatchObject({ value: 75, status: 'estimated', measuredShare: 0 });
    expect(carried.get('D')).toMatchObject({ value: 25, status: 'estimated', measuredShare: 0 });
    expect(carried.get('G')).toEqual({ value: 7, status: 'final', measuredShare: 1, copyOf: null });
    expect(carried.get('I')?.value).toBe(0.1 + 0.2);
  });

  test('go by ground where inhabitants are unknown, and tell how much came along whole', () => {
    const links = [
      link('A', 'X', { areaShare: 0.25, toAreaShare: 0.2, change: 'new' }),
      link('A', 'A', { areaShare: 0.75 }),
      link('B', 'X', { toAreaShare: 0.8, change: 'new' }),
    ];
    const carried = carry(links, { A: final(40), B: final(30) });
    expect(carried.get('X')).toMatchObject({ value: 40, status: 'estimated', measuredShare: 0.75 });
    expect(carried.get('A')).toMatchObject({ value: 30, status: 'estimated', measuredShare: 0 });
  });

  test('are missing or suppressed where a part is, never zero', () => {
    const suppressed = carry(region, { E: final(3), F: { value: null, status: 'suppressed' } });
    expect(suppressed.get('G')).toMatchObject({ value: null, status: 'suppressed', measuredShare: null });
    expect(suppressed.get('C')).toMatchObject({ value: null, status: 'missing' });
    expect(carry(region, { E: final(3) }).get('G')).toMatchObject({ value: null, status: 'missing' });
  });

  test('keep the less certain status of whole parts', () => {
    const carried = carry(region, { E: final(3), F: { value: 4, status: 'provisional' } });
    expect(carried.get('G')).toMatchObject({ value: 7, status: 'provisional' });
  });

  test('are estimated where an area also has ground that no area had', () => {
    const links = [
      link('E', 'G', { toAreaShare: 0.3 }),
      link('F', 'G', { toAreaShare: 0.5 }),
      link(null, 'G', { areaShare: 0.2, toAreaShare: 0.2 }),
    ];
    const found = carry(links, { E: final(3), F: final(4) }).get('G');
    expect(found).toMatchObject({ value: 7, status: 'estimated' });
    expect(found?.measuredShare).toBeCloseTo(0.8);
  });

  test('do not vanish with an area that went up in one that kept its shape', () => {
    const links = [
      link('A', 'A', { change: 'unchanged' }),
      link('B', 'A', { change: 'gone', toAreaShare: 0.02 }),
      link('C', null),
    ];
    expect(carry(links, { A: final(10), B: final(1) }).get('A')).toMatchObject({
      value: 11,
      status: 'final',
    });
    expect(planCarry(links).unplaced).toEqual(['C']);
  });
});

describe('carried rates and means', () => {
  const plan = planCarry(region);

  test('a rate is that of the carried numerator and denominator', () => {
    const rule = carryRuleOf({
      aggregate: 'derived',
      derive: { numerator: 'crimes', denominator: 'people', factor: 1000 },
      smallestDenominator: null,
    });
    const carried = carryFigures(plan, {
      rule,
      own: new Map([['A', final(3.14)]]),
      numerators: new Map([
        ['B', final(20)],
        ['E', final(1)],
        ['F', final(3)],
      ]),
      denominators: new Map([
        ['B', final(400)],
        ['E', final(100)],
        ['F', final(100)],
      ]),
    });
    expect(carried.get('A')).toMatchObject({ value: 3.14, status: 'final' });
    expect(carried.get('C')).toMatchObject({ value: 50, status: 'estimated', measuredShare: 0 });
    expect(carried.get('G')).toMatchObject({ value: 20, status: 'final', measuredShare: 1 });
    const withheld = carryFigures(plan, {
      rule,
      own: new Map([['E', { value: null, status: 'suppressed' }]]),
      numerators: new Map([
        ['E', final(1)],
        ['F', final(3)],
      ]),
      denominators: new Map([
        ['E', final(100)],
        ['F', final(0)],
      ]),
    });
    expect(withheld.get('G')).toMatchObject({ value: null, status: 'suppressed' });
    expect(withheld.get('C')).toMatchObject({ value: null, status: 'missing' });
  });

  test('a mean is weighted, without what weighs nothing', () => {
    const rule = carryRuleOf({
      aggregate: { weightedBy: 'people' },
      derive: null,
      smallestDenominator: null,
    });
    const own = new Map([
      ['B', final(6)],
      ['E', final(5)],
      ['F', final(8)],
    ]);
    const weights = new Map([
      ['B', final(10)],
      ['E', final(100)],
      ['F', final(200)],
    ]);
    expect(carryFigures(plan, { rule, own, weights }).get('G')).toMatchObject({ value: 7, status: 'final' });
    expect(carryFigures(plan, { rule, own, weights }).get('D')).toMatchObject({
      value: 6,
      status: 'estimated',
    });
    const empty = new Map([
      ['E', final(100)],
      ['F', final(0)],
    ]);
    expect(carryFigures(plan, { rule, own, weights: empty }).get('G')).toMatchObject({ value: 5 });
  });

  test('a rate of too few people is none; two areas of too few may make one of enough', () => {
    const rule = carryRuleOf({
      aggregate: 'derived',
      derive: { numerator: 'crimes', denominator: 'people', factor: 1000 },
      smallestDenominator: 100,
    });
    const tooFew = { value: null, status: 'too-few' } as const;
    const carry = (people: number) =>
      carryFigures(plan, {
        rule,
        own: new Map([
          ['A', tooFew],
          ['E', tooFew],
          ['F', tooFew],
        ]),
        numerators: new Map([
          ['E', final(1)],
          ['F', final(3)],
        ]),
        denominators: new Map([
          ['E', final(people)],
          ['F', final(50)],
        ]),
      });
    expect(carry(50).get('A')).toMatchObject({ ...tooFew, copyOf: 'A' });
    expect(carry(50).get('G')).toMatchObject({ value: 40, status: 'final' });
    expect(carry(49).get('G')).toMatchObject(tooFew);
  });

  test('a part of too few people takes no part in a mean, as long as most people are in the others', () => {
    const rule = carryRuleOf({
      aggregate: { weightedBy: 'people' },
      derive: null,
      smallestDenominator: 100,
    });
    const own = new Map([
      ['E', { value: null, status: 'too-few' } as const],
      ['F', final(8)],
    ]);
    const carry = (few: number, many: number) =>
      carryFigures(plan, {
        rule,
        own,
        weights: new Map([
          ['E', final(few)],
          ['F', final(many)],
        ]),
      }).get('G');
    expect(carry(50, 400)).toMatchObject({ value: 8, status: 'final' });
    expect(carry(90, 110)).toMatchObject({ value: null, status: 'too-few' });
    expect(carry(10, 80)).toMatchObject({ value: null, status: 'too-few' });
  });

  test('what cannot be added up stays where an area kept its shape only', () => {
    const rule = carryRuleOf({ aggregate: 'none', derive: null, smallestDenominator: null });
    const own = new Map([
      ['A', final(6)],
      ['E', final(5)],
      ['F', final(5)],
    ]);
    const carried = carryFigures(plan, { rule, own });
    expect(carried.get('A')).toMatchObject({ value: 6, status: 'final' });
    expect(carried.get('G')).toMatchObject({ value: null, status: 'missing' });
  });
});

/** Ground in common of five areas with six, in any way; every area has some. */
const grounds = fc
  .array(
    fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.5, max: 9, noNaN: true })), {
      minLength: 6,
      maxLength: 6,
    }),
    {
      minLength: 5,
      maxLength: 5,
    },
  )
  .filter((rows) => rows.every((row) => row.some((each) => each > 0)))
  .filter((rows) => [0, 1, 2, 3, 4, 5].every((index) => rows.some((row) => (row[index] ?? 0) > 0)));

function linkGrounds(rows: readonly (readonly number[])[]): LineageLink[] {
  const add = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0);
  return rows.flatMap((row, from) =>
    row.flatMap((ground, to) => {
      if (ground === 0) return [];
      const shares = {
        areaShare: ground / add(row),
        toAreaShare: ground / add(rows.map((each) => each[to] ?? 0)),
      };
      return [link(`F${from}`, `T${to}`, shares)];
    }),
  );
}

function addValues(figures: ReadonlyMap<string, CarryFigure>): number {
  return [...figures.values()].reduce((sum, { value }) => sum + (value ?? Number.NaN), 0);
}

test('carrying there and back keeps totals', () => {
  const values = fc.array(fc.nat(100_000), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(grounds, values, (rows, list) => {
      const links = linkGrounds(rows);
      const own = new Map(list.map((value, index) => [`F${index}`, final(value)]));
      const there = carryFigures(planCarry(links), { rule: count, own });
      const back = carryFigures(planCarry(turnLinksBack(links)), { rule: count, own: there });
      const total = addValues(own);
      expect(addValues(there)).toBeCloseTo(total, 5);
      expect(addValues(back)).toBeCloseTo(total, 5);
      for (const { measuredShare } of there.values()) {
        expect(measuredShare).toBeGreaterThanOrEqual(0);
        expect(measuredShare).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('an area that kept its shape keeps its figure to the last bit, whatever happens around it', () => {
  fc.assert(
    fc.property(grounds, fc.double({ noNaN: true, noDefaultInfinity: true }), (rows, value) => {
      const kept = [
        link('K', 'K', { change: 'unchanged', areaShare: 0.96 }),
        link('K', 'T0', { areaShare: 0.04 }),
      ];
      const own = new Map([['K', final(value)]]);
      const carried = carryFigures(planCarry([...linkGrounds(rows), ...kept]), { rule: count, own });
      expect(Object.is(carried.get('K')?.value, value)).toBe(true);
      expect(carried.get('K')).toMatchObject({ status: 'final', measuredShare: 1 });
    }),
  );
});

test('figures come from the nearest boundary year, of two the later', () => {
  expect(nearestBoundaryYear([2016, 2021, 2024], 2024)).toBe(2024);
  expect(nearestBoundaryYear([2016, 2021], 2024)).toBe(2021);
  expect(nearestBoundaryYear([2020, 2024], 2022)).toBe(2024);
});
