import {
  type ColumnData,
  type ColumnPeriod,
  encodeColumn,
  hashColumn,
} from '../../geodata/columns/column.ts';
import { figureReasons } from '../../geodata/disclosure/rule.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import type { MapLevel } from '../../geodata/level.ts';
import { absentArea, statuses } from '../../geodata/observation.ts';
import { comparePeriods } from '../../geodata/period.ts';
import type { ColumnFigure, HeldArea, ValueColumnInput } from '../../sql/publication.ts';
import { compress } from './compression.ts';

/** The area indexes of one level: how many there are, and which of them each boundary year has. */
export interface LevelIndexes {
  readonly size: number;
  readonly ofYear: ReadonlyMap<number, readonly number[]>;
}

/** Where the areas of a level stand in its columns. */
export function listIndexes(areas: readonly HeldArea[], level: MapLevel): LevelIndexes {
  const ofYear = new Map<number, number[]>();
  let size = 0;
  for (const area of areas) {
    if (area.level !== level || area.index === null) continue;
    size = Math.max(size, area.index + 1);
    const indexes = ofYear.get(area.boundaryYear);
    if (indexes) indexes.push(area.index);
    else ofYear.set(area.boundaryYear, [area.index]);
  }
  return { size, ofYear };
}

/** Arranges the figures of an indicator and level as a column; an area without a figure is `missing`. */
export function arrangeColumn(
  indicator: Indicator,
  level: MapLevel,
  figures: readonly ColumnFigure[],
  indexes: LevelIndexes,
): ColumnData {
  const groups = new Map<string, ColumnFigure[]>();
  for (const figure of figures) {
    const key = `${figure.period}@${figure.boundaryYear}`;
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  const periods = [...groups.values()].flatMap((group) => arrangePeriod(group, indexes) ?? []);
  periods.sort((a, b) => comparePeriods(a.period, b.period) || a.boundaryYear - b.boundaryYear);
  return {
    indicator: indicator.key,
    level,
    unit: indicator.unit,
    scale: 10 ** indicator.decimals,
    size: indexes.size,
    periods,
  };
}

/** Encodes and compresses a column, as it will be sent. */
export async function packColumn(column: ColumnData): Promise<ValueColumnInput> {
  const { indicator, level } = column;
  const periods = column.periods.map(({ period, boundaryYear }) => ({ period, boundaryYear }));
  return { indicator, level, hash: hashColumn(column), periods, ...(await compress(encodeColumn(column))) };
}

function arrangePeriod(
  figures: readonly ColumnFigure[],
  { size, ofYear }: LevelIndexes,
): ColumnPeriod | null {
  const [first] = figures;
  if (!first) return null;
  const { period, boundaryYear } = first;
  const codes = new Uint8Array(size).fill(absentArea);
  for (const at of ofYear.get(boundaryYear) ?? []) codes[at] = statuses.indexOf('missing');
  for (const { index, status } of figures) codes[index] = statuses.indexOf(status);
  const spread = (pick: (figure: ColumnFigure) => number | null) => {
    const numbers = new Float64Array(size).fill(Number.NaN);
    for (const figure of figures) numbers[figure.index] = pick(figure) ?? Number.NaN;
    return numbers;
  };
  return {
    period,
    boundaryYear,
    values: spread(({ value }) => value),
    statuses: codes,
    ...(figures.some(({ reason }) => reason !== null) && { reasons: listReasons(figures, size) }),
    ...(figures.some(({ lower }) => lower !== null) && { lower: spread(({ lower }) => lower) }),
    ...(figures.some(({ upper }) => upper !== null) && { upper: spread(({ upper }) => upper) }),
  };
}

/** By area version, the place of the reason in `figureReasons` from 1 on; 0 where there is none. */
function listReasons(figures: readonly ColumnFigure[], size: number): Uint8Array {
  const reasons = new Uint8Array(size);
  for (const { index, reason } of figures)
    if (reason !== null) reasons[index] = figureReasons.indexOf(reason) + 1;
  return reasons;
}
