import type { Language } from './text.ts';

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** The day of a moment in the Netherlands, as people read it: `25 november 2026`. Throws a RangeError for no moment. */
export function formatDay(moment: string, language: Language): string {
  const form = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeZone: 'Europe/Amsterdam',
  });
  return form.format(new Date(moment));
}
