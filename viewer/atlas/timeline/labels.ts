import { type Period, parsePeriod } from '../../../geodata/period.ts';
import type { Slot } from './axis.ts';

/** A name under the axis. */
export interface AxisLabel {
  readonly position: number;
  readonly text: string;
}

/** `2024`, or `2021–2023` where a period is of several years. */
export function writeYears({ year, lastYear }: Period): string {
  return lastYear === undefined ? String(year) : `${year}–${lastYear}`;
}

interface LabelWish {
  readonly slots: readonly Slot[];
  /** Periods that are named before others. */
  readonly chosen: readonly string[];
  /** Pixels. */
  readonly width: number;
  /** The name of a chosen period, short. */
  readonly shorten: (period: string) => string;
}

/** Pixels that a letter of the smallest text takes, and that two names keep between them. */
const letter = 7;
const gap = 8;

/**
 * Names under the axis where there is room: the chosen periods first, then the last, the first and the others. Of
 * quarters, months and weeks only the chosen have names of their own: the others are told by their years.
 */
export function chooseLabels({ slots, chosen, width, shorten }: LabelWish): AxisLabel[] {
  const step = slots.length > 1 ? width / (slots.length - 1) : 0;
  const named = chosen.flatMap((period) => {
    const position = slots.findIndex((slot) => slot.period === period);
    return position < 0 ? [] : [{ position, text: shorten(period) }];
  });
  const years = slots.flatMap(({ period }, position) => {
    const parsed = parsePeriod(period);
    return parsed?.ordinal === 1 ? [{ position, text: writeYears(parsed) }] : [];
  });
  const wanted = [...named, ...years.slice(-1), ...years.slice(0, 1), ...years];
  const labels: AxisLabel[] = [];
  for (const label of wanted) {
    const isClear = (other: AxisLabel) =>
      Math.abs(other.position - label.position) * step >=
      ((other.text.length + label.text.length) / 2) * letter + gap;
    if (labels.every(isClear)) labels.push(label);
  }
  return labels;
}
