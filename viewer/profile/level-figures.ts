import type { ColumnData } from '../../geodata/column.ts';
import type { MapLevel } from '../../geodata/level.ts';
import { type ColumnKey, readColumn } from '../data/column.ts';
import { indicatorOf, indicators } from '../state/catalog.ts';
import { columnKey } from '../state/column.ts';

/** Every figure of a level: the column of each indicator that has one there, by key. */
export interface LevelFigures {
  readonly level: MapLevel;
  readonly columns: ReadonlyMap<string, ColumnData>;
}

/** How many columns are asked for at once: what a browser holds open to one server. */
const atOnce = 6;

/** Reads the column of every indicator on a level, or of those that are named. Throws RequestFailure. */
export async function readLevelFigures(
  level: MapLevel,
  abort: AbortSignal,
  keys: readonly string[] = indicators.peek().map(({ key }) => key),
): Promise<LevelFigures> {
  const wanted = keys.flatMap((key) => columnKey(indicatorOf(key), level) ?? []);
  const columns = new Map<string, ColumnData>();
  const rest = wanted.values();
  const readRest = async () => {
    for (const key of rest) {
      const column = await readColumn(JSON.parse(key) as ColumnKey, abort);
      columns.set(column.indicator, column);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readRest));
  return { level, columns };
}
