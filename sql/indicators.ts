import { sql } from 'kysely';
import type { Indicator } from '../geodata/indicator.ts';
import { type Level, levels } from '../geodata/level.ts';
import { comparePeriods } from '../geodata/period.ts';
import type { Database } from './database.ts';
import { keepTold } from './definitions.ts';
import { isAdministrator, type Reader } from './reader.ts';
import type { ColumnPeriod } from './tables.ts';
import { isShownColumn, isVisibleFigure, visibleAddresses, visibleIndicators } from './visible-to-reader.ts';

export interface IndicatorPeriod extends ColumnPeriod {
  /** `provisional` as soon as one figure is. */
  readonly status: 'final' | 'provisional';
  /** The levels that have figures then. */
  readonly levels: readonly Level[];
}

/** What there is of an indicator, or of one category of it. */
interface Contents {
  readonly levels: readonly Level[];
  /** In order of time, then of boundary year. */
  readonly periods: readonly IndicatorPeriod[];
  /** Keys of the sources of its figures, the one with most figures first. */
  readonly sources: readonly string[];
  /** Hash and bytes (brotli) of its column at each level that has one. */
  readonly columns: Partial<Record<Level, { readonly hash: string; readonly bytes: number }>>;
}

/** One category of an indicator with what there is of it. */
export interface ItemEntry extends Contents {
  readonly category: string;
}

/** An indicator with what there is of it. */
export interface IndicatorEntry extends Indicator, Contents {
  /** The categories that have figures, in the order of its dimension. */
  readonly items: readonly ItemEntry[];
}

/** The indicators that the reader may see, in the order to show them, with their items. */
export async function listIndicators(db: Database, reader: Reader): Promise<IndicatorEntry[]> {
  const [indicators, items, groups, columns] = await Promise.all([
    selectIndicators(db, reader),
    selectItems(db, reader),
    selectGroups(db, reader),
    selectColumns(db, reader),
  ]);
  const groupsOf = groupBy(groups, ({ indicator }) => indicator);
  const columnsOf = groupBy(columns, ({ indicator }) => indicator);
  const itemsOf = groupBy(items, ({ indicator }) => indicator);
  const describe = (address: string): Contents => ({
    ...summarize(groupsOf.get(address) ?? []),
    columns: Object.fromEntries(
      (columnsOf.get(address) ?? []).map(({ level, hash, bytes }) => [level, { hash, bytes }]),
    ),
  });
  const entries = indicators.map((indicator) => ({
    ...indicator,
    ...describe(indicator.key),
    items: (itemsOf.get(indicator.key) ?? [])
      .map(({ address, category }) => ({ category, ...describe(address) }))
      .filter(({ periods }) => periods.length > 0),
  }));
  if (isAdministrator(reader)) return entries;
  const keys = new Set(indicators.map(({ key }) => key));
  const totals = await selectTotals(db);
  return entries.map((entry) => {
    const own = [...entry.items.map(({ category }) => category), totals.get(entry.dimension ?? '') ?? ''];
    return keepTold(entry, { indicators: keys, categories: new Set(own) });
  });
}

/** What a source writes for everything together, by key of the dimension. */
async function selectTotals(db: Database): Promise<Map<string, string | null>> {
  const rows = await db.selectFrom('dimension').select(['key', 'total']).execute();
  return new Map(rows.map(({ key, total }) => [key, total]));
}

function groupBy<Row>(rows: readonly Row[], pick: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(pick(row));
    if (group) group.push(row);
    else groups.set(pick(row), [row]);
  }
  return groups;
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
      'smallest_denominator as smallestDenominator',
      'disclosure',
      'dimension',
      'survey',
      'breaks',
    ])
    .where(sql<boolean>`key = any(${visibleIndicators(reader)})`)
    .orderBy('position')
    .orderBy('key')
    .execute();
  return rows.map(({ name_nl, name_en, ...row }) => ({ ...row, name: { nl: name_nl, en: name_en } }));
}

async function selectItems(
  db: Database,
  reader: Reader,
): Promise<{ indicator: string; address: string; category: string }[]> {
  const { rows } = await sql<{ indicator: string; address: string; category: string }>`
    select item.item_of as indicator, item.key as address, item.category
    from indicator as item
    join indicator on indicator.key = item.item_of
    join category on category.dimension = indicator.dimension and category.key = item.category
    where item.key = any(${visibleAddresses(reader)})
    order by category.position
  `.execute(db);
  return rows;
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
    select indicator, level, period, boundary_year as "boundaryYear", source, sum(figures) as figures,
      sum(provisional) > 0 as provisional
    from figure_group as figure
    where ${isVisibleFigure(reader)}
    group by indicator, level, period, boundary_year, source
  `.execute(db);
  return rows;
}

function summarize(groups: readonly Group[]): Pick<Contents, 'levels' | 'periods' | 'sources'> {
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
    .where(isShownColumn(reader))
    .orderBy('indicator')
    .orderBy('level')
    .execute();
}
