import type { Visibility } from './tables.ts';

/** Whoever asks, by what may be shown to them. Every reading verb takes one, so that no answer can hold more. */
export interface Reader {
  readonly rights: readonly Visibility[];
}

/** Someone who has not logged in. */
export const publicReader: Reader = { rights: ['public'] };
