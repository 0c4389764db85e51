import {
  beginsAsPeriod,
  findPeriodIn,
  type PeriodMeaning,
  type PeriodReading,
  readPeriodText,
} from '../period-text.ts';
import { foldText } from './sheet.ts';

/** Stands in a pattern for whichever period the heading of that file has. */
export const periodMark = '{period}';

/** Words and stars beside a period that tell that its figures may still change, as folded text. */
const markBefore = /(?:\*|(?<![a-z])(?:voorlopig|voorlopige cijfers|voorl\.|provisional)[)\]:]?) ?$/;
const markBehind = /\*|^[^a-z]*(?:voorlopig|voorlopige cijfers|voorl\.?|vrlp\.?|vlp\.?|provisional)(?![a-z])/;

/** What a heading says of its period: one, nothing (null), one that has to be asked, or something that is no period. */
export type HeadingMatch =
  | PeriodReading
  | { readonly period: null; readonly isProvisional: false }
  | { readonly unknown: string };

/**
 * Whether a heading is what a pattern says, capitals, accents and spaces not counted; where the pattern has
 * `{period}`, with the period that stands there. A text in that place which begins as a period and is none comes back as
 * `unknown`; null where the heading is another one.
 */
export function matchHeading(pattern: string, heading: string, meaning: PeriodMeaning): HeadingMatch | null {
  const [before = '', after] = foldText(pattern).split(periodMark);
  const text = foldText(heading);
  if (after === undefined) return text === before ? { period: null, isProvisional: false } : null;
  if (text.length < before.length + after.length) return null;
  if (!text.startsWith(before) || !text.endsWith(after)) return null;
  const place = text.slice(before.length, text.length - after.length);
  const reading = readPeriodText(place, meaning);
  if (reading === null) return beginsAsPeriod(place) ? { unknown: place.trim() } : null;
  const isMarked = markBefore.test(before) || markBehind.test(after);
  return 'period' in reading && isMarked ? { ...reading, isProvisional: true } : reading;
}

/** The pattern of a heading: the period in it, where it has one, becomes `{period}`. */
export function makePattern(heading: string): string {
  const found = findPeriodIn(heading);
  if (!found) return heading;
  return heading.slice(0, found.start) + periodMark + heading.slice(found.start + found.text.length);
}
