import type { KnownArea } from './area-index.ts';
import { foldText } from './sheet.ts';

/** A text of a table that only people can explain, and its row as they count. */
interface OpenText {
  readonly text: string;
  readonly row: number;
}

/** A number that can be read as two. */
export interface OpenNumber extends OpenText {
  /** Of the mapping's figure that it is one of; null where the whole table leaves open how numbers are written. */
  readonly column: string | null;
}

/** What only people can tell: the name of an area, a word among the figures, how numbers are written. */
export interface OpenQuestions {
  readonly areas: readonly OpenArea[];
  readonly words: readonly { readonly word: string; readonly row: number; readonly count: number }[];
  /** The first of each column, or of the whole table. */
  readonly numbers: readonly OpenNumber[];
  /** A date of which it is not said what it stands for; null where there is none. */
  readonly date: OpenText | null;
  /** Several years of which that is not said. */
  readonly span: OpenText | null;
}

export interface OpenArea {
  /** As it stands under "areas" in the mapping. */
  readonly key: string;
  readonly text: string;
  readonly row: number;
  readonly count: number;
  /** The areas that it may be, the likeliest first. */
  readonly near: readonly KnownArea[];
}

/** Gathers questions, each once. */
export type Questions = ReturnType<typeof createQuestions>;

export function createQuestions() {
  const areas = new Map<string, OpenArea>();
  const words = new Map<string, { word: string; row: number; count: number }>();
  const numbers = new Map<string | null, OpenNumber>();
  const periods = new Map<'date' | 'span', OpenText>();
  return {
    askArea(key: string, text: string, row: number, findNear: () => readonly KnownArea[]) {
      const known = areas.get(key);
      const near = known?.near ?? findNear();
      areas.set(key, { key, text, row: known?.row ?? row, count: (known?.count ?? 0) + 1, near });
    },
    askWord(word: string, row: number) {
      const known = words.get(foldText(word));
      words.set(foldText(word), known ? { ...known, count: known.count + 1 } : { word, row, count: 1 });
    },
    askNumber(number: OpenNumber) {
      if (!numbers.has(number.column)) numbers.set(number.column, number);
    },
    askPeriod(kind: 'date' | 'span', text: string, row: number) {
      if (!periods.has(kind)) periods.set(kind, { text, row });
    },
    list: (): OpenQuestions => ({
      areas: [...areas.values()],
      words: [...words.values()],
      numbers: [...numbers.values()],
      date: periods.get('date') ?? null,
      span: periods.get('span') ?? null,
    }),
  };
}
