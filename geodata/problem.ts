/** What is wrong with an input: where it stands, what it is, and the way out. All in plain English, one line together. */
export interface Problem {
  readonly file: string;
  /** Row, feature or field, counted as people count: `row 12`, `feature 3 (BU01530001)`, `field "jaar"`. */
  readonly place?: string;
  readonly message: string;
  readonly remedy: string;
}

/** Thrown where input cannot be used; carries the problem so that commands and routes print the same line. */
export class InputError extends Error {
  constructor(readonly problem: Problem) {
    super(formatProblem(problem));
    this.name = 'InputError';
  }
}

/**
 * `boundaries/x.geojson, feature 3: the ring is empty; remove the feature or give it a ring.` Always one line: what a
 * damaged file brings into it (line breaks in a name, say) becomes a space.
 */
export function formatProblem({ file, place, message, remedy }: Problem): string {
  const text = `${place ? `${file}, ${place}` : file}: ${message}; ${remedy}.`;
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** What an error says; of anything else that was thrown, itself as text. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
