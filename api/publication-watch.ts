import type { Database } from '../sql/database.ts';
import { readPublicationStamp } from '../sql/publication-stamp.ts';

/** Gives the stamp of what is published (`sql/publication-stamp.ts`). */
export type ReadStamp = (db: Database) => Promise<string | null>;

/**
 * The stamp as somebody last saw it who looks again and again: for what must not wait behind other questions to the
 * database, and may be as old as one look.
 */
export interface PublicationWatch {
  /** The stamp that was seen of late, at once; asked for where nobody looked. */
  readonly readStamp: ReadStamp;
  readonly see: (stamp: string | null) => void;
}

/** What was seen counts for this long, milliseconds: some looks may come late. */
const freshness = 5000;

export function watchPublication(now: () => number = () => performance.now()): PublicationWatch {
  let seen: { readonly stamp: string | null; readonly at: number } | null = null;
  return {
    readStamp: async (db) => (seen && now() - seen.at < freshness ? seen.stamp : readPublicationStamp(db)),
    see: (stamp) => {
      seen = { stamp, at: now() };
    },
  };
}
