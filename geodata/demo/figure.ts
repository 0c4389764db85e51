import type { Status } from '../observation.ts';
import { drawNormal, type Random } from '../statistics/random.ts';

/** A figure before it has a place: what a cell of a table holds. */
export interface Figure {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly sampleSize: number | null;
  readonly status: Status;
}

/** A figure with a value and no bounds. */
export function knownFigure(value: number, decimals: number, status: Status = 'final'): Figure {
  return { value: roundTo(value, decimals), lower: null, upper: null, sampleSize: null, status };
}

/** A cell without a value: withheld, unknown or not asked. */
export function emptyFigure(status: 'suppressed' | 'missing' | 'not-asked'): Figure {
  return { value: null, lower: null, upper: null, sampleSize: null, status };
}

/**
 * What a survey of `sampleSize` people finds where `truth` holds, with 95% bounds from a normal approximation
 * (1.96 standard errors); `deviation` is the spread of single answers, in the unit of the figure.
 */
export function surveyFigure(
  truth: number,
  deviation: number,
  sampleSize: number,
  ceiling: number,
  random: Random,
): Figure {
  const error = deviation / Math.sqrt(sampleSize);
  const found = clamp(truth + error * drawNormal(random), ceiling);
  return {
    value: roundTo(found, 1),
    lower: roundTo(clamp(found - 1.96 * error, ceiling), 1),
    upper: roundTo(clamp(found + 1.96 * error, ceiling), 1),
    sampleSize,
    status: 'final',
  };
}

/** How often something happens that is expected `mean` times: Poisson, by Knuth's product for small means, else normal. */
export function drawCount(mean: number, random: Random): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)));
  const limit = Math.exp(-mean);
  let [count, product] = [0, random()];
  while (product > limit) {
    count++;
    product *= random();
  }
  return count;
}

function clamp(value: number, ceiling: number): number {
  return Math.max(0, Math.min(ceiling, value));
}

export function roundTo(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
