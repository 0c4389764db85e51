import type { AnsweringWords } from './words/answering-words.ts';
import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { nl } from './words/nl.ts';
import { tr } from './words/tr.ts';

const words: Readonly<Record<string, AnsweringWords>> = { nl, en, tr, de, ar };

/** The languages in which whoever answers is spoken to. */
export const answeringLanguages: readonly string[] = Object.keys(words);

export function wordsOf(language: string): AnsweringWords {
  return words[language] ?? nl;
}

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
}
