import type { Counts } from '../comparing/chance/counts.ts';
import { wholeCountAt } from '../comparing/chance/counts.ts';
import { normalQuantile95 } from './normal.ts';
import { createRandom, drawGamma, drawNormal, type Random } from './random.ts';

/** Where figures are drawn from: the bounds of a survey, or the counts behind rates. */
export type Uncertainty =
  | { readonly kind: 'bounds'; readonly lower: Float64Array; readonly upper: Float64Array }
  | { readonly kind: 'counts'; readonly counts: Counts };

export interface RankInput {
  /** NaN for an area that takes no part. */
  readonly values: Float64Array;
  readonly uncertainty: Uncertainty;
  readonly draws: number;
  readonly seed: number;
}

/** One place an area in every array; 0 for an area that takes no part. */
export interface RankIntervals {
  /** Rank by the figures themselves, 1 for the highest; equal figures share the first of their ranks. */
  readonly ranks: Uint32Array;
  /** Ranks from first to last hold 95% of the draws. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** Areas that have a rank. */
  readonly of: number;
  /** Areas with a figure whose uncertainty is not known: they are left out, as their rank would look certain. */
  readonly uncertain: number;
}

/** What lies outside a 95% interval on either side. */
const tail = 0.025;

/**
 * Ranks with 95% intervals by simulation: figures are drawn anew from what they could have been, and ranked, many times
 * (H. Goldstein and D.J. Spiegelhalter, "League tables and their limitations", Journal of the Royal Statistical Society A
 * 159 (1996), 385–443). Survey figures are drawn from a normal distribution whose spread on either side fits the bound on
 * that side. Rates are drawn from the gamma distribution that a Poisson count leaves for its mean, of shape count + ½
 * (Jeffreys' prior): drawing counts instead would make an area without events certain of its place.
 *
 * The ends are the ⌈draws × 0.025⌉th lowest and highest rank drawn. Yields the share that is done (0 to 1) after each draw.
 */
export function* simulateRanks(input: RankInput): Generator<number, RankIntervals> {
  const { values, draws, seed } = input;
  const drawing = createDrawing(input);
  const places = Uint32Array.from(drawing.places);
  const random = createRandom(seed);
  const drawn = new Float64Array(places.length);
  const sorted = new Float64Array(places.length);
  // A row an area, so that its ranks lie together when they are put in order.
  const ranks = new Uint16Array(places.length * draws);
  if (places.length > largestUint16) throw new RangeError(`${places.length} areas are too many to rank`);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < drawn.length; at += 1) drawn[at] = drawing.draw(places[at] ?? 0, random);
    sorted.set(drawn);
    sorted.sort();
    for (let at = 0; at < drawn.length; at += 1) ranks[at * draws + draw] = rankAmong(sorted, drawn[at] ?? 0);
    yield (draw + 1) / draws;
  }
  const known = Float64Array.from(places, (index) => values[index] ?? 0).sort();
  const found = {
    ranks: new Uint32Array(values.length),
    first: new Uint32Array(values.length),
    last: new Uint32Array(values.length),
  };
  const outside = Math.ceil(draws * tail);
  places.forEach((index, at) => {
    const own = ranks.subarray(at * draws, (at + 1) * draws).sort();
    found.ranks[index] = rankAmong(known, values[index] ?? 0);
    found.first[index] = own[outside - 1] ?? 0;
    found.last[index] = own[draws - outside] ?? 0;
  });
  const valued = values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  return { ...found, of: places.length, uncertain: valued - places.length };
}

const largestUint16 = 65_535;

/** 1 + how many of an ascending list are above the value. */
function rankAmong(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low + 1;
}

interface Drawing {
  /** Of the areas that can be drawn. */
  readonly places: readonly number[];
  readonly draw: (index: number, random: Random) => number;
}

function createDrawing({ values, uncertainty }: RankInput): Drawing {
  const all = Array.from(values.keys());
  if (uncertainty.kind === 'counts') {
    const { counts } = uncertainty;
    const isKnown = (index: number) => !Number.isNaN(values[index]) && wholeCountAt(counts, index) >= 0;
    return {
      places: all.filter(isKnown),
      draw: (index, random) =>
        drawGamma(Math.round(counts.counts[index] ?? 0) + 0.5, random) / (counts.exposures[index] ?? 1),
    };
  }
  const { lower, upper } = uncertainty;
  return {
    places: all.filter(
      (index) => (lower[index] ?? 0) <= (values[index] ?? 0) && (values[index] ?? 0) <= (upper[index] ?? 0),
    ),
    draw(index, random) {
      const normal = drawNormal(random);
      const value = values[index] ?? 0;
      const reach = normal < 0 ? value - (lower[index] ?? 0) : (upper[index] ?? 0) - value;
      return value + (normal * reach) / normalQuantile95;
    },
  };
}
