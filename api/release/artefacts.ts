import { hashColumn } from '../../geodata/columns/column.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import { type MapLevel, mapLevels } from '../../geodata/level.ts';
import type { Database } from '../../sql/database.ts';
import {
  insertColumn,
  listColumnFigures,
  listColumnsHeld,
  listHeldAreas,
  removeOtherColumns,
  renewColumn,
  replaceRankings,
} from '../../sql/publication.ts';
import type { Reader } from '../../sql/reader.ts';
import { listKindsOf, listReaderKinds, readShownClasses } from '../../sql/reader-kinds.ts';
import { listYears } from '../../sql/years.ts';
import { arrangeColumn, type LevelIndexes, listIndexes, packColumn } from './columns.ts';
import type { OnProgress } from './progress.ts';

/** A column as the public sees it. */
export interface ColumnSize {
  readonly indicator: string;
  readonly level: string;
  readonly periods: number;
  /** As sent with brotli. */
  readonly bytes: number;
}

/**
 * Writes the columns and rankings of indicators anew, for every kind of reader that sees others: figures come from the
 * database again, so that each holds exactly what its readers may see. To be called once figures say who may see them.
 */
export async function publishArtefacts(
  db: Database,
  indicators: readonly Indicator[],
  onProgress: OnProgress,
): Promise<ColumnSize[]> {
  const indexesOf = await rememberIndexes(db);
  const kinds = await listReaderKinds(db);
  const sizes: ColumnSize[] = [];
  for (const [done, indicator] of indicators.entries()) {
    onProgress({ step: 'writing columns', done, total: indicators.length });
    const readers = await listKindsOf(db, indicator.key, kinds);
    await replaceRankings(db, readers, indicator.key);
    for (const level of mapLevels) {
      const size = await publishColumns(db, indicator, { level, indexesOf, readers });
      if (size) sizes.push({ indicator: indicator.key, level, ...size });
    }
  }
  return sizes;
}

type IndexesOf = (reader: Reader, level: MapLevel) => Promise<LevelIndexes>;

/** The indexes of the areas that a reader may see, which are the same for most. */
async function rememberIndexes(db: Database): Promise<IndexesOf> {
  const areas = await listHeldAreas(db);
  const known = new Map<string, LevelIndexes>();
  return async (reader, level) => {
    const years = await listYears(db, reader);
    const key = `${level} ${years}`;
    const indexes =
      known.get(key) ??
      listIndexes(
        areas.filter(({ boundaryYear }) => years.includes(boundaryYear)),
        level,
      );
    known.set(key, indexes);
    return indexes;
  };
}

interface ColumnsOfLevel {
  readonly level: MapLevel;
  readonly indexesOf: IndexesOf;
  readonly readers: readonly Reader[];
}

/** Gives the size of what the public sees of it, where that is something. */
async function publishColumns(
  db: Database,
  indicator: Indicator,
  { level, indexesOf, readers }: ColumnsOfLevel,
): Promise<Pick<ColumnSize, 'periods' | 'bytes'> | null> {
  const shownOf = new Map<string, string[]>();
  const isDone = new Set<string>();
  let size: Pick<ColumnSize, 'periods' | 'bytes'> | null = null;
  const held = new Map((await listColumnsHeld(db, indicator.key, level)).map((own) => [own.hash, own.bytes]));
  for (const reader of readers) {
    const shown = await readShownClasses(db, reader, indicator.key, level);
    if (shown === null || isDone.has(shown)) continue;
    isDone.add(shown);
    const figures = await listColumnFigures(db, reader, indicator.key, level);
    if (figures.length === 0) continue;
    const column = arrangeColumn(indicator, level, figures, await indexesOf(reader, level));
    const hash = hashColumn(column);
    shownOf.set(hash, [...(shownOf.get(hash) ?? []), shown]);
    if (!held.has(hash)) {
      const packed = await packColumn(column);
      await insertColumn(db, packed, [shown]);
      held.set(hash, packed.brotli.length);
    }
    if (shown === 'public') size = { periods: column.periods.length, bytes: held.get(hash) ?? 0 };
  }
  await removeOtherColumns(db, indicator.key, level, [...shownOf.keys()]);
  for (const [hash, shown] of shownOf)
    await renewColumn(db, { indicator: indicator.key, level, hash }, shown);
  return size;
}
