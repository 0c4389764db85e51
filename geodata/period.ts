import type { Language } from './text.ts';

/**
 * A span of time that a figure is about. `ordinal` counts within the year from 1; a year has 1. `years` are several
 * whole years that the figure is an average over, from `year` to `lastYear`.
 */
export interface Period {
  readonly unit: 'years' | 'year' | 'quarter' | 'month' | 'week';
  readonly year: number;
  readonly ordinal: number;
  /** Of several years alone. */
  readonly lastYear?: number;
}

type Unit = Period['unit'];

/** Our own notation first, then that of CBS (2021JJ00, 2024KW01, 2025MM06, 2024W112). */
const notations: readonly (readonly [Exclude<Unit, 'years'>, RegExp])[] = [
  ['year', /^(\d{4})$/],
  ['quarter', /^(\d{4})-Q([1-4])$/],
  ['month', /^(\d{4})-(\d{2})$/],
  ['week', /^(\d{4})-W(\d{2})$/],
  ['year', /^(\d{4})JJ00$/],
  ['quarter', /^(\d{4})KW(0[1-4])$/],
  ['month', /^(\d{4})MM(\d{2})$/],
  ['week', /^(\d{4})W1(\d{2})$/],
];

/**
 * Reads `2024`, `2024-Q1`, `2024-03`, `2024-W12` (ISO 8601 week), `2021..2023` (an average over these years) and CBS's own
 * forms; null where the text is no period.
 */
export function parsePeriod(text: string): Period | null {
  const trimmed = text.trim();
  const [, first, last] = /^(\d{4})\.\.(\d{4})$/.exec(trimmed) ?? [];
  if (first !== undefined && last !== undefined)
    return first < last ? { unit: 'years', year: Number(first), ordinal: 1, lastYear: Number(last) } : null;
  for (const [unit, notation] of notations) {
    const match = notation.exec(trimmed);
    if (!match) continue;
    const period = { unit, year: Number(match[1]), ordinal: Number(match[2] ?? 1) };
    return isWithinCalendar(period) ? period : null;
  }
  return null;
}

/** Whether the text is a period in our own notation, the one that is stored, shared in links and sorted. */
export function isPeriod(text: string): boolean {
  const period = parsePeriod(text);
  return period !== null && writePeriod(period) === text;
}

/** The notation that is stored and shared: `2024`, `2024-Q1`, `2024-03`, `2024-W12`, `2021..2023`. */
export function writePeriod({ unit, year, ordinal, lastYear = year }: Period): string {
  const yearText = String(year).padStart(4, '0');
  const two = String(ordinal).padStart(2, '0');
  return {
    years: `${yearText}..${String(lastYear).padStart(4, '0')}`,
    year: yearText,
    quarter: `${yearText}-Q${ordinal}`,
    month: `${yearText}-${two}`,
    week: `${yearText}-W${two}`,
  }[unit];
}

/**
 * The year that a period lies in (for a week: its ISO year; for several years: the last). Throws a RangeError where the
 * text is no period.
 */
export function yearOfPeriod(text: string): number {
  const { year, lastYear = year } = requirePeriod(text);
  return lastYear;
}

/**
 * Orders periods by the day they begin; of those that begin together the longest comes first. Negative, zero or
 * positive, as for `Array.sort`. Throws a RangeError where a text is no period.
 */
export function comparePeriods(first: string, second: string): number {
  return orderOf(first) - orderOf(second);
}

/**
 * The period as people read it: `1e kwartaal 2024`, `March 2024`, `2021 t/m 2023, gemiddeld`. Throws a RangeError where
 * the text is no period.
 */
export function formatPeriod(text: string, language: Language): string {
  const { unit, year, ordinal, lastYear } = requirePeriod(text);
  if (unit === 'year') return String(year);
  if (unit === 'years')
    return language === 'nl' ? `${year} t/m ${lastYear}, gemiddeld` : `${year} to ${lastYear}, average`;
  if (unit === 'quarter') return language === 'nl' ? `${ordinal}e kwartaal ${year}` : `Q${ordinal} ${year}`;
  if (unit === 'week')
    return language === 'nl' ? `week ${ordinal} van ${year}` : `week ${ordinal} of ${year}`;
  return `${monthNames[language][ordinal - 1]} ${year}`;
}

/** The first and the last day of something, as days are kept: `2024-01-01`. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** From the first day of the periods to the last one; null where there are none. Throws a RangeError where a text is no period. */
export function daysOfPeriods(texts: readonly string[]): Days | null {
  const all = texts.map(daysOfPeriod);
  const first = all.map((days) => days.first).sort()[0];
  const last = all
    .map((days) => days.last)
    .sort()
    .at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

/** The first and the last day of a period. Throws a RangeError where the text is no period. */
export function daysOfPeriod(text: string): Days {
  const period = requirePeriod(text);
  const write = (of: number) => new Date(of * day).toISOString().slice(0, 10);
  return { first: write(firstDay(period)), last: write(firstDay(followPeriod(period)) - 1) };
}

/** A period of the same length that begins when this one ends. */
function followPeriod(period: Period): Period {
  const { unit, year, ordinal, lastYear = year } = period;
  if (unit === 'year' || unit === 'years') return { unit: 'year', year: lastYear + 1, ordinal: 1 };
  // A month or quarter beyond the year is carried over; so is a week, which is counted in days.
  return { unit, year, ordinal: ordinal + 1 };
}

/** The longest first. */
const unitOrder: readonly Unit[] = ['years', 'year', 'quarter', 'month', 'week'];

/** More years than a text of four digits can name, so that the longest of several years comes first. */
const mostYears = 10_000;

const monthNames: Record<Language, readonly string[]> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const day = 86_400_000;

/** Few periods are compared again and again: a catalogue of sixty indicators over twelve years does so thousands of times. */
const orders = new Map<string, number>();

function orderOf(text: string): number {
  const known = orders.get(text);
  if (known !== undefined) return known;
  const period = requirePeriod(text);
  const length = (period.lastYear ?? period.year) - period.year;
  const order =
    (firstDay(period) * unitOrder.length + unitOrder.indexOf(period.unit)) * mostYears + mostYears - length;
  orders.set(text, order);
  return order;
}

function requirePeriod(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new RangeError(`"${text}" is no period`);
  return period;
}

function isWithinCalendar({ unit, year, ordinal }: Period): boolean {
  if (unit === 'month') return ordinal >= 1 && ordinal <= 12;
  if (unit === 'week') return ordinal >= 1 && ordinal <= weeksInYear(year);
  return true;
}

/** First day of the period, in whole days since 1970. */
function firstDay({ unit, year, ordinal }: Period): number {
  if (unit === 'week') return mondayOfFirstWeek(year) + (ordinal - 1) * 7;
  const month = unit === 'quarter' ? (ordinal - 1) * 3 : ordinal - 1;
  return dayNumber(year, month, 1);
}

/** The day, in whole days since 1970: week 1 of ISO 8601 is the one that holds 4 January. */
function mondayOfFirstWeek(year: number): number {
  const fourth = dayNumber(year, 0, 4);
  const daysSinceMonday = (new Date(fourth * day).getUTCDay() + 6) % 7;
  return fourth - daysSinceMonday;
}

function weeksInYear(year: number): number {
  return (mondayOfFirstWeek(year + 1) - mondayOfFirstWeek(year)) / 7;
}

/** Whole days since 1970. `Date.UTC` takes the years 0 to 99 for 1900 to 1999; `setUTCFullYear` does not. */
function dayNumber(year: number, month: number, dayOfMonth: number): number {
  return new Date(0).setUTCFullYear(year, month, dayOfMonth) / day;
}
