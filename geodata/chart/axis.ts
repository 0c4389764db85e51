import { createWriter } from '../number.ts';
import type { Language } from '../text.ts';

/** A straight scale from values to pixels, with round figures to mark on it. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Below this share of the largest value, the smallest is so low that the axis had better begin at zero. */
const zeroShare = 0.6;

/**
 * An axis that holds all values with about `wished` round ticks (1, 2 or 5 times a power of ten), no finer than the
 * decimals the figures have. Begins at zero where that costs little room. Values may not be empty.
 */
export function makeAxis(values: readonly number[], wished: number, decimals: number): Axis {
  const [smallest, largest] = [Math.min(...values), Math.max(...values)];
  const fromZero = smallest >= 0 && smallest <= largest * zeroShare;
  const low = fromZero ? 0 : smallest;
  // Of large figures no finer than numbers can be told apart.
  const finest = Math.max(10 ** -decimals, Math.max(Math.abs(smallest), Math.abs(largest)) * 1e-12);
  const step = Math.max(roundStep((largest - low) / wished), roundStep(finest));
  const [first, last] = [Math.floor(tidy(low / step)), Math.ceil(tidy(largest / step))];
  const steps = Math.max(1, last - first);
  const ticks = Array.from({ length: steps + 1 }, (_, i) => tidy((first + i) * step));
  return { low: ticks[0] ?? low, high: ticks.at(-1) ?? largest, ticks };
}

/** Share of the axis, 0 at its low end and 1 at its high end. */
export function shareOnAxis(value: number, { low, high }: Axis): number {
  return (value - low) / (high - low);
}

/** The smallest of 1, 2 or 5 times a power of ten that is no less than the step. */
function roundStep(step: number): number {
  if (step <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(step));
  return ([1, 2, 5].find((factor) => factor * power >= step * (1 - 1e-9)) ?? 10) * power;
}

/** Without the rounding error of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

/** The figures on an axis, alike and short. */
export function writeTicks({ ticks }: Axis, decimals: number, language: Language): string[] {
  return ticks.map(createWriter(ticks, { decimals }, language));
}
