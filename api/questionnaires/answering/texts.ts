import type { Wording } from '../../../geodata/questionnaire/questionnaire.ts';
import { escapeText } from '../../pages/escaped-text.ts';
import { directionOf } from './words.ts';

/** A wording as HTML: in Dutch, and marked as that, where it was not translated. */
export function writeWording(wording: Wording, language: string): string {
  const text = wording[language];
  if (text) return escapeText(text);
  const dutch = escapeText(wording.nl ?? '');
  return language === 'nl' ? dutch : `<span lang="nl" dir="ltr">${dutch}</span>`;
}

/** The same as plain text, for a title. */
export function tellWording(wording: Wording, language: string): string {
  return wording[language] || (wording.nl ?? '');
}

/** A day (`2026-11-30`) as people write it. */
export function writeDay(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A code, which is written from left to right in every language. */
export function writeCodeSign(code: string): string {
  return `<span class="own" dir="ltr" translate="no">${escapeText(code)}</span>`;
}

/** Attributes of an element whose text is in another language than the page. */
export function markLanguage(language: string): string {
  return `lang="${language}" dir="${directionOf(language)}"`;
}
