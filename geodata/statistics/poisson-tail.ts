import { deviance, stirlingError } from './saddle-point.ts';

/** What adds less than this share to a sum is left out. */
const negligible = 1e-17;

/** Probability of exactly `count` events where `mean` are expected, by Loader's expansion (see saddle-point.ts); R's `dpois`. */
export function poissonDensity(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 1 : 0;
  if (count === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(count) - deviance(count, mean)) / Math.sqrt(2 * Math.PI * count);
}

/** Probability of `count` events or fewer, where `count` is below the mean; 0 below 0. */
export function poissonLowerTail(count: number, mean: number): number {
  let term = count < 0 ? 0 : poissonDensity(count, mean);
  let sum = term;
  for (let each = count; each > 0; each -= 1) {
    term *= each / mean;
    if (term <= sum * negligible) break;
    sum += term;
  }
  return sum;
}

/** Probability of `count` events or more, where `count` is above the mean. */
export function poissonUpperTail(count: number, mean: number): number {
  let term = poissonDensity(count, mean);
  let sum = term;
  for (let each = count + 1; term > sum * negligible; each += 1) {
    term *= mean / each;
    sum += term;
  }
  return sum;
}
