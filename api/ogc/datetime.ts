import type { Days } from '../../geodata/period.ts';
import { invalidParameter } from '../errors.ts';

/** An interval of time, milliseconds since 1970; open ends are infinite. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Of RFC 3339, but for leap seconds, which no calendar here knows. */
const moment = /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/i;
const dayLength = 86_400_000;

/**
 * Reads `datetime` of OGC API Features: a moment (RFC 3339) or a day, or an interval of two, of which one may be `..` or
 * empty. A day is all of it. Throws a problem 400.
 */
export function readDatetime(text: string): Interval {
  const [from = '', to = from, ...more] = text.split('/');
  const isOpen = (end: string) => end === '' || end === '..';
  const isInterval = text.includes('/');
  if (more.length > 0 || (isOpen(from) && (!isInterval || isOpen(to)))) throw refuse();
  const interval = {
    from: isOpen(from) ? Number.NEGATIVE_INFINITY : readMoment(from).from,
    to: isOpen(to) ? Number.POSITIVE_INFINITY : readMoment(to).to,
  };
  if (interval.from > interval.to) throw invalidParameter('datetime', 'it ends before it begins');
  return interval;
}

/** Whether a span of whole days and an interval have a moment in common. */
export function isDuring({ first, last }: Days, { from, to }: Interval): boolean {
  return Date.parse(first) <= to && Date.parse(last) + dayLength > from;
}

function readMoment(text: string): Interval {
  const from = moment.test(text) ? Date.parse(text.toUpperCase()) : Number.NaN;
  const day = text.slice(0, 10);
  // `Date.parse` takes 30 February for 2 March.
  if (Number.isNaN(from) || new Date(Date.parse(day)).toISOString().slice(0, 10) !== day) throw refuse();
  const isDay = text.length === day.length;
  return { from, to: isDay ? from + dayLength - 1 : from };
}

function refuse() {
  return invalidParameter(
    'datetime',
    'a day or moment such as 2024-07-01 or 2024-07-01T00:00:00Z, or an interval such as 2023-01-01/2024-12-31 or 2023-01-01/..',
  );
}
