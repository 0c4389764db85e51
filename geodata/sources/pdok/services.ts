import { InputError } from '../../problem.ts';
import type { SentFeature } from '../protocols/feature-page.ts';

/** The services and formats that boundaries can be had through. */
export const boundaryWays = ['ogc', 'wfs', 'gpkg', 'zip'] as const;
export type BoundaryWay = (typeof boundaryWays)[number];

/** The neighbourhoods of a year as a service or a file has them, and the attributes of its districts. */
export interface BoundaryAnswer {
  readonly neighbourhoods: readonly SentFeature[];
  readonly districts: readonly Readonly<Record<string, unknown>>[];
  readonly projection: 'wgs84' | 'rd';
  /** How a file was read where it was not as it should be. */
  readonly notes: readonly string[];
  /** Neighbourhoods of municipalities that were not asked for, which came because a filter was left aside. */
  readonly others: number;
}

/** CBS's map of districts and neighbourhoods has a file for each year from 2012 on. */
export const firstBoundaryYear = 2012;
export const newestBoundaryYear = 2025;

/** The first year of each service: of the OGC API with an address of its own, before that it is the historical one. */
const firstYears: Readonly<Record<BoundaryWay, number>> = { ogc: 2012, wfs: 2021, gpkg: 2021, zip: 2012 };
const firstOwnApi = 2023;

/** The way to take for a year: the newest service that is known to have it. Throws InputError where `from` has not. */
export function chooseWay(year: number, from: string | null): BoundaryWay {
  const way = boundaryWays.find((one) => one === from) ?? defaultWay(year);
  if (year >= firstYears[way]) return way;
  throw new InputError({
    file: 'pdok boundaries',
    message:
      year < firstBoundaryYear
        ? `there are no boundaries of ${year} as open data`
        : `"--from ${way}" has no boundaries of ${year}`,
    remedy:
      year < firstBoundaryYear
        ? `ask for years from ${firstBoundaryYear}`
        : `ask for years from ${firstYears[way]}, or take "--from zip"`,
  });
}

/** The OGC API of a year, and whether it holds several years. */
export function findApi(year: number, base: string | null): { service: string; isHistorical: boolean } {
  const isHistorical = year < firstOwnApi;
  const dataset = `wijken-en-buurten-${isHistorical ? 'historisch' : year}`;
  return { service: `${base ?? 'https://api.pdok.nl'}/cbs/${dataset}/ogc/v1`, isHistorical };
}

export function findWfs(year: number, base: string | null): string {
  return `${base ?? 'https://service.pdok.nl'}/cbs/wijkenbuurten/${year}/wfs/v1_0`;
}

/** Addresses of a file, the one to try first at the front: the third version of a year's map is the final one. */
export function listFiles(way: 'gpkg' | 'zip', year: number, base: string | null): string[] {
  if (way === 'gpkg')
    return [
      `${base ?? 'https://service.pdok.nl'}/cbs/wijkenbuurten/${year}/atom/downloads/wijkenbuurten_${year}.gpkg`,
    ];
  const folder = `${base ?? 'https://geodata.cbs.nl'}/files/Wijkenbuurtkaart`;
  return [3, 2, 1].map((version) => `${folder}/WijkBuurtkaart_${year}_v${version}.zip`);
}

function defaultWay(year: number): BoundaryWay {
  if (year >= firstOwnApi) return 'ogc';
  return year >= firstYears.wfs ? 'wfs' : 'zip';
}
