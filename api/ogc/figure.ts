import { findEntry } from '../../geodata/catalog.ts';
import type { MapLevel } from '../../geodata/level.ts';
import { daysOfPeriod } from '../../geodata/period.ts';
import { invalidParameter } from '../errors.ts';
import type { Catalog, CatalogIndicator } from '../schemas/catalog.ts';
import { type Interval, isDuring } from './datetime.ts';

/** An indicator or category whose figures are told with the areas, and the period that was asked for; null: any. */
export interface FigureChoice {
  readonly address: string;
  readonly entry: CatalogIndicator;
  readonly period: string | null;
}

/** What of figures the parameters of an address ask for; null: none. Throws a problem 400 for what the reader knows nothing of. */
export function readFigureChoice(
  catalog: Catalog,
  { indicator, period }: { readonly indicator?: string | undefined; readonly period?: string | undefined },
): FigureChoice | null {
  if (indicator === undefined) {
    if (period !== undefined) throw invalidParameter('period', 'give an indicator with it');
    return null;
  }
  const entry = findEntry(catalog, indicator);
  if (!entry) throw invalidParameter('indicator', `there is no ${indicator}: choose one of /api/catalog`);
  if (period !== undefined && !entry.periods.some((known) => known.period === period))
    throw invalidParameter('period', `${indicator} has no figures of ${period}`);
  return { address: indicator, entry, period: period ?? null };
}

/** The periods, in order of time, that there are figures of at a level on the boundaries of a year. */
export function listPeriods(
  { entry, period: wanted }: FigureChoice,
  level: MapLevel,
  boundaryYear: number,
): string[] {
  return entry.periods
    .filter((each) => each.boundaryYear === boundaryYear && each.levels.includes(level))
    .map(({ period }) => period)
    .filter((period) => wanted === null || period === wanted);
}

/** The latest of the periods, of those that an interval touches; null where it touches none. */
export function choosePeriod(periods: readonly string[], interval: Interval | null): string | null {
  return periods.findLast((period) => !interval || isDuring(daysOfPeriod(period), interval)) ?? null;
}
