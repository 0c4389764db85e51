import type { Language } from './text.ts';

/** Where days begin and end. */
const timeZone = 'Europe/Amsterdam';

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** The day of a moment in the Netherlands, as people read it: `25 november 2026`. Throws a RangeError for no moment. */
export function formatDay(moment: string, language: Language): string {
  const form = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeZone,
  });
  return form.format(new Date(moment));
}

/** The day of a moment, or of now, in the Netherlands, as days are kept: `2026-11-25`. */
export function dayOf(moment: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment);
}

const dayLength = 86_400_000;

/** The day that lies so many days after that of a moment, or before where there are fewer than none. */
export function dayAfter(moment: Date, days: number): string {
  return addDays(dayOf(moment), days);
}

/** The day that lies so many days after a day, or before where there are fewer than none. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
}

/** How many days later a day is than another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayLength;
}
