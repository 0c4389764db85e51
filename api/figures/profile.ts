import { readAddress } from '../../geodata/dimension.ts';
import { type AreaDetail, findArea } from '../../sql/areas.ts';
import type { Database } from '../../sql/database.ts';
import * as figures from '../../sql/profile.ts';
import type { Reader } from '../../sql/reader.ts';
import { notFound } from '../errors.ts';
import type { Profile, ProfileIndicator } from '../schemas/profile.ts';

export interface ProfileQuestion {
  readonly code: string;
  readonly boundaryYear?: number | undefined;
  /** The latest period of each indicator when it is not given. */
  readonly period?: string | undefined;
  /** Addresses of indicators and of categories; every indicator as a whole when not given. */
  readonly indicator?: readonly string[] | undefined;
}

/** The area of a code, in a boundary year or the latest one. Throws a problem 404 that names what is unknown. */
export async function requireArea(
  db: Database,
  reader: Reader,
  code: string,
  boundaryYear?: number,
): Promise<AreaDetail> {
  const area = await findArea(db, reader, code, boundaryYear);
  if (area) return area;
  throw notFound(
    boundaryYear === undefined ? `No area ${code}` : `No area ${code} in the boundaries of ${boundaryYear}`,
  );
}

/** The figures of an area, each with its series, benchmarks and rank. */
export async function readProfile(db: Database, reader: Reader, question: ProfileQuestion): Promise<Profile> {
  const area = await requireArea(db, reader, question.code, question.boundaryYear);
  const entries = await figures.listProfile(db, reader, area, question);
  const { code, name, level, boundaryYear } = area;
  return { area: { code, name, level }, boundaryYear, indicators: entries.map(describeEntry) };
}

function describeEntry({
  indicator,
  figure,
  source,
  series,
  benchmarks,
  rank,
}: figures.ProfileIndicator): ProfileIndicator {
  return {
    ...readAddress(indicator),
    ...describeFigure(figure),
    origin: figure.origin,
    note: figure.note,
    source,
    series: series.map(describeFigure),
    benchmarks: {
      municipality: describeBenchmark(benchmarks.municipality),
      region: describeBenchmark(benchmarks.region),
      country: describeBenchmark(benchmarks.country),
    },
    rank: rank && { ...rank, direction: 'highest-first' },
  };
}

function describeFigure(figure: figures.ProfileFigure): ProfileIndicator['series'][number] {
  const { period, boundaryYear, value, lower, upper, sampleSize, status } = figure;
  return { period, boundaryYear, value, lower, upper, sampleSize, status };
}

function describeBenchmark(benchmark: figures.Benchmark | null): ProfileIndicator['benchmarks']['region'] {
  if (!benchmark) return null;
  const { code, name, value, status } = benchmark;
  return { code, name, value, status };
}
