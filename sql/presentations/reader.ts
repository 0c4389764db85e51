import type { Reader } from '../reader.ts';

/** Whoever opens presentations: what he may see, and who he is where he signed in. */
export interface PresentationReader {
  readonly reader: Reader;
  /** Number of the person; null: nobody that is known. */
  readonly person: string | null;
  /** The names in which he works with others. */
  readonly organisations: readonly string[];
}
