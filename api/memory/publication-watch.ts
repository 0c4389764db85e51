import type { Database } from '../../sql/database.ts';
import { readPublicationStamp } from '../../sql/publication-stamp.ts';

/** Gives the stamp of what is published (`sql/publication-stamp.ts`). */
export type ReadStamp = (db: Database) => Promise<string | null>;

/**
 * The stamp as somebody last saw it who looks again and again: for what must not wait behind other questions to the
 * database, and may be as old as one look.
 */
export interface PublicationWatch {
  /** The stamp that was seen of late, at once; asked for where nobody looked. */
  readonly readStamp: ReadStamp;
  /** `at`: when that was asked for, by the same clock (`performance.now`, milliseconds). */
  readonly see: (stamp: string | null, at: number) => void;
  /** After this process itself changed what is shown: nothing that was seen before counts any more. */
  readonly forget: () => void;
}

/** What was seen counts for this long, milliseconds: some looks may come late. */
const freshness = 5000;

/** `onForget`: is called whenever nothing counts any more. */
export function watchPublication(
  onForget: () => void = () => undefined,
  now: () => number = () => performance.now(),
): PublicationWatch {
  let seen: { readonly stamp: string | null; readonly at: number } | null = null;
  let forgotten = Number.NEGATIVE_INFINITY;
  return {
    readStamp: async (db) => (seen && now() - seen.at < freshness ? seen.stamp : readPublicationStamp(db)),
    see: (stamp, at) => {
      // What was asked for before the change may be told after it.
      if (at > forgotten) seen = { stamp, at };
    },
    forget: () => {
      seen = null;
      forgotten = now();
      onForget();
    },
  };
}
