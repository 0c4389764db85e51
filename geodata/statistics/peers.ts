/** Figures of one context indicator, one place an area, in a column of their own; NaN where unknown. */
export type ContextColumns = readonly Float64Array[];

/**
 * Every column less its mean, over its standard deviation (n − 1), unknown figures left out; R's `scale`. A column that is
 * the same everywhere becomes 0, since it tells no areas apart.
 */
export function standardise(columns: ContextColumns): Float64Array[] {
  return columns.map((column) => {
    const known = column.filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / (known.length - 1));
    const isFlat = known.every((value) => value === known[0]);
    return column.map((value) => (isFlat && !Number.isNaN(value) ? 0 : (value - mean) / deviation));
  });
}

export interface Peers {
  /** Places of the areas most like this one, the likest first. */
  readonly places: Uint32Array;
  /** Distance of each in standard deviations, all indicators together. */
  readonly distances: Float64Array;
  /** Indicators that the area itself has no figure of, by place in the list of columns: nothing was compared on them. */
  readonly notCompared: readonly number[];
  /** For each peer the further indicators that it has no figure of. */
  readonly missing: readonly (readonly number[])[];
}

/** Of fewer than this share of the indicators that an area has, likeness says little. */
const leastShareCompared = 0.5;

/**
 * The areas most like one, by Euclidean distance over standardised indicators; R's `dist(scale(x))`. Where a figure is
 * unknown the indicator is left out of that pair and the square of the distance is scaled up to all of them, as R does.
 * An area that shares fewer than half of the indicators that this one has is no peer. Of equal distances the earlier place
 * comes first. `standardised` comes from `standardise`.
 */
export function findPeers(standardised: ContextColumns, index: number, count: number): Peers {
  const size = standardised[0]?.length ?? 0;
  const own = standardised.flatMap((column, at) => (Number.isNaN(column[index] ?? Number.NaN) ? [] : [at]));
  const distances = new Float64Array(size).fill(Number.NaN);
  for (let other = 0; other < size; other += 1) {
    if (other === index) continue;
    let [squares, compared] = [0, 0];
    for (const at of own) {
      const difference = (standardised[at]?.[other] ?? Number.NaN) - (standardised[at]?.[index] ?? 0);
      if (Number.isNaN(difference)) continue;
      squares += difference * difference;
      compared += 1;
    }
    if (compared > 0 && compared >= own.length * leastShareCompared)
      distances[other] = Math.sqrt((squares * standardised.length) / compared);
  }
  const known = Array.from(distances.keys()).filter((other) => !Number.isNaN(distances[other]));
  known.sort((one, other) => (distances[one] ?? 0) - (distances[other] ?? 0) || one - other);
  const places = Uint32Array.from(known.slice(0, count));
  const isMissing = (at: number, other: number) => Number.isNaN(standardised[at]?.[other] ?? Number.NaN);
  return {
    places,
    distances: Float64Array.from(places, (other) => distances[other] ?? Number.NaN),
    notCompared: Array.from(standardised.keys()).filter((at) => !own.includes(at)),
    missing: Array.from(places, (other) => own.filter((at) => isMissing(at, other))),
  };
}
