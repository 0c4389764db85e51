import type { Database } from '../sql/database.ts';

/** How far the server is. Only when it is ready there is a database to ask: one to read, which may lag, and the primary. */
export type Phase =
  | { readonly status: 'starting'; readonly step: string }
  | {
      readonly status: 'ready';
      /** To read from; may be a replica. */
      readonly db: Database;
      /** To write to. */
      readonly primary: Database;
    }
  | { readonly status: 'stopping' };

/** The one thing that changes while the server runs: the entry sets it, the routes read it. */
export interface Startup {
  phase: Phase;
  /** Whether all tiles and columns, or as many as there is room for, lie in memory as they are sent. */
  isWarm: boolean;
  /** Since when the database does not answer, milliseconds since 1970; absent or null: it does. */
  lostSince?: number | null;
}

/** A startup that is over: for whoever has a database open already. */
export function readyStartup(db: Database): Startup {
  return { phase: { status: 'ready', db, primary: db }, isWarm: false };
}
