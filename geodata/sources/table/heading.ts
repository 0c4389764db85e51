import { findPeriodIn, type PeriodUnit, readPeriodText } from './period-text.ts';
import { foldText } from './sheet.ts';

/** Stands in a pattern for whichever period the heading of that file has. */
export const periodMark = '{period}';

/**
 * Whether a heading is what a pattern says, capitals, accents and spaces not counted; where the pattern has
 * `{period}`, with the period that stands there. Null where it is not.
 */
export function matchHeading(
  pattern: string,
  heading: string,
  dates: PeriodUnit | null,
): { readonly period: string | null } | null {
  const [before = '', after] = foldText(pattern).split(periodMark);
  const text = foldText(heading);
  if (after === undefined) return text === before ? { period: null } : null;
  if (text.length < before.length + after.length) return null;
  if (!text.startsWith(before) || !text.endsWith(after)) return null;
  const period = readPeriodText(text.slice(before.length, text.length - after.length), dates);
  return period === null || period === 'date' ? null : { period };
}

/** The pattern of a heading: the period in it, where it has one, becomes `{period}`. */
export function makePattern(heading: string): string {
  const found = findPeriodIn(heading);
  if (!found) return heading;
  return heading.slice(0, found.start) + periodMark + heading.slice(found.start + found.text.length);
}
