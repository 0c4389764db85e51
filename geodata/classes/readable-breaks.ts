import { firstAtLeast } from './values.ts';

/** Share of the distance to the nearest other limit that rounding may move a break: classes keep their meaning. */
const freedom = 0.1;

interface Room {
  readonly exact: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Rounds breaks to the coarsest figures of 1, 2 or 5 times a power of ten that stay within a tenth of the distance to the
 * next limit, or anywhere between the two values that the break separates, since that changes no class. A class of one
 * single value (the zeros) keeps to itself. Breaks that are `equal` steps apart share one rounding, so that they stay
 * equal within it. No break is finer than `decimals`; those that fall together or leave the first class empty are dropped.
 */
export function readableBreaks(
  breaks: readonly number[],
  sorted: Float64Array,
  { areEqual, decimals }: { readonly areEqual: boolean; readonly decimals: number },
): number[] {
  const minimum = sorted[0] ?? Number.NaN;
  const maximum = sorted[sorted.length - 1] ?? Number.NaN;
  const inside = breaks.filter((limit) => limit > minimum && limit <= maximum);
  const rooms = inside.map((_, i) => roomOf(inside, i, sorted));
  const groups = areEqual ? [rooms] : rooms.map((room) => [room]);
  const rounded = groups.flatMap((group) => roundTogether(group, decimals));
  return [...new Set(rounded)].filter((limit) => limit > minimum && limit <= maximum).sort((a, b) => a - b);
}

function roomOf(breaks: readonly number[], i: number, sorted: Float64Array): Room {
  const exact = breaks[i] ?? Number.NaN;
  const first = firstAtLeast(sorted, exact);
  const above = sorted[first] ?? exact;
  const below = sorted[first - 1] ?? exact;
  const previous = breaks[i - 1] ?? sorted[0] ?? exact;
  const next = breaks[i + 1] ?? sorted[sorted.length - 1] ?? exact;
  const slack = freedom * Math.min(exact - previous, next - exact);
  const isLone = below === previous || below === sorted[0];
  const justAboveBelow = below + (above - below) * 1e-6;
  if (isLone) return { exact, low: justAboveBelow, high: above };
  return { exact, low: Math.min(exact - slack, justAboveBelow), high: Math.max(exact + slack, above) };
}

function roundTogether(rooms: readonly Room[], decimals: number): number[] {
  const finest = -decimals;
  const largest = Math.max(...rooms.map(({ exact }) => Math.abs(exact)), 10 ** finest);
  for (let power = Math.ceil(Math.log10(largest)); power >= finest; power--) {
    for (const factor of [5, 2, 1]) {
      const rounded = rooms.map((room) => roundWithin(room, factor, power));
      if (rounded.every((value) => value !== null)) return rounded;
    }
  }
  return rooms.map(({ exact }) => Number(`${Math.ceil(Number(`${exact}e${decimals}`) - 1e-9)}e${finest}`));
}

/** The multiple of factor × 10^power nearest to the exact break, or null where that leaves its room. */
function roundWithin({ exact, low, high }: Room, factor: number, power: number): number | null {
  const count = Math.round(exact / factor / 10 ** power);
  for (const candidate of [count, count - 1, count + 1]) {
    const value = Number(`${candidate * factor}e${power}`);
    if (value >= low && value <= high) return value;
  }
  return null;
}
