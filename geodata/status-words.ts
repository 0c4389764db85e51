import type { Status } from './observation.ts';
import type { Language } from './text.ts';

/** What is said of a figure's status in place of a number, or beside it. */
export const statusWords: Readonly<Record<Language, Readonly<Record<Status, string>>>> = {
  nl: {
    final: 'definitief',
    provisional: 'voorlopig',
    estimated: 'geschat',
    suppressed: 'geheim',
    missing: 'geen gegevens',
    'not-asked': 'niet gevraagd',
    'too-few': 'te klein aantal',
  },
  en: {
    final: 'final',
    provisional: 'provisional',
    estimated: 'estimated',
    suppressed: 'suppressed',
    missing: 'no data',
    'not-asked': 'not asked',
    'too-few': 'too small a number',
  },
};
