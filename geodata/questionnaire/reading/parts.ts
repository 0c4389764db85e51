import { keyError, type Node, readObject, readText, show } from '../../sources/package/descriptor.ts';
import type { Wording } from '../questionnaire.ts';

/** How much there can be of each, so that no file makes pages that nobody can be asked. */
export const limits = {
  blocks: 60,
  questions: 60,
  options: 60,
  rows: 30,
  languages: 20,
  tests: 20,
  indicators: 200,
  signs: 4000,
} as const;

/** A key of a block, a question, a row or an option: kept as it is written, leading zeros too. Throws InputError. */
export function readItemKey(node: Node, key: string): string {
  const text = readText(node, key);
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text))
    throw keyError(
      node,
      key,
      `${show(text)} cannot be a key`,
      'use letters without accents, digits, hyphens and underscores, at most 64',
    );
  if (text in Object.prototype)
    throw keyError(
      node,
      key,
      `${show(text)} is a name that JavaScript has for itself`,
      `choose another one, such as "${text}-1"`,
    );
  return text;
}

/**
 * A text by language. Dutch is always there, empty in a draft that is still being written; other languages may wait for
 * their translation. Throws InputError.
 */
export function readWording(node: Node, key: string, languages: readonly string[]): Wording {
  const texts = readObject(node, key);
  const place: Node = { ...texts, place: `${node.place ? `${node.place}, ` : ''}"${key}"` };
  const other = Object.keys(texts.values).find((language) => !languages.includes(language));
  if (other !== undefined)
    throw keyError(
      place,
      other.slice(0, 40),
      'the questionnaire is not in that language',
      `add "${other.slice(0, 40)}" to "languages", or take it away here`,
    );
  const words = languages.map((language) => [language, readWords(place, language)] as const);
  return Object.fromEntries(words.filter(([language, text]) => language === 'nl' || text !== ''));
}

/** Line breaks stay; other control characters and halves of signs cannot be shown. Empty where it is absent. */
function readWords(node: Node, language: string): string {
  const value = node.values[language] ?? '';
  if (typeof value !== 'string')
    throw keyError(node, language, `${show(value)} is no text`, 'write a text between quotes');
  const text = value.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim();
  if (/[^\P{Cc}\n\t]|[\p{Cs}\ufffd]/u.test(text))
    throw keyError(node, language, `${show(text)} holds a sign that cannot be shown`, 'write the text again');
  if (text.length > limits.signs)
    throw keyError(node, language, `it has ${text.length} signs`, `keep to ${limits.signs}`);
  return text;
}

/** true or false; false where it is absent. Throws InputError. */
export function readTruth(node: Node, key: string): boolean {
  const value = node.values[key] ?? false;
  if (typeof value === 'boolean') return value;
  throw keyError(
    node,
    key,
    `${show(value)} is neither true nor false`,
    'write true or false, without quotes',
  );
}

/** Refuses a key that stands there twice; `what` it is the key of. Throws InputError. */
export function refuseDoubles(node: Node, list: string, what: string, keys: readonly string[]): void {
  const double = keys.find((key, position) => keys.indexOf(key) !== position);
  if (double !== undefined)
    throw keyError(
      node,
      list,
      `the ${what} "${double}" stands there twice`,
      'remove or rename one of the two',
    );
}

/** Refuses a list that is longer than can be asked. Throws InputError. */
export function refuseMany(node: Node, list: string, count: number, most: number): void {
  if (count > most) throw keyError(node, list, `it has ${count} items`, `keep to ${most}`);
}

/** The key of a question or of a row, which need not be there yet. Throws InputError. */
export function readReference(node: Node): string {
  const value = node.values.question ?? '';
  if (typeof value === 'string') return value.trim();
  throw keyError(node, 'question', `${show(value)} is no text`, 'write the key of a question between quotes');
}
