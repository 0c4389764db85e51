import type { Polarity } from '../indicator.ts';

/** A text for whoever answers, by language tag (`nl`, `en`, `tr`, `de`, `ar`); Dutch is always there. */
export type Wording = Readonly<Record<string, string>>;

/** Holds where one question was answered so; keys of options as text. */
export interface Test {
  readonly question: string;
  readonly operator: 'any-of' | 'none-of' | 'at-least' | 'at-most' | 'answered';
  /** Keys of options, or one number written out; empty for `answered`. */
  readonly values: readonly string[];
}

/** When a block or a question is asked: where all, or any, of the tests of earlier answers hold. */
export interface Condition {
  readonly match: 'all' | 'any';
  readonly tests: readonly Test[];
}

/** One of the answers to choose from. */
export interface Option {
  /** Kept as it is written, leading zeros too: `01` is not `1`. */
  readonly key: string;
  readonly text: Wording;
  /** Does not know, does not want to say: not in any figure. */
  readonly isMissing: boolean;
}

/** A row of a grid. */
export interface GridRow {
  readonly key: string;
  readonly text: Wording;
}

/** What is asked for, beside the words. */
export type AnswerForm =
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'several'; readonly options: readonly Option[]; readonly most: number | null }
  | {
      readonly kind: 'scale';
      readonly from: number;
      readonly to: number;
      readonly lowest: Wording;
      readonly highest: Wording;
      /** Whether "no opinion" is offered. */
      readonly offersNone: boolean;
    }
  | { readonly kind: 'grid'; readonly rows: readonly GridRow[]; readonly options: readonly Option[] }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'text'; readonly longest: number };

export interface Question {
  /** Unique in its questionnaire: `avond-alleen`. */
  readonly key: string;
  readonly text: Wording;
  readonly help: Wording | null;
  readonly isRequired: boolean;
  readonly askedIf: Condition | null;
  readonly form: AnswerForm;
  /** The question of the Veiligheidsmonitor that asks the same, and whether word for word; null: none does. */
  readonly national: { readonly key: string; readonly isSame: boolean } | null;
}

/** Questions on one page. */
export interface Block {
  readonly key: string;
  readonly title: Wording;
  readonly about: Wording | null;
  readonly askedIf: Condition | null;
  /** Code of the municipality whose own part it is; null: asked in all of them. */
  readonly municipality: string | null;
  readonly questions: readonly Question[];
}

/** A part of a scale score: what each answer to a question, or to a row of a grid (`buurt/kennen`), counts. */
export interface ScalePart {
  readonly question: string;
  /** Points by the key of an option; an answer without points is left out. */
  readonly points: Readonly<Record<string, number>>;
}

/** How an indicator is made of the answers of one person; a person without one is left out. */
export type Measure =
  /** In per cent: who answers with one of `keys`, of whoever answers. */
  | { readonly kind: 'share'; readonly question: string; readonly keys: readonly string[] }
  /** Of a number or a scale. */
  | { readonly kind: 'mean'; readonly question: string }
  /** The mean of the points of its parts, stretched from `lowest..highest` to 0..10; of who answered at least `least` parts. */
  | {
      readonly kind: 'scale';
      readonly parts: readonly ScalePart[];
      readonly lowest: number;
      readonly highest: number;
      readonly least: number;
    };

/** An indicator that is made of a questionnaire. */
export interface MeasuredIndicator {
  /** Key of the indicator in the databank. */
  readonly key: string;
  readonly name: { readonly nl: string; readonly en: string };
  /** A key of `geodata/theme.ts`. */
  readonly theme: string;
  readonly polarity: Polarity;
  readonly decimals: number;
  readonly measure: Measure;
}

/** A version of a questionnaire: data, from which the pages, the figures and the release are made. */
export interface Questionnaire {
  readonly key: string;
  /** Counts from 1; a round keeps the version that it was asked with. */
  readonly version: number;
  readonly name: Wording;
  /** Language tags, `nl` first. */
  readonly languages: readonly string[];
  readonly introduction: Wording;
  readonly thanks: Wording;
  readonly blocks: readonly Block[];
  readonly indicators: readonly MeasuredIndicator[];
}

/** What somebody answered, by the key of the question (`vraag`) or the row of a grid (`vraag/rij`): keys of options, a number or a text written out. */
export type Answers = Readonly<Record<string, readonly string[]>>;
