import type { ListedArea } from '../area-list.ts';
import type { ColumnData, ColumnPeriod } from '../columns/column.ts';
import type { Kind } from '../indicator.ts';
import { comparePeriods, parsePeriod } from '../period.ts';
import type { ContextColumns } from '../statistics/peers.ts';
import { growsWithArea } from './comparability.ts';

/** Fewer indicators than these tell no areas apart. */
export const leastContext = 3;
/** A period that fewer of the areas have a figure of would leave most of them without a type. */
const leastKnown = 0.5;
/** How many types there are: a handful, so that each has a plain name. */
export const peerTypes = 5;
/** So that a link shows the same types. */
export const peerSeed = 1;

/** An indicator, as far as it says whether it is of the background. */
export interface ContextIndicator {
  readonly theme: string;
  readonly kind: Kind;
}

/** The figures by which the likeness of areas is measured: of each indicator of the background that does not grow with its area. */
export interface Context<Of> {
  readonly indicators: readonly Of[];
  readonly columns: ContextColumns;
  /** Of each, in which boundaries: `2024@2024`. */
  readonly periods: readonly string[];
}

/** Whether an indicator says what kind of area it is. */
export function isContext({ theme, kind }: ContextIndicator): boolean {
  return theme.startsWith('achtergrond') && !growsWithArea({ kind });
}

/** Whether there may be enough to tell areas apart; figures can still be missing. */
export function mayHavePeers(indicators: readonly ContextIndicator[]): boolean {
  return indicators.filter(isContext).length >= leastContext;
}

type Place = Pick<ListedArea, 'index'>;

/**
 * The context of a level: the newest figures of each indicator that most of the areas have. `places` are those of the
 * newest boundaries; areas that these no longer have take no part.
 */
export function listContext<Of extends ContextIndicator & { readonly key: string }>(
  columns: ReadonlyMap<string, ColumnData>,
  indicators: readonly Of[],
  places: readonly Place[],
): Context<Of> {
  const told = indicators.filter(isContext).flatMap((indicator) => {
    const moment = findNewest(columns.get(indicator.key)?.periods ?? [], places);
    return moment ? [{ indicator, moment }] : [];
  });
  return {
    indicators: told.map(({ indicator }) => indicator),
    periods: told.map(({ moment }) => `${moment.period}@${moment.boundaryYear}`),
    columns: told.map(({ moment }) => pickKnown(moment.values, places)),
  };
}

/** The figures of the areas that there are; NaN for others. */
function pickKnown(values: Float64Array, places: readonly Place[]): Float64Array {
  const known = new Float64Array(values.length).fill(Number.NaN);
  for (const { index } of places) known[index] = values[index] ?? Number.NaN;
  return known;
}

/** The newest year, or period where there are no years, in the newest boundaries, that most of the areas have a figure of. */
function findNewest(periods: readonly ColumnPeriod[], places: readonly Place[]): ColumnPeriod | null {
  const isYear = ({ period }: ColumnPeriod) => parsePeriod(period)?.unit === 'year';
  const years = periods.filter(isYear);
  const candidates = (years.length > 0 ? years : periods).toSorted(
    (one, other) => comparePeriods(one.period, other.period) || one.boundaryYear - other.boundaryYear,
  );
  const hasFigure = (moment: ColumnPeriod, index: number) =>
    !Number.isNaN(moment.values[index] ?? Number.NaN);
  const isKnown = (moment: ColumnPeriod) =>
    places.filter(({ index }) => hasFigure(moment, index)).length >= places.length * leastKnown;
  return candidates.findLast(isKnown) ?? null;
}
