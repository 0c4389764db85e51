import { sql } from 'kysely';
import type { Observation } from '../geodata/observation.ts';
import type { AreaDetail } from './areas.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { classOfFigure, isVisibleFigure } from './visible-to-reader.ts';

export interface AreaRank {
  /** 1 for the highest value; areas of equal value share a position, and the next ones skip as many. */
  readonly position: number;
  /** Areas of the same level and boundary year that have a value. */
  readonly of: number;
  /** Areas that share the position, this one included. */
  readonly ties: number;
}

type Place = Pick<AreaDetail, 'level' | 'boundaryYear'>;
type Figure = Pick<Observation, 'indicator' | 'period' | 'value'>;
type RankRow = AreaRank & { readonly indicator: string };

/**
 * The rank of the area by each of its figures that has a value, by key of the indicator. Looked up in the order that was
 * written at publication of just what the reader may see, where there is one; else counted.
 */
export async function rankArea(
  db: Database,
  reader: Reader,
  area: Place,
  figures: readonly Figure[],
): Promise<Map<string, AreaRank>> {
  const known = figures.filter(({ value }) => value !== null);
  const found = await lookUpRanks(db, reader, area, known);
  const written = new Set(found.map(({ indicator }) => indicator));
  const rest = known.filter(({ indicator }) => !written.has(indicator));
  const counted = rest.length ? await countRanks(db, reader, area, rest) : [];
  return new Map(
    [...found, ...counted].map(({ indicator, position, of, ties }) => [indicator, { position, of, ties }]),
  );
}

/** `width_bucket` gives how many values are at most the one given. */
async function lookUpRanks(
  db: Database,
  reader: Reader,
  area: Place,
  figures: readonly Figure[],
): Promise<RankRow[]> {
  const bounds = figures.map((figure) => ({ ...figure, below: nextBelow(figure.value ?? 0) }));
  const { rows } = await sql<RankRow>`
    select own.indicator, areas as of, 1 + areas - reached as position, reached - width_bucket(own.below, ordered) as ties
    from jsonb_to_recordset(${JSON.stringify(bounds)}::jsonb)
      as own (indicator text, period text, value double precision, below double precision)
    join ranking on ranking.indicator = own.indicator and ranking.level = ${area.level}
      and ranking.period = own.period and ranking.boundary_year = ${area.boundaryYear}
    cross join lateral (select width_bucket(own.value, ordered) as reached) as place
    where shown = (
      select string_agg(distinct ${classOfFigure}, ' ' order by ${classOfFigure}) from figure_group as figure
      where figure.indicator = own.indicator and figure.level = ${area.level} and figure.period = own.period
        and figure.boundary_year = ${area.boundaryYear} and ${isVisibleFigure(reader)}
    )
  `.execute(db);
  return rows;
}

async function countRanks(
  db: Database,
  reader: Reader,
  area: Place,
  figures: readonly Figure[],
): Promise<RankRow[]> {
  const { rows } = await sql<RankRow>`
    select own.indicator, count(*) as of, 1 + count(*) filter (where other.value > own.value) as position,
      count(*) filter (where other.value = own.value) as ties
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb)
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
  return rows;
}

/** The greatest double below a finite one: doubles of one sign are in the order of their bits. */
function nextBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? -1n : 1n);
  return new Float64Array(bits.buffer)[0] ?? value;
}
