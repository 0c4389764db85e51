import type { ListedArea } from '../../../geodata/area-list.ts';
import { leastContext } from '../../../geodata/comparing/peer-context.ts';
import { findPeers, standardise } from '../../../geodata/statistics/peers.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import type { Context } from '../../state/reference/context.ts';

/** How many areas are told of. */
const mostPeers = 5;
/** On how many indicators an area is said to be most and least alike. */
const mostTold = 2;

/** An area like this one. */
export interface PeerRow {
  readonly place: ListedArea;
  /** In standard deviations, all indicators together. */
  readonly distance: number;
  readonly alike: readonly CatalogIndicator[];
  readonly unlike: readonly CatalogIndicator[];
}

/** The areas most like the one of an index, anywhere in the region; none where too little is known of it. */
export function listPeers(
  { indicators, columns }: Context,
  index: number,
  places: readonly ListedArea[],
): PeerRow[] {
  if (indicators.length < leastContext) return [];
  const standardised = standardise(columns);
  const peers = findPeers(standardised, index, mostPeers);
  const placeOf = new Map(places.map((place) => [place.index, place]));
  return Array.from(peers.indexes).flatMap((other, at) => {
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
