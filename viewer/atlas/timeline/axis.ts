import { comparePeriods, isPeriod, type Period, parsePeriod, writePeriod } from '../../../geodata/period.ts';
import { unitOf } from '../../../geodata/period-axis.ts';

/** A period on the axis of the slider; its place is its number there, from 0. */
export interface Slot {
  readonly period: string;
  /** Whether there is anything to show. */
  readonly hasFigures: boolean;
}

/**
 * Every period of a unit from the first to the last that anything is known of, without gaps, so that a period without
 * figures is seen to be missing; of several years those that are known alone, as they may overlap. `known` may hold
 * other units too.
 */
export function createSlots(
  unit: Period['unit'],
  known: Iterable<string>,
  withFigures: ReadonlySet<string>,
): Slot[] {
  const ordered = [...known].filter((period) => unitOf(period) === unit).sort(comparePeriods);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods = unit === 'years' ? [...new Set(ordered)] : listPeriods(first, last);
  return periods.map((period) => ({ period, hasFigures: withFigures.has(period) }));
}

/** The periods from one to another of the same unit, both included. */
function listPeriods(first: string, last: string): string[] {
  const periods: string[] = [];
  for (let period = first; comparePeriods(period, last) <= 0; period = periodAfter(period))
    periods.push(period);
  return periods;
}

function periodAfter(period: string): string {
  const { unit, year, ordinal } = parsePeriod(period) ?? { unit: 'year', year: 0, ordinal: 1 };
  const next = writePeriod({ unit, year, ordinal: ordinal + 1 });
  const isInYear = unit !== 'year' && isPeriod(next);
  return isInYear ? next : writePeriod({ unit, year: year + 1, ordinal: 1 });
}

/** Place of a period on the axis; -1 where it is not there. */
export function placeOn(slots: readonly Slot[], period: string | undefined): number {
  return slots.findIndex((slot) => slot.period === period);
}

/** The first and last place of each stretch of periods that follow each other and have figures. */
export function listStretches(slots: readonly Slot[]): [first: number, last: number][] {
  const stretches: [number, number][] = [];
  slots.forEach(({ hasFigures }, position) => {
    const current = stretches.at(-1);
    if (!hasFigures) return;
    if (current && current[1] === position - 1) current[1] = position;
    else stretches.push([position, position]);
  });
  return stretches;
}

/** The periods without figures between two places, in order. */
export function listSkipped(slots: readonly Slot[], from: number, to: number): string[] {
  return slots
    .slice(Math.min(from, to) + 1, Math.max(from, to))
    .filter(({ hasFigures }) => !hasFigures)
    .map(({ period }) => period);
}
