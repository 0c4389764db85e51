import { createWriter, type Writing } from '../number.ts';
import type { Language } from '../text.ts';
import { classSpans } from './classed.ts';
import type { Classification } from './classify.ts';

/** What a legend says between the limits of a class. */
export const limitWords: Readonly<
  Record<
    Language,
    {
      readonly fromTo: (from: string, to: string) => string;
      readonly orMore: (from: string) => string;
      readonly lessThan: (limit: string) => string;
    }
  >
> = {
  nl: {
    fromTo: (from, to) => `${from} tot ${to}`,
    orMore: (from) => `${from} en meer`,
    lessThan: (limit) => `minder dan ${limit}`,
  },
  en: {
    fromTo: (from, to) => `${from} to ${to}`,
    orMore: (from) => `${from} and more`,
    lessThan: (limit) => `less than ${limit}`,
  },
};

/**
 * `12,5 tot 20,0` for every class, `20,0 en meer` for the last, `minder dan 5` for an open first, with no more decimals
 * than any of them needs. A class of one value (`lone`, by class) is named by that.
 */
export function labelClasses(
  classification: Classification,
  writing: Writing,
  language: Language,
  lone: readonly (number | null)[] = [],
): string[] {
  const { fromTo, orMore, lessThan } = limitWords[language];
  const spans = classSpans(classification);
  const known = lone.filter((value) => value !== null);
  const values = [...classification.breaks, spans[0]?.from ?? Number.NaN, ...known];
  const write = createWriter(values, writing, language);
  return spans.map(({ from, to, last }, index) => {
    const only = lone[index];
    if (only != null) return write(only);
    if (!Number.isFinite(from)) return lessThan(write(to));
    const low = write(from);
    if (last || !Number.isFinite(to)) return from === to ? low : orMore(low);
    const high = write(to);
    return low === high ? low : fromTo(dropWord(low, high), high);
  });
}

/** `1,1` of `1,1 mld` before `1,2 mld`: the word stands once. */
function dropWord(low: string, high: string): string {
  const [number = low, word] = low.split('\u00a0');
  return word !== undefined && high.endsWith(`\u00a0${word}`) ? number : low;
}
