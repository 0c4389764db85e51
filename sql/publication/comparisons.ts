import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database.ts';
import { compareFigures } from './difference.ts';

/** Figures of an indicator and period that something is the matter with. */
export interface Remark {
  readonly indicator: string;
  readonly period: string;
  readonly count: number;
  /** Out of how many; null where that says nothing. */
  readonly of: number | null;
  /** The first of them, the worst first. `reference` is what the value is held against. */
  readonly examples: readonly {
    readonly area: string;
    readonly value: number | null;
    readonly reference: number | null;
  }[];
}

/** What a publication wrote, seen within its transaction. */
export interface Written {
  readonly publication: number;
  readonly release: number;
}

const examplesNamed = 3;
/**
 * A figure that becomes more than four times as large or small, once the larger of the two is at least fifty; a hundred
 * times, whatever their size.
 */
const jump = { times: 4, from: 50, points: 30, farTimes: 100 };
/** Sources round the counts of small areas, so a sum is off by some. */
const sumTolerance = { share: 0.05, count: 10 };

const isJump = (before: RawBuilder<unknown>, after: RawBuilder<unknown>) => sql<boolean>`case
  when indicator.kind = 'share' then abs(${after} - ${before}) > ${jump.points}
  when least(${before}, ${after}) > 0 and greatest(${before}, ${after}) > ${jump.farTimes} * least(${before}, ${after}) then true
  when indicator.kind = 'score' then false
  else least(${before}, ${after}) >= 0 and greatest(${before}, ${after}) >= ${jump.from}
    and greatest(${before}, ${after}) > ${jump.times} * least(${before}, ${after}) end`;

/** Figures below zero, or shares above a hundred: given as such, or computed of figures that do not fit each other. */
export async function listOutOfRange(db: Database, { release }: Written): Promise<Remark[]> {
  return listRemarks(
    db,
    sql`found as (
      select figure.indicator, period, area, value, null::double precision as reference, abs(value) as weight
      from observation as figure join indicator on key = indicator
      where release = ${release}
        and case kind when 'share' then value not between 0 and 100 when 'count' then value < 0 when 'rate' then value < 0
          else false end
    )`,
  );
}

/** Areas that had a figure before and have none now. */
export async function listCoverageLost(db: Database, { publication, release }: Written): Promise<Remark[]> {
  return listRemarks(
    db,
    sql`${compareFigures(publication, release)}, found as (
      select indicator, period, area, value_after as value, value_before as reference, 0 as weight
      from compared where is_published and value_before is not null and value_after is null
    ), had as (
      select indicator, period, count(*) as total from compared where is_published and value_before is not null
      group by indicator, period
    )`,
    sql`(select total from had where had.indicator = found.indicator and had.period = found.period)`,
  );
}

/** Figures that differ by far from what the release before gave for the same area and period. */
export async function listJumpsFromBefore(
  db: Database,
  { publication, release }: Written,
): Promise<Remark[]> {
  return listRemarks(
    db,
    sql`${compareFigures(publication, release)}, found as (
      select compared.indicator, period, area, value_after as value, value_before as reference,
        abs(value_after - value_before) as weight
      from compared join indicator on key = compared.indicator
      where is_published and ${isJump(sql`value_before`, sql`value_after`)}
    )`,
  );
}

/** Figures that differ by far from the same area's figure of the period before. */
export async function listJumpsFromPeriod(db: Database, { release }: Written): Promise<Remark[]> {
  return listRemarks(
    db,
    sql`sequence as (
      select figure.indicator, period, figure.area, figure.release, value, lag(value) over (
        partition by figure.indicator, figure.level, index, regexp_replace(period, '[0-9]+', '', 'g') order by period, figure.boundary_year) as reference
      from observation as figure
      join area on area.boundary_year = figure.boundary_year and area.code = figure.area and index is not null
      where origin = 'published' and value is not null
        and figure.indicator in (select indicator from figure_group where release = ${release})
    ), found as (
      select sequence.indicator, period, area, value, reference, abs(value - reference) as weight
      from sequence join indicator on key = sequence.indicator
      where release = ${release} and ${isJump(sql`reference`, sql`value`)}
    )`,
  );
}

/** Figures given of a larger area that are far from the sum of its parts. */
export async function listSumsOff(db: Database, { release }: Written): Promise<Remark[]> {
  return listRemarks(
    db,
    sql`found as (
      select own.indicator, own.period, own.area, own.value, parts.value as reference,
        abs(own.value - parts.value) as weight
      from observation as own
      join observation as parts using (indicator, level, period, boundary_year, area)
      join indicator on key = own.indicator and kind = 'count'
      where own.origin = 'published' and parts.origin = 'aggregated' and ${release} in (own.release, parts.release)
        and abs(own.value - parts.value) > greatest(${sumTolerance.count}, ${sumTolerance.share} * abs(own.value))
    )`,
  );
}

/** Figures of earlier periods than the latest of the release that changed. */
export async function listChangedHistory(db: Database, { publication, release }: Written): Promise<Remark[]> {
  return listRemarks(
    db,
    sql`${compareFigures(publication, release)}, latest as (
      select indicator, max(period) as period from after group by indicator
    ), found as (
      select compared.indicator, compared.period, area, value_after as value, value_before as reference,
        abs(value_after - value_before) as weight
      from compared join latest on latest.indicator = compared.indicator and compared.period < latest.period
      where is_published and value_before <> value_after
    )`,
  );
}

/** Figures that other packages gave and that are gone, because their area is. */
export async function listOthersLost(db: Database, { publication, release }: Written): Promise<Remark[]> {
  return listRemarks(
    db,
    sql`${compareFigures(publication, release)}, found as (
      select indicator, period, area, null::double precision as value, value_before as reference, 0 as weight
      from compared join release on id = release_before
      where is_published and is_removed and package <> (select package from release where id = ${release})
    )`,
  );
}

/** Codes of municipalities of the region that no boundary year has. */
export async function listUnknownMunicipalities(db: Database): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from region, unnest(municipalities) as code
    where code not in (select code from area) order by code
  `.execute(db);
  return rows.map(({ code }) => code);
}

/** Groups the rows of `found`, an expression with the columns indicator, period, area, value, reference and weight. */
async function listRemarks(
  db: Database,
  found: RawBuilder<unknown>,
  total: RawBuilder<unknown> = sql`null::bigint`,
): Promise<Remark[]> {
  const { rows } = await sql<Remark>`
    with ${found}, ranked as (
      select *, row_number() over (partition by indicator, period order by weight desc, area) as place from found
    )
    select indicator, period, count(*) as count, ${total} as "of",
      jsonb_agg(jsonb_build_object('area', area, 'value', value, 'reference', reference) order by place)
        filter (where place <= ${examplesNamed}) as examples
    from ranked as found group by indicator, period order by indicator, period
  `.execute(db);
  return rows;
}
