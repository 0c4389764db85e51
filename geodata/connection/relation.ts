import { readAddress } from '../dimension.ts';
import type { Indicator } from '../indicator.ts';

/**
 * Why two indicators go together by the way they are made, whatever the areas are like: items of one division, one computed
 * from the other, both from one numerator or over one denominator, or two counts that grow with the size of an area.
 */
export const relations = ['items', 'derived', 'numerator', 'denominator', 'counts'] as const;
export type Relation = (typeof relations)[number];

type Made = Pick<Indicator, 'key' | 'kind' | 'derive'>;

/**
 * How two indicators are related by their making, the closest relation first; null where nothing is known of one. `find`
 * gives the definition of an address, undefined where there is none. An item of a division counts as its indicator.
 */
export function relate(one: Made, other: Made, find: (address: string) => Made | undefined): Relation | null {
  if (wholeOf(one.key) === wholeOf(other.key)) return 'items';
  if (listOrigins(one, find).has(wholeOf(other.key)) || listOrigins(other, find).has(wholeOf(one.key)))
    return 'derived';
  const [a, b] = [one.derive, other.derive];
  if (a && b && wholeOf(a.numerator) === wholeOf(b.numerator)) return 'numerator';
  if (a && b && wholeOf(a.denominator) === wholeOf(b.denominator)) return 'denominator';
  return one.kind === 'count' && other.kind === 'count' ? 'counts' : null;
}

function wholeOf(address: string): string {
  return readAddress(address).indicator;
}

/** Everything that an indicator is computed from, also by way of others. */
function listOrigins(
  { derive }: Made,
  find: (address: string) => Made | undefined,
  known = new Set<string>(),
): ReadonlySet<string> {
  for (const address of derive ? [derive.numerator, derive.denominator] : []) {
    const origin = wholeOf(address);
    if (known.has(origin)) continue;
    known.add(origin);
    const definition = find(origin);
    if (definition) listOrigins(definition, find, known);
  }
  return known;
}
