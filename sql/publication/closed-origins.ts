import { type RawBuilder, sql } from 'kysely';
import type { Indicator } from '../../geodata/indicator.ts';
import { nearestPeriod } from '../../geodata/nearest-period.ts';
import type { Database } from '../database.ts';

// Each adds to `closed_figure` (closed-figures.ts) what was computed of figures in it, and gives how many.

/** Of smaller areas, and not of items. */
const isMadeOfParts = sql<boolean>`figure.origin = 'aggregated' and not coalesce(figure.note ? 'items', false)`;

/** Larger areas that are made of closed figures of smaller ones. */
export function closeAggregated(db: Database, { key }: Indicator): Promise<number> {
  return closeLarger(db, key, { of: key, period: sql`figure.period` });
}

/** Means that are weighed by closed figures. */
export async function closeWeighed(db: Database, { key, aggregate }: Indicator): Promise<number> {
  if (typeof aggregate !== 'object') return 0;
  const used = JSON.stringify(await listWeightPeriods(db, key, aggregate.weightedBy));
  return closeLarger(db, key, {
    of: aggregate.weightedBy,
    period: sql`used.weight`,
    used: sql`join jsonb_to_recordset(${used}::jsonb) as used (period text, "boundaryYear" integer, weight text)
      on used.period = figure.period and used."boundaryYear" = figure.boundary_year`,
  });
}

interface Parts {
  /** Address of the indicator that the smaller areas' figures are of. */
  readonly of: string;
  readonly period: RawBuilder<string>;
  /** What `period` needs. */
  readonly used?: RawBuilder<unknown>;
}

/** By what figures of smaller areas are closed to and pass on. */
function closeLarger(db: Database, key: string, { of, period, used = sql`` }: Parts): Promise<number> {
  return close(
    db,
    sql`
    select figure.indicator, figure.level, figure.period, figure.boundary_year, figure.area, figure.precedence,
      max(closed.passes), max(closed.passes)
    from observation as figure
    ${used}
    join area_within as part on part.boundary_year = figure.boundary_year and part.above = figure.area
      and part.code <> part.above
    join closed_figure as closed on closed.indicator = ${of} and closed.period = ${period}
      and closed.boundary_year = figure.boundary_year and closed.area = part.code and closed.passes is not null
    where figure.indicator = ${key} and ${isMadeOfParts}
    group by 1, 2, 3, 4, 5, 6`,
  );
}

/** Of each period and boundary year the periods whose figures may have been its weights: those nearest on any level. */
async function listWeightPeriods(
  db: Database,
  key: string,
  weight: string,
): Promise<{ period: string; boundaryYear: number; weight: string }[]> {
  const rows = await db
    .selectFrom('figure_group')
    .select(['indicator', 'level', 'period', 'boundary_year'])
    .distinct()
    .where('indicator', 'in', [key, weight])
    .execute();
  const weights = new Map<string, { boundaryYear: number; periods: string[] }>();
  for (const { indicator, level, period, boundary_year: boundaryYear } of rows) {
    if (indicator !== weight) continue;
    const group = weights.get(`${level} ${boundaryYear}`) ?? { boundaryYear, periods: [] };
    group.periods.push(period);
    weights.set(`${level} ${boundaryYear}`, group);
  }
  const used = rows.flatMap(({ indicator, period, boundary_year: boundaryYear }) =>
    [...weights.values()].flatMap((group) => {
      if (indicator !== key || group.boundaryYear !== boundaryYear) return [];
      return JSON.stringify({ period, boundaryYear, weight: nearestPeriod(period, group.periods) });
    }),
  );
  return [...new Set(used)].map((text) => JSON.parse(text));
}

/** Figures that are divided: what their numerator or denominator is closed to. */
export async function closeDerived(db: Database, { key, derive }: Indicator): Promise<number> {
  if (!derive) return 0;
  const denominator = sql<string>`figure.note ->> 'denominatorPeriod'`;
  return (
    (await closeAlike(
      db,
      key,
      sql`figure.origin = 'derived'`,
      [derive.numerator],
      sql<string>`figure.period`,
    )) + (await closeAlike(db, key, sql`figure.origin = 'derived'`, [derive.denominator], denominator))
  );
}

/** Figures that are added up from items of the same area. */
export async function closeItemSums(db: Database, { key, parts = [] }: Indicator): Promise<number> {
  if (parts.length === 0) return 0;
  return closeAlike(db, key, sql<boolean>`figure.note ? 'items'`, parts, sql<string>`figure.period`);
}

/** By what others of the same area are closed to, each by the figure that goes before others of its cell. */
async function closeAlike(
  db: Database,
  key: string,
  isMeant: RawBuilder<boolean>,
  others: readonly string[],
  period: RawBuilder<string>,
): Promise<number> {
  return close(
    db,
    sql`
    select figure.indicator, figure.level, figure.period, figure.boundary_year, figure.area, figure.precedence,
      max(closed.visibility), max(closed.passes)
    from observation as figure
    join closed_figure as closed on closed.indicator = any(${others}::text[]) and closed.level = figure.level
      and closed.period = ${period} and closed.boundary_year = figure.boundary_year and closed.area = figure.area
    where figure.indicator = ${key} and ${isMeant} and closed.precedence = (
      select min(precedence) from observation as first
      where (first.indicator, first.level, first.period, first.boundary_year, first.area)
        = (closed.indicator, closed.level, closed.period, closed.boundary_year, closed.area))
    group by 1, 2, 3, 4, 5, 6`,
  );
}

/**
 * Larger areas that are made of one known figure, and so are that figure: closed as it is, unless there is an open figure
 * below too, which then is the one that they are made of. From small to large, as one may be made of another.
 */
export async function closeSingleParts(db: Database, { key }: Indicator): Promise<number> {
  let count = 0;
  for (const level of ['district', 'municipality', 'region'])
    count += await close(
      db,
      sql`
      select figure.indicator, figure.level, figure.period, figure.boundary_year, figure.area, figure.precedence,
        max(closed.visibility), null::visibility
      from observation as figure
      join area_within as part on part.boundary_year = figure.boundary_year and part.above = figure.area
        and part.code <> part.above
      join observation as own on own.indicator = ${key} and own.period = figure.period
        and own.boundary_year = figure.boundary_year and own.area = part.code and own.level = part.level
        and own.value is not null
      left join closed_figure as closed on closed.indicator = ${key} and closed.period = own.period
        and closed.boundary_year = own.boundary_year and closed.area = own.area and closed.precedence = own.precedence
      where figure.indicator = ${key} and figure.level = ${level} and figure.origin = 'aggregated'
        and figure.note ->> 'partsKnown' = '1'
      group by 1, 2, 3, 4, 5, 6 having bool_and(closed.visibility is not null)`,
    );
  return count;
}

async function close(db: Database, select: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`insert into closed_figure ${select}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
