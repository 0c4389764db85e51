import { type ContextColumns, findPeers, standardise } from '../../geodata/statistics/peers.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import type { FigureRow } from '../profile/figure-rows.ts';
import { hasFigure } from '../profile/moment.ts';
import type { Place } from '../state/places.ts';

/** How many areas are told of. */
const mostPeers = 5;
/** On how many indicators an area is said to be most and least alike. */
const mostTold = 2;
/** Fewer indicators than these tell no areas apart. */
const leastContext = 3;
/** An indicator that fewer of the areas have would leave most of them without a type. */
const leastKnown = 0.5;

/** An area like this one. */
export interface PeerRow {
  readonly place: Place;
  /** In standard deviations, all indicators together. */
  readonly distance: number;
  readonly alike: readonly CatalogIndicator[];
  readonly unlike: readonly CatalogIndicator[];
}

/** The figures by which areas are likened: the newest of each indicator of the background that does not grow with its area. */
export interface Context {
  readonly indicators: readonly CatalogIndicator[];
  readonly columns: ContextColumns;
  /** Of each, in which boundaries: `2024@2024`. */
  readonly periods: readonly string[];
}

/** The context of a level: areas that the newest boundaries no longer have take no part. */
export function listContext(rows: readonly FigureRow[], places: readonly Place[]): Context {
  const known = new Set(places.map(({ index }) => index));
  const isKnown = ({ moment }: FigureRow) =>
    places.filter(({ index }) => hasFigure(moment, index)).length >= places.length * leastKnown;
  const told = rows.filter(
    (row) => row.indicator.theme.startsWith('achtergrond') && row.indicator.kind !== 'count' && isKnown(row),
  );
  return {
    indicators: told.map(({ indicator }) => indicator),
    periods: told.map(({ moment }) => `${moment.period}@${moment.boundaryYear}`),
    columns: told.map(({ moment }) =>
      moment.values.map((value, index) => (known.has(index) ? value : Number.NaN)),
    ),
  };
}

/** The areas most like the one of an index, anywhere in the region; none where too little is known of it. */
export function listPeers(
  { indicators, columns }: Context,
  index: number,
  places: readonly Place[],
): PeerRow[] {
  if (indicators.length < leastContext) return [];
  const standardised = standardise(columns);
  const peers = findPeers(standardised, index, mostPeers);
  const placeOf = new Map(places.map((place) => [place.index, place]));
  return Array.from(peers.places).flatMap((other, at) => {
    const place = placeOf.get(other);
    if (!place) return [];
    const apart = (of: number) =>
      Math.abs((standardised[of]?.[other] ?? Number.NaN) - (standardised[of]?.[index] ?? Number.NaN));
    const order = Array.from(indicators.keys())
      .filter((of) => !Number.isNaN(apart(of)))
      .sort((one, two) => apart(one) - apart(two));
    const told = Math.min(mostTold, Math.floor(order.length / 2));
    const name = (of: readonly number[]) => of.flatMap((each) => indicators[each] ?? []);
    return {
      place,
      distance: peers.distances[at] ?? Number.NaN,
      alike: name(order.slice(0, told)),
      unlike: name(order.slice(-told).reverse()),
    };
  });
}
