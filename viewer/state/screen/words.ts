import { computed, effect, signal } from '@preact/signals';
import type { Language, Text } from '../../../geodata/text.ts';
import { nl } from '../../text/nl.ts';
import type { Words } from '../../text/words.ts';
import { language } from '../link/view.ts';
import { attempt } from './attempt.ts';

/** Dutch is what most people read; another language is fetched by whoever wants it. */
const others: Readonly<Record<Exclude<Language, 'nl'>, () => Promise<Words>>> = {
  en: () => import('../../text/en.ts').then(({ en }) => en),
};

const known = signal<Readonly<Partial<Record<Language, Words>>>>({ nl });

/** The words of the language on screen. Read `.value` inside a component, so that it follows the switch. */
export const words = computed(() => known.value[language.value] ?? nl);

/** A text of the data in the language on screen. */
export function translate(text: Text): string {
  return text[language.value];
}

/** Fetches the words of the language on screen, where they are not known yet. */
export async function fetchWords(): Promise<void> {
  const wanted = language.peek();
  if (wanted === 'nl' || known.peek()[wanted]) return;
  const found = await others[wanted]();
  known.value = { ...known.peek(), [wanted]: found };
}

/** Tells the page, and so screen readers and hyphenation, which language it is in. */
export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value;
    attempt(fetchWords);
  });
}
