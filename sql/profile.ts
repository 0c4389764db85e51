import { sql } from 'kysely';
import type { Observation } from '../geodata/observation.ts';
import { comparePeriods } from '../geodata/period.ts';
import type { AreaDetail, AreaReference } from './areas.ts';
import type { Database } from './database.ts';
import { type AreaRank, rankArea } from './rank.ts';
import type { Reader } from './reader.ts';
import { listSourcesByKey, type Source } from './sources.ts';
import { isVisibleFigure, visibleIndicators } from './visible-to-reader.ts';

export type ProfileFigure = Omit<Observation, 'indicator' | 'area' | 'level'>;

/** The figure of a larger area for the same indicator and period. */
export interface Benchmark extends AreaReference, ProfileFigure {}

export interface ProfileIndicator {
  readonly indicator: string;
  readonly figure: ProfileFigure;
  readonly source: Source;
  /** All periods in the same boundaries, in order of time. */
  readonly series: readonly ProfileFigure[];
  readonly benchmarks: Readonly<Record<'municipality' | 'region' | 'country', Benchmark | null>>;
  /** Null where the area has no value. */
  readonly rank: AreaRank | null;
}

type Row = Observation;

export interface ProfileChoice {
  /** Addresses of indicators and items; every indicator as a whole where nothing is said. */
  readonly indicator?: readonly string[] | undefined;
  /** The latest of each where nothing is said. */
  readonly period?: string | undefined;
}

/**
 * The indicators that the area has a figure of, in the latest period or a chosen one, with their series, the figures of
 * the areas it lies in, and its rank. Takes the area as findArea gives it. Larger areas have the same borders in every
 * boundary year, so where they have no figure in this one, that of the latest boundary year stands in.
 */
export async function listProfile(
  db: Database,
  reader: Reader,
  area: AreaDetail,
  { indicator: wanted, period }: ProfileChoice = {},
): Promise<ProfileIndicator[]> {
  const rows = await selectFigures(db, reader, area, wanted);
  const own = rows.filter((row) => row.area === area.code && row.boundaryYear === area.boundaryYear);
  const chosen = [...new Set(own.map(({ indicator }) => indicator))].flatMap((indicator) => {
    const series = own
      .filter((row) => row.indicator === indicator)
      .sort((one, other) => comparePeriods(one.period, other.period));
    const figure = period === undefined ? series.at(-1) : series.find((row) => row.period === period);
    return figure ? [{ figure, series }] : [];
  });
  const figures = chosen.map(({ figure }) => figure);
  const [ranks, sources] = await Promise.all([
    rankArea(db, reader, area, figures),
    listSourcesByKey(
      db,
      figures.map(({ source }) => source),
    ),
  ]);
  return chosen.flatMap(({ figure, series }) => {
    const source = sources.find(({ key }) => key === figure.source);
    if (!source) return [];
    return {
      indicator: figure.indicator,
      figure: toFigure(figure),
      source,
      series: series.map(toFigure),
      benchmarks: benchmarksOf(area, figure, rows),
      rank: ranks.get(figure.indicator) ?? null,
    };
  });
}

async function selectFigures(
  db: Database,
  reader: Reader,
  area: AreaDetail,
  wanted: readonly string[] | undefined,
): Promise<Row[]> {
  const indicators = wanted ? sql`${wanted}::text[]` : visibleIndicators(reader);
  const codes = area.parents.filter(({ level }) => level !== 'district').map(({ code }) => code);
  const { rows } = await sql<Row>`
    select distinct on (indicator.position, figure.indicator, figure.area, figure.boundary_year, figure.period)
      figure.indicator, area, level, boundary_year as "boundaryYear", period, value, lower, upper,
      sample_size as "sampleSize", status, origin, source, note
    from observation as figure join indicator on indicator.key = figure.indicator
    where ${isVisibleFigure(reader)} and figure.indicator = any(${indicators})
      and (area = any(${codes}::text[]) or (area = ${area.code} and boundary_year = ${area.boundaryYear}))
    order by indicator.position, figure.indicator, figure.area, figure.boundary_year, figure.period, precedence
  `.execute(db);
  return rows;
}

function benchmarksOf(area: AreaDetail, figure: Row, rows: readonly Row[]): ProfileIndicator['benchmarks'] {
  const same = rows.filter((row) => row.indicator === figure.indicator && row.period === figure.period);
  const find = (level: 'municipality' | 'region' | 'country'): Benchmark | null => {
    const parent = area.parents.find((candidate) => candidate.level === level);
    const ofParent = same.filter((row) => row.area === parent?.code);
    const row = ofParent.find((candidate) => candidate.boundaryYear === area.boundaryYear) ?? ofParent.at(-1);
    return parent && row ? { ...parent, ...toFigure(row) } : null;
  };
  return { municipality: find('municipality'), region: find('region'), country: find('country') };
}

function toFigure({ indicator: _indicator, area: _area, level: _level, ...figure }: Row): ProfileFigure {
  return figure;
}
