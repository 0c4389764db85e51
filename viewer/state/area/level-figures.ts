import type { ColumnData } from '../../../geodata/columns/column.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import { readColumn } from '../../data/column.ts';
import { readInTurn } from '../../data/request.ts';
import { indicatorOf, indicators } from '../catalog.ts';
import { readCarriedColumn } from '../panel/carried-column.ts';
import { columnKey } from '../panel/column.ts';

/** Every figure of a level: the column of each indicator that has one there, by key. */
export interface LevelFigures {
  readonly level: MapLevel;
  readonly columns: ReadonlyMap<string, ColumnData>;
}

/**
 * Reads the column of every indicator on a level, or of those that are named: as published, or carried to the boundaries
 * of a year. Throws RequestFailure.
 */
export async function readLevelFigures(
  level: MapLevel,
  carry: number | null,
  abort: AbortSignal,
  keys: readonly string[] = indicators.peek().map(({ key }) => key),
): Promise<LevelFigures> {
  const wanted = keys.flatMap((key) => columnKey(indicatorOf(key), level) ?? []);
  const columns = await readInTurn(wanted, (key) =>
    carry === null ? readColumn(key, abort) : readCarriedColumn(key, carry, abort),
  );
  return { level, columns: new Map(columns.map((column) => [column.indicator, column])) };
}
