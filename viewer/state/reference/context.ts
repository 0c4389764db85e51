import type { ListedArea } from '../../../geodata/area-list.ts';
import type { ColumnData, ColumnPeriod } from '../../../geodata/columns/column.ts';
import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import { comparePeriods, parsePeriod } from '../../../geodata/period.ts';
import type { ContextColumns } from '../../../geodata/statistics/peers.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { readLevelAreas } from '../area/level-areas.ts';
import { readLevelFigures } from '../area/level-figures.ts';
import { hasFigure } from '../area/moment.ts';
import { indicators } from '../catalog.ts';

/** Fewer indicators than these tell no areas apart. */
export const leastContext = 3;
/** A period that fewer of the areas have a figure of would leave most of them without a type. */
const leastKnown = 0.5;

/** The figures by which the likeness of areas is measured: of each indicator of the background that does not grow with its area. */
export interface Context {
  readonly indicators: readonly CatalogIndicator[];
  readonly columns: ContextColumns;
  /** Of each, in which boundaries: `2024@2024`. */
  readonly periods: readonly string[];
}

/** By what the likeness of the areas of a level is measured, in the boundaries that figures are carried to or else in the newest. Throws RequestFailure. */
export async function readContext(level: MapLevel, carry: number | null, abort: AbortSignal) {
  const told = indicators.peek().filter(isContext);
  const keys = told.map(({ key }) => key);
  const [{ columns }, { rows: places }] = await Promise.all([
    readLevelFigures(level, carry, abort, keys),
    readLevelAreas(level, carry, abort),
  ]);
  return { context: listContext(columns, told, places), places };
}

/** Whether an indicator says what kind of area it is. */
export function isContext({ theme, kind }: Pick<CatalogIndicator, 'theme' | 'kind'>): boolean {
  return theme.startsWith('achtergrond') && !growsWithArea({ kind });
}

/** Whether there may be enough to tell areas apart; figures can still be missing. */
export function mayHavePeers(indicators: readonly CatalogIndicator[]): boolean {
  return indicators.filter(isContext).length >= leastContext;
}

/**
 * The context of a level: the newest figures of each indicator that most of the areas have. `places` are those of the
 * newest boundaries; areas that these no longer have take no part.
 */
export function listContext(
  columns: ReadonlyMap<string, ColumnData>,
  indicators: readonly CatalogIndicator[],
  places: readonly ListedArea[],
): Context {
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
function pickKnown(values: Float64Array, places: readonly ListedArea[]): Float64Array {
  const known = new Float64Array(values.length).fill(Number.NaN);
  for (const { index } of places) known[index] = values[index] ?? Number.NaN;
  return known;
}

/** The newest year, or period where there are no years, in the newest boundaries, that most of the areas have a figure of. */
function findNewest(periods: readonly ColumnPeriod[], places: readonly ListedArea[]): ColumnPeriod | null {
  const isYear = ({ period }: ColumnPeriod) => parsePeriod(period)?.unit === 'year';
  const years = periods.filter(isYear);
  const candidates = (years.length > 0 ? years : periods).toSorted(
    (one, other) => comparePeriods(one.period, other.period) || one.boundaryYear - other.boundaryYear,
  );
  const isKnown = (moment: ColumnPeriod) =>
    places.filter(({ index }) => hasFigure(moment, index)).length >= places.length * leastKnown;
  return candidates.findLast(isKnown) ?? null;
}
