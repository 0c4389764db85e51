import { computed, effect } from '@preact/signals';
import { type Language, languages, type Text } from '../../geodata/text.ts';
import { language } from '../state/view.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import type { Words } from './words.ts';

const dictionaries: Readonly<Record<Language, Words>> = { nl, en };

/** The words of the language on screen. Read `.value` inside a component, so that it follows the switch. */
export const words = computed(() => dictionaries[language.value]);

export { languages };

/** A text of the data in the language on screen. */
export function translate(text: Text): string {
  return text[language.value];
}

/** Tells the page, and so screen readers and hyphenation, which language it is in. */
export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value;
  });
}
