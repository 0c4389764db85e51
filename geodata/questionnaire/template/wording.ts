import type { GridRow, Option, Question, Wording } from '../questionnaire.ts';

/** The languages of the template. */
export const templateLanguages = ['nl', 'en', 'tr', 'de', 'ar'] as const;

/** A text in each of them, in that order. */
export type Words = readonly [nl: string, en: string, tr: string, de: string, ar: string];

export function say([nl, en, tr, de, ar]: Words): Wording {
  return { nl, en, tr, de, ar };
}

/** An answer to choose from. */
export function option(key: string, ...words: Words): Option {
  return { key, text: say(words), isMissing: false };
}

/** Does not know, or does not want to say: not in any figure. */
export function unanswered(key: string, ...words: Words): Option {
  return { key, text: say(words), isMissing: true };
}

export function row(key: string, ...words: Words): GridRow {
  return { key, text: say(words) };
}

/** A question with what is usual: nobody has to answer it, everybody is asked, and nothing national is like it. */
export function question(
  key: string,
  words: Words,
  form: Question['form'],
  more: Partial<Omit<Question, 'key' | 'text' | 'form'>> = {},
): Question {
  return {
    key,
    text: say(words),
    help: null,
    isRequired: false,
    askedIf: null,
    form,
    national: null,
    ...more,
  };
}

/** The question of the Veiligheidsmonitor (keys of `geodata/sources/veiligheidsmonitor/figures.ts`) that is like it, in other words. */
export function like(key: string): Pick<Question, 'national'> {
  return { national: { key, isSame: false } };
}
