import { sql } from 'kysely';
import type { Indicator } from '../geodata/indicator.ts';
import { type Level, levels } from '../geodata/level.ts';
import { comparePeriods } from '../geodata/period.ts';
import type { Database } from './database.ts';
import { isVisibleFigure, type Reader, visibleIndicators } from './reader.ts';
import type { ColumnPeriod } from './tables.ts';

export interface IndicatorPeriod extends ColumnPeriod {
  /** `provisional` as soon as one figure is. */
  readonly status: 'final' | 'provisional';
  /** The levels that have figures then. */
  readonly levels: readonly Level[];
}

/** An indicator with what there is of it. */
export interface IndicatorEntry extends Indicator {
  readonly levels: readonly Level[];
  /** In order of time, then of boundary year. */
  readonly periods: readonly IndicatorPeriod[];
  /** Keys of the sources of its figures, the one with most figures first. */
  readonly sources: readonly string[];
  /** Hash and bytes (brotli) of its column at each level that has one. */
  readonly columns: Partial<Record<Level, { readonly hash: string; readonly bytes: number }>>;
}

/** The indicators that the reader may see, in the order to show them. */
export async function listIndicators(db: Database, reader: Reader): Promise<IndicatorEntry[]> {
  const [indicators, groups, columns] = await Promise.all([
    selectIndicators(db, reader),
    selectGroups(db, reader),
    selectColumns(db, reader),
  ]);
  return indicators.map((indicator) => ({
    ...indicator,
    ...summarize(groups.filter((group) => group.indicator === indicator.key)),
    columns: Object.fromEntries(
      columns
        .filter((column) => column.indicator === indicator.key)
        .map(({ level, hash, bytes }) => [level, { hash, bytes }]),
    ),
  }));
}

async function selectIndicators(db: Database, reader: Reader): Promise<Indicator[]> {
  const rows = await db
    .selectFrom('indicator')
    .select([
      'key',
      'name_nl',
      'name_en',
      'theme',
      'unit',
      'kind',
      'decimals',
      'polarity',
      'aggregate',
      'derive',
    ])
    .where(sql<boolean>`key = any(${visibleIndicators(reader)})`)
    .orderBy('position')
    .orderBy('key')
    .execute();
  return rows.map(({ name_nl, name_en, ...row }) => ({ ...row, name: { nl: name_nl, en: name_en } }));
}

interface Group extends ColumnPeriod {
  readonly indicator: string;
  readonly level: Level;
  readonly source: string;
  readonly figures: number;
  readonly provisional: boolean;
}

async function selectGroups(db: Database, reader: Reader): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select indicator, level, period, boundary_year as "boundaryYear", source, count(*) as figures,
      bool_or(status = 'provisional') as provisional
    from observation as figure
    where ${isVisibleFigure(reader)}
    group by indicator, level, period, boundary_year, source
  `.execute(db);
  return rows;
}

function summarize(groups: readonly Group[]): Pick<IndicatorEntry, 'levels' | 'periods' | 'sources'> {
  const periods = new Map<string, IndicatorPeriod>();
  const figures = new Map<string, number>();
  for (const { level, period, boundaryYear, provisional, source, figures: count } of groups) {
    const key = `${period}@${boundaryYear}`;
    const before = periods.get(key);
    periods.set(key, {
      period,
      boundaryYear,
      status: provisional || before?.status === 'provisional' ? 'provisional' : 'final',
      levels: levels.filter((each) => each === level || before?.levels.includes(each)),
    });
    figures.set(source, (figures.get(source) ?? 0) + count);
  }
  return {
    levels: levels.filter((level) => groups.some((group) => group.level === level)),
    periods: [...periods.values()].sort(
      (one, other) => comparePeriods(one.period, other.period) || one.boundaryYear - other.boundaryYear,
    ),
    sources: [...figures]
      .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
      .map(([source]) => source),
  };
}

async function selectColumns(
  db: Database,
  reader: Reader,
): Promise<{ indicator: string; level: Level; hash: string; bytes: number }[]> {
  return db
    .selectFrom('value_column')
    .select(['indicator', 'level', 'hash', sql<number>`length(brotli)`.as('bytes')])
    .where(sql<boolean>`indicator = any(${visibleIndicators(reader)})`)
    .execute();
}
