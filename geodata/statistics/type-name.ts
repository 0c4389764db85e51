import type { Text } from '../text.ts';

/** A type that is nearer than this to the mean, in standard deviations, is not told by that indicator. */
const leastDeviation = 0.5;
const mostNamed = 2;

/**
 * Plain names of types of areas, after the indicators on which each is furthest from the mean of all: `hoog: Woningdichtheid;
 * laag: Inkomen` and `high: …; low: …`. One that is near the mean on all is `rond het gemiddelde`. Types that would share a
 * name are told apart by further indicators, and by a number where there are none. `centres` are those of a clustering,
 * `names` those of its indicators.
 */
export function nameTypes(centres: readonly Float64Array[], names: readonly Text[]): Text[] {
  const given: Text[] = [];
  for (const centre of centres) {
    let name = nameType(centre, names, mostNamed);
    for (let named = mostNamed + 1; named <= names.length && isTaken(name, given); named += 1)
      name = nameType(centre, names, named);
    for (let number = 2; isTaken(name, given); number += 1) {
      const plain = nameType(centre, names, mostNamed);
      name = { nl: `${plain.nl} (${number})`, en: `${plain.en} (${number})` };
    }
    given.push(name);
  }
  return given;
}

function isTaken(name: Text, given: readonly Text[]): boolean {
  return given.some(({ nl }) => nl === name.nl);
}

function nameType(centre: Float64Array, names: readonly Text[], most: number): Text {
  const telling = Array.from(centre.keys())
    .filter((at) => Math.abs(centre[at] ?? 0) >= leastDeviation)
    .sort((one, other) => Math.abs(centre[other] ?? 0) - Math.abs(centre[one] ?? 0))
    .slice(0, most);
  if (telling.length === 0) return { nl: 'rond het gemiddelde', en: 'around the mean' };
  const high = telling.filter((at) => (centre[at] ?? 0) > 0).map((at) => names[at]);
  const low = telling.filter((at) => (centre[at] ?? 0) < 0).map((at) => names[at]);
  return {
    nl: join(['hoog', high.map((name) => name?.nl)], ['laag', low.map((name) => name?.nl)]),
    en: join(['high', high.map((name) => name?.en)], ['low', low.map((name) => name?.en)]),
  };
}

function join(
  ...sides: readonly (readonly [side: string, names: readonly (string | undefined)[]])[]
): string {
  return sides
    .filter(([, names]) => names.length > 0)
    .map(([side, names]) => `${side}: ${names.join(', ')}`)
    .join('; ');
}
