import type { Estimate } from './interval.ts';
import { normalQuantile95 } from './normal.ts';
import { poissonDensity, poissonLowerTail, poissonUpperTail } from './poisson-tail.ts';

/** What lies beyond either bound of a 95% interval. */
const tail = 0.025;

/**
 * A count of events with its exact Poisson 95% interval: the means at which so few, or so many, events would have a
 * chance of 2.5% (F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), 437–442; R's
 * `poisson.test(count)$conf.int`). `count` is whole and at least 0.
 */
export function estimateCount(count: number): Estimate {
  return { value: count, lower: lowerOfCount(count), upper: upperOfCount(count) };
}

/** The lower bound of `estimateCount`. */
export function lowerOfCount(count: number): number {
  if (count === 0) return 0;
  let mean = cubeByar(count, -1);
  for (let step = 0; step < mostSteps; step += 1) {
    const change = (poissonUpperTail(count, mean) - tail) / poissonDensity(count - 1, mean);
    mean -= Math.min(change, mean / 2);
    if (Math.abs(change) < precision * mean) break;
  }
  return mean;
}

/** The upper bound of `estimateCount`. */
export function upperOfCount(count: number): number {
  let mean = cubeByar(count + 1, 1);
  for (let step = 0; step < mostSteps; step += 1) {
    const change = (poissonLowerTail(count, mean) - tail) / poissonDensity(count, mean);
    mean += change;
    if (Math.abs(change) < precision * mean) break;
  }
  return mean;
}

/** Newton's method begins so near that it needs three or four steps. */
const mostSteps = 30;
const precision = 1e-13;

/**
 * A count of events with Byar's approximation of its exact Poisson 95% interval (N.E. Breslow and N.E. Day, "Statistical
 * Methods in Cancer Research", volume II (1987), page 69): within 1% of the exact bounds from 10 events on. It is what
 * many public health tables print; the product shows the exact one.
 */
export function approximateCount(count: number): Estimate {
  return { value: count, lower: count === 0 ? 0 : cubeByar(count, -1), upper: cubeByar(count + 1, 1) };
}

function cubeByar(count: number, sign: 1 | -1): number {
  return count * (1 - 1 / (9 * count) + (sign * normalQuantile95) / (3 * Math.sqrt(count))) ** 3;
}

/**
 * A rate with its exact 95% interval: that of `estimateCount` over the exposure, which is taken to be known.
 * `count` ÷ `exposure` × `per`, so that `estimateRate(12, 4300, 1000)` is a rate per 1,000. NaN without exposure.
 */
export function estimateRate(count: number, exposure: number, per = 1): Estimate {
  const factor = exposure > 0 ? per / exposure : Number.NaN;
  return { value: count * factor, lower: lowerOfCount(count) * factor, upper: upperOfCount(count) * factor };
}
