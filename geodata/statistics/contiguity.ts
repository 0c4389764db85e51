/** Which areas touch: the neighbours of area i are `neighbours[starts[i]]` up to, not with, `neighbours[starts[i + 1]]`. */
export interface Contiguity {
  /** One place more than there are areas. */
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
}

/**
 * Contiguity of `size` areas from pairs that touch, named once or twice, either way round; an area is no neighbour of
 * itself. Throws RangeError for a place that is no area.
 */
export function createContiguity(size: number, pairs: Iterable<readonly [number, number]>): Contiguity {
  const lists = Array.from({ length: size }, () => new Set<number>());
  for (const [one, other] of pairs) {
    const [first, second] = [lists[one], lists[other]];
    if (!first || !second) throw new RangeError(`${one} and ${other} are no places among ${size} areas`);
    if (one === other) continue;
    first.add(other);
    second.add(one);
  }
  const starts = new Uint32Array(size + 1);
  lists.forEach((list, index) => {
    starts[index + 1] = (starts[index] ?? 0) + list.size;
  });
  const neighbours = Uint32Array.from(lists.flatMap((list) => [...list].sort((a, b) => a - b)));
  return { starts, neighbours };
}

/**
 * The contiguity of those areas alone that have a value, numbered anew in their order, with the place each had: R's
 * `subset` of a list of weights, so that an area may be left without neighbours.
 */
export function keepKnown(
  { starts, neighbours }: Contiguity,
  values: Float64Array,
): { readonly contiguity: Contiguity; readonly places: Uint32Array } {
  const numbers = new Int32Array(values.length).fill(-1);
  let count = 0;
  values.forEach((value, index) => {
    if (Number.isNaN(value)) return;
    numbers[index] = count;
    count += 1;
  });
  const places = new Uint32Array(count);
  const keptStarts = new Uint32Array(count + 1);
  const kept = new Uint32Array(neighbours.length);
  let end = 0;
  numbers.forEach((number, index) => {
    if (number < 0) return;
    places[number] = index;
    for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at += 1) {
      const neighbour = numbers[neighbours[at] ?? 0] ?? -1;
      if (neighbour < 0) continue;
      kept[end] = neighbour;
      end += 1;
    }
    keptStarts[number + 1] = end;
  });
  return { contiguity: { starts: keptStarts, neighbours: kept.slice(0, end) }, places };
}

/** How many neighbours an area has. */
export function degreeOf({ starts }: Contiguity, index: number): number {
  return (starts[index + 1] ?? 0) - (starts[index] ?? 0);
}

/** The mean of an area's neighbours (row-standardised weights); 0 without neighbours. */
export function meanOfNeighbours(contiguity: Contiguity, values: Float64Array, index: number): number {
  const { starts, neighbours } = contiguity;
  let sum = 0;
  for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at += 1)
    sum += values[neighbours[at] ?? 0] ?? 0;
  return sum / Math.max(1, degreeOf(contiguity, index));
}
