import type { ColumnData, ColumnPeriod } from '../../columns/column.ts';
import { nearestPeriod } from '../../nearest-period.ts';
import { absentArea, type Status, statuses } from '../../observation.ts';
import { comparePeriods } from '../../period.ts';
import {
  type CarryFigure,
  type CarryPlan,
  type CarryRule,
  carryFigures,
  nearestBoundaryYear,
} from './carry.ts';

type Columns = Pick<ColumnData, 'periods'>;

/** The areas of a level in one boundary year: their index by code. */
export type AreaIndexes = ReadonlyMap<string, number>;

export interface ColumnCarriage {
  readonly boundaryYear: number;
  readonly rule: CarryRule;
  /** By boundary year, of every year that figures come from. */
  readonly plans: ReadonlyMap<number, CarryPlan>;
  /** By boundary year, of every year that figures come from and of the wished one. */
  readonly indexes: ReadonlyMap<number, AreaIndexes>;
  /** The columns that the rule asks for; null where there is none. */
  readonly numerator: Columns | null;
  readonly denominator: Columns | null;
  readonly weight: Columns | null;
}

/** From period to the boundary year that its figures come from: the wished one where it has them, else the nearest. */
export function listCarriedYears(column: Columns, boundaryYear: number): Map<string, number> {
  const years = new Map<string, number[]>();
  for (const each of column.periods)
    years.set(each.period, [...(years.get(each.period) ?? []), each.boundaryYear]);
  return new Map(
    [...years].map(([period, own]) => [period, nearestBoundaryYear(own, boundaryYear) ?? boundaryYear]),
  );
}

/** A column with every period once, all on the boundaries of one year. What is published on those stays the same object. */
export function carryColumn(column: ColumnData, carriage: ColumnCarriage): ColumnData {
  const periods = [...listCarriedYears(column, carriage.boundaryYear)].flatMap(([period, year]) => {
    const own = column.periods.find((each) => each.period === period && each.boundaryYear === year);
    if (!own) return [];
    return year === carriage.boundaryYear ? [own] : [carryPeriod(own, column.size, carriage)];
  });
  return { ...column, periods: periods.sort((one, other) => comparePeriods(one.period, other.period)) };
}

function carryPeriod(own: ColumnPeriod, size: number, carriage: ColumnCarriage): ColumnPeriod {
  const { boundaryYear, rule, plans, indexes } = carriage;
  const blank = () => new Float64Array(size).fill(Number.NaN);
  const carried = { values: blank(), statuses: new Uint8Array(size).fill(absentArea), measured: blank() };
  const bounds = { ...(own.lower && { lower: blank() }), ...(own.upper && { upper: blank() }) };
  const [before, after] = [indexes.get(own.boundaryYear), indexes.get(boundaryYear)];
  const plan = plans.get(own.boundaryYear);
  for (const index of after?.values() ?? []) carried.statuses[index] = statuses.indexOf('missing');
  if (!plan || !before || !after) return { period: own.period, boundaryYear, ...carried };
  const read = (column: Columns | null) => readFigures(findNearest(column, own), before);
  const figures = carryFigures(plan, {
    rule,
    own: readFigures(own, before),
    numerators: readFigures(findSame(carriage.numerator, own), before),
    denominators: read(carriage.denominator),
    weights: read(carriage.weight),
  });
  for (const [code, { value, status, measuredShare, copyOf }] of figures) {
    const index = after.get(code);
    if (index === undefined) continue;
    carried.values[index] = value ?? Number.NaN;
    carried.statuses[index] = statuses.indexOf(status);
    carried.measured[index] = measuredShare ?? Number.NaN;
    const source = copyOf === null ? undefined : before.get(copyOf);
    if (source === undefined) continue;
    for (const side of ['lower', 'upper'] as const) {
      const [to, from] = [bounds[side], own[side]];
      if (to && from) to[index] = from[source] ?? Number.NaN;
    }
  }
  return { period: own.period, boundaryYear, carriedFrom: own.boundaryYear, ...carried, ...bounds };
}

function findSame(column: Columns | null, { period, boundaryYear }: ColumnPeriod): ColumnPeriod | null {
  return column?.periods.find((each) => each.period === period && each.boundaryYear === boundaryYear) ?? null;
}

/** The period itself in the same boundaries, or else the nearest one that has values, as in derive.ts. */
function findNearest(column: Columns | null, { period, boundaryYear }: ColumnPeriod): ColumnPeriod | null {
  const candidates = (column?.periods ?? []).filter(
    (each) => each.boundaryYear === boundaryYear && each.values.some((value) => !Number.isNaN(value)),
  );
  const nearest = nearestPeriod(
    period,
    candidates.map((each) => each.period),
  );
  return candidates.find((each) => each.period === nearest) ?? null;
}

function readFigures(period: ColumnPeriod | null, indexes: AreaIndexes): Map<string, CarryFigure> {
  const figures = new Map<string, CarryFigure>();
  if (!period) return figures;
  for (const [code, index] of indexes) {
    const value = period.values[index] ?? Number.NaN;
    const status: Status = statuses[period.statuses[index] ?? absentArea] ?? 'missing';
    figures.set(code, { value: Number.isNaN(value) ? null : value, status });
  }
  return figures;
}
