import { expect, test } from 'vitest';
import { planCarry } from '../../../../geodata/boundary/carrying/carry.ts';
import { carryColumn, listCarriedYears } from '../../../../geodata/boundary/carrying/carry-column.ts';
import type { LineageLink } from '../../../../geodata/boundary/lineage/chain.ts';
import type { ColumnData, ColumnPeriod } from '../../../../geodata/columns/column.ts';
import { absentArea, statuses } from '../../../../geodata/observation.ts';

const [final, estimated, missing] = (['final', 'estimated', 'missing'] as const).map((status) =>
  statuses.indexOf(status),
) as [number, number, number];
const none = Number.NaN;

// A (0) keeps its shape; B (1) of 2021 was split over B (2) and C (3) of 2024.
const indexes = new Map([
  [2021, new Map(Object.entries({ A: 0, B: 1 }))],
  [2024, new Map(Object.entries({ A: 0, B: 2, C: 3 }))],
]);

function link(fromCode: string, toCode: string, change: LineageLink['change'], share: number): LineageLink {
  const shares = { areaShare: share, populationShare: share, toAreaShare: 1, toPopulationShare: 1 };
  return { level: 'neighbourhood', fromCode, toCode, change, ...shares };
}

const plan = planCarry([
  link('A', 'A', 'unchanged', 1),
  link('B', 'B', 'redrawn', 0.75),
  link('B', 'C', 'new', 0.25),
]);

function period(
  name: string,
  boundaryYear: number,
  values: number[],
  more: Partial<ColumnPeriod> = {},
): ColumnPeriod {
  const present = new Set(indexes.get(boundaryYear)?.values());
  const codes = values.map((_, index) => (present.has(index) ? final : absentArea));
  return {
    period: name,
    boundaryYear,
    values: Float64Array.from(values),
    statuses: Uint8Array.from(codes),
    ...more,
  };
}

function column(...periods: ColumnPeriod[]): ColumnData {
  return { indicator: 'x', level: 'neighbourhood', unit: '', scale: 1, size: 4, periods };
}

const old = period('2021', 2021, [10, 40, none, none], { lower: Float64Array.from([8, 30, none, none]) });
const both = period('2023', 2021, [11, 41, none, none]);
const kept = period('2023', 2024, [12, none, 30, 12]);
const others = { numerator: null, denominator: null, weight: null };
const carriage = { boundaryYear: 2024, plans: new Map([[2021, plan]]), indexes, ...others };

test('each period comes once: as published where it can be, else carried', () => {
  const counts = column(old, both, kept);
  expect([...listCarriedYears(counts, 2024)]).toEqual([
    ['2021', 2021],
    ['2023', 2024],
  ]);
  const carried = carryColumn(counts, { ...carriage, rule: { by: 'count' } });
  expect(carried.periods.map((each) => [each.period, each.boundaryYear, each.carriedFrom])).toEqual([
    ['2021', 2024, 2021],
    ['2023', 2024, undefined],
  ]);
  expect(carried.periods[1]).toBe(kept);
  const [first] = carried.periods;
  expect([...(first?.values ?? [])]).toEqual([10, none, 30, 10]);
  expect([...(first?.statuses ?? [])]).toEqual([final, absentArea, estimated, estimated]);
  expect([...(first?.measured ?? [])]).toEqual([1, none, 0, 0]);
  expect([...(first?.lower ?? [])]).toEqual([8, none, none, none]);
});

test('a rate is carried by its columns, the denominator of the nearest period', () => {
  const rule = {
    by: 'ratio',
    numerator: 'n',
    denominator: 'd',
    factor: 100,
    smallestDenominator: null,
  } as const;
  const denominator = column(period('2020', 2021, [100, 80, none, none]));
  const carried = carryColumn(column(old), { ...carriage, rule, numerator: column(old), denominator });
  expect([...(carried.periods[0]?.values ?? [])]).toEqual([10, none, 50, 50]);
});

test('what cannot be carried is missing, not absent', () => {
  const carried = carryColumn(column(old), { ...carriage, rule: { by: 'nothing' } });
  expect([...(carried.periods[0]?.statuses ?? [])]).toEqual([final, absentArea, missing, missing]);
});
