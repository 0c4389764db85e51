import type { Progress, Regions } from './region.ts';

/** One measured ratio. */
export interface Result {
  /** The row of the table that it belongs to. */
  readonly id: number;
  /** What was measured, and on which region. */
  readonly name: string;
  /** What was measured divided by its peer, both in this run. */
  readonly ratio: number;
  /** The ratio that is to be reached. */
  readonly goal: number;
  readonly unit: '×';
  /** How often each side ran. */
  readonly runs: number;
  /** What the ratio alone does not say: both sides in their own unit, the worst case. */
  readonly note?: string;
}

/** A row of the table. What cannot be measured here is told through `progress` and gives no result. */
export interface Row {
  readonly id: number;
  readonly title: string;
  /** The peer that the product is measured against. */
  readonly against: string;
  /** Whether a ratio above the goal reaches it too (requests a second), or one below (time, bytes). */
  readonly better: 'higher' | 'lower';
  measure(regions: Regions, progress: Progress): Promise<Result[]>;
}

/** Both sides of a comparison and their ratio, first over second. */
export interface Comparison {
  readonly ratio: number;
  readonly runs: number;
  /** Medians, in whatever the two give. */
  readonly first: number;
  readonly second: number;
}

/**
 * Runs both alternately, `runs` times each, and compares the medians of what they give; each goes first in turn, so that
 * what drifts (a machine that warms up, a cache that fills) falls on both alike. Each runs once before it counts.
 */
export async function interleave(
  first: () => Promise<number>,
  second: () => Promise<number>,
  runs: number,
): Promise<Comparison> {
  await first();
  await second();
  const ones: number[] = [];
  const twos: number[] = [];
  for (let run = 0; run < runs; run++) {
    if (run % 2 === 1) twos.push(await second());
    ones.push(await first());
    if (run % 2 === 0) twos.push(await second());
  }
  const [one, two] = [median(ones), median(twos)];
  return { ratio: one / two, runs, first: one, second: two };
}

/**
 * Lets all act in turn, `runs` times each, and gives what each of them gave; another one goes first in every turn. Each acts
 * once before it counts.
 */
export async function takeTurns<Given>(
  acts: readonly (() => Promise<Given>)[],
  runs: number,
): Promise<Given[][]> {
  const given = acts.map((): Given[] => []);
  for (const act of acts) await act();
  for (let run = 0; run < runs; run++)
    for (let turn = 0; turn < acts.length; turn++) {
      const index = (run + turn) % acts.length;
      const answer = await acts[index]?.();
      if (answer !== undefined) given[index]?.push(answer);
    }
  return given;
}

/** The middle of the numbers, or the mean of the two in the middle; NaN for none. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The quantile of the numbers by linear interpolation (type 7 of Hyndman & Fan, 1996); NaN for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const ordered = [...numbers].sort((one, two) => one - two);
  const index = (ordered.length - 1) * share;
  const low = ordered[Math.floor(index)] ?? Number.NaN;
  const high = ordered[Math.ceil(index)] ?? Number.NaN;
  return low + (high - low) * (index - Math.floor(index));
}

/** The geometric mean of positive numbers; NaN for none. */
export function geometricMean(numbers: readonly number[]): number {
  return Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);
}

/** Whether a result reaches the goal of its row. */
export function reaches({ better }: Pick<Row, 'better'>, { ratio, goal }: Result): boolean {
  return better === 'higher' ? ratio >= goal : ratio <= goal;
}
