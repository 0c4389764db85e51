/** What can be said of a questionnaire before it is asked: an error keeps a version from being fixed. */
export const findingSeverities = {
  'no-blocks': 'error',
  'empty-block': 'error',
  /** `what`: the place in it, such as `text`, `help`, `options/01`, `rows/a`, `lowest`. */
  'missing-text': 'error',
  /** `what`: the language and the place, `tr text`. */
  'missing-translation': 'warning',
  'too-few-options': 'error',
  'too-few-rows': 'error',
  /** More may be chosen than there are; `what`: how many. */
  'more-than-there-are': 'warning',
  'empty-condition': 'error',
  /** A condition names a question that is not there; `what`: its key. */
  'unknown-question': 'error',
  /** A condition names a question that is asked later, or itself. */
  'later-question': 'error',
  /** `what`: question and key of the option. */
  'unknown-option': 'error',
  /** A condition holds a number against what is none; `what`: its question. */
  'no-number': 'error',
  /** No answers lead to it. */
  unreachable: 'error',
  /** A condition on a part of one municipality's own, which others are never asked; `what`: its question. */
  'asked-in-one-municipality': 'warning',
  /** `what`: the two keys. */
  'keys-differ-by-zeros': 'warning',
  /** The Dutch words read hard; `what`: their score (Flesch-Douma). */
  'hard-to-read': 'warning',
  'unknown-measured-question': 'error',
  'unknown-measured-option': 'error',
  'nothing-measured': 'error',
  /** A mean of what has no numbers. */
  'mean-of-no-number': 'error',
  /** An option that is no answer counts in a figure; `what`: its key. */
  'missing-option-measured': 'error',
  /** Points outside of lowest..highest; `what`: question and key. */
  'points-out-of-range': 'error',
  /** More parts have to be answered than there are. */
  'least-above-parts': 'error',
  /** A figure of those alone who were asked by their earlier answers; `what`: the question. */
  'measured-of-some': 'note',
  /** Nothing is made of the answers. */
  'not-measured': 'note',
} as const;

export type FindingKind = keyof typeof findingSeverities;
export type FindingSeverity = (typeof findingSeverities)[FindingKind];

/** One thing to be said, with the keys of what it is about; null where it is about the whole. */
export interface Finding {
  readonly severity: FindingSeverity;
  readonly kind: FindingKind;
  readonly block: string | null;
  readonly question: string | null;
  readonly indicator: string | null;
  /** What it names, see above; null where nothing has to be named. */
  readonly what: string | null;
}

type Place = Partial<Pick<Finding, 'block' | 'question' | 'indicator' | 'what'>>;

/** A finding of a kind, about a place. */
export function find(kind: FindingKind, place: Place = {}): Finding {
  const { block = null, question = null, indicator = null, what = null } = place;
  return { severity: findingSeverities[kind], kind, block, question, indicator, what };
}
