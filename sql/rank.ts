import { sql } from 'kysely';
import type { Observation } from '../geodata/observation.ts';
import type { AreaDetail } from './areas.ts';
import type { Database } from './database.ts';
import { isVisibleFigure, type Reader } from './reader.ts';

export interface AreaRank {
  /** 1 for the highest value; areas of equal value share a position, and the next ones skip as many. */
  readonly position: number;
  /** Areas of the same level and boundary year that have a value. */
  readonly of: number;
  /** Areas that share the position, this one included. */
  readonly ties: number;
}

/** The rank of the area by each of its figures that has a value, by key of the indicator. */
export async function rankArea(
  db: Database,
  reader: Reader,
  area: Pick<AreaDetail, 'level' | 'boundaryYear'>,
  figures: readonly Pick<Observation, 'indicator' | 'period' | 'value'>[],
): Promise<Map<string, AreaRank>> {
  const known = figures.filter(({ value }) => value !== null);
  const { rows } = await sql<AreaRank & { indicator: string }>`
    select own.indicator, count(*) as of, 1 + count(*) filter (where other.value > own.value) as position,
      count(*) filter (where other.value = own.value) as ties
    from jsonb_to_recordset(${JSON.stringify(known)}::jsonb)
      as own (indicator text, period text, value double precision)
    cross join lateral (
      select distinct on (area) value from observation as figure
      where figure.indicator = own.indicator and figure.level = ${area.level} and figure.period = own.period
        and figure.boundary_year = ${area.boundaryYear} and ${isVisibleFigure(reader)}
      order by area, precedence
    ) as other
    where other.value is not null
    group by own.indicator
  `.execute(db);
  return new Map(rows.map(({ indicator, position, of, ties }) => [indicator, { position, of, ties }]));
}
