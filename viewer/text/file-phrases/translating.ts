/**
 * A phrase of the server in English and what it is in Dutch. `{0}`, `{1}` stand for what differs each time; `{0:noun}` for
 * a word that is translated too.
 */
export type Phrase = readonly [english: string, dutch: string];

/** A phrase that can be recognised. */
interface Pattern {
  readonly expression: RegExp;
  readonly dutch: string;
  /** Signs of the phrase itself: the more, the more exactly it is this one. */
  readonly length: number;
}

/** Gives the Dutch of what the server says; null where it is none of these phrases. */
type Translate = (english: string) => string | null;

/** Recognises these phrases; `nouns`: words within them by their English. */
export function createTranslation(
  phrases: readonly Phrase[],
  nouns: Readonly<Record<string, string>>,
): Translate {
  const patterns = phrases.map(makePattern).sort((one, other) => other.length - one.length);
  return (english) => {
    for (const { expression, dutch } of patterns) {
      const [whole, ...parts] = expression.exec(english) ?? [];
      if (whole !== undefined) return fill(dutch, parts, nouns);
    }
    return null;
  };
}

function makePattern([english, dutch]: Phrase): Pattern {
  const texts = english.split(/\{\d(?::noun)?\}/);
  const source = texts.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.*)');
  return { expression: new RegExp(`^${source}$`, 's'), dutch, length: texts.join('').length };
}

function fill(dutch: string, parts: readonly string[], nouns: Readonly<Record<string, string>>): string {
  return dutch.replaceAll(/\{(\d)(:noun)?\}/g, (_, place: string, isNoun?: string) => {
    const part = parts[Number(place)] ?? '';
    return isNoun ? (nouns[part] ?? part) : part;
  });
}
