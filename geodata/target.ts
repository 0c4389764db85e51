import type { Kind } from './indicator.ts';
import { highestStatusNumber } from './observation.ts';
import { yearOfPeriod } from './period.ts';

/** What a municipality means to reach: a figure of its own, in a year. */
export interface Target {
  /** GM code. */
  readonly municipality: string;
  /** Address of the indicator or of one category of it, see dimension.ts. */
  readonly indicator: string;
  /** The year that it is to be reached in: `2026`. */
  readonly period: string;
  /** In the unit of the indicator. */
  readonly value: number;
  /** The plan or decision that sets it. */
  readonly source: { readonly title: string; readonly url: string | null };
}

/**
 * The target that counts for a municipality in a period: that of the first year that has one from the period's year on,
 * or else its last one; undefined where it has none. All of `targets` are of one indicator. Throws a RangeError where
 * the text is no period.
 */
export function findTarget(
  targets: readonly Target[],
  municipality: string,
  period: string,
): Target | undefined {
  const year = yearOfPeriod(period);
  const own = targets
    .filter((target) => target.municipality === municipality)
    .sort((one, other) => yearOfPeriod(one.period) - yearOfPeriod(other.period));
  return own.find((target) => yearOfPeriod(target.period) >= year) ?? own.at(-1);
}

/** Why no figure of a kind can have a value, by the ranges that an import checks figures by; null where one can. */
export function explainImpossible(value: number, kind: Kind): string | null {
  if (value <= highestStatusNumber) return `${value} stands for a figure that is not there`;
  if (kind === 'share' && (value < 0 || value > 100))
    return `a share lies between 0 and 100, which ${value} does not`;
  if ((kind === 'count' || kind === 'rate') && value < 0) return `a ${kind} cannot be ${value}`;
  return null;
}
