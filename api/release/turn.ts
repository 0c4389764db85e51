import type { Database } from '../../sql/database.ts';
import { lockPublication } from '../../sql/publication.ts';
import type { Stopwatch } from './progress.ts';

/** Somebody's turn to change what is published. */
export interface Turn {
  readonly by: string;
  /** What others who wait are told. */
  readonly doing: string;
  /** Does all of the work and then takes it back. */
  readonly dryRun: boolean;
  readonly stopwatch: Stopwatch;
}

/** Runs the work in one transaction, once nobody else changes what is published; says for whom it waits. */
export async function changePublication<Result>(
  db: Database,
  { by, doing, dryRun, stopwatch }: Turn,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  return inTransaction(db, dryRun, async (transaction) => {
    await lockPublication(transaction, `${doing} by ${by}`, (holder) => {
      const who = holder
        ? `${holder.what}, since ${holder.since.toISOString()} (process ${holder.process} of the database)`
        : 'others';
      stopwatch.report({ step: `waiting for ${who}` });
    });
    return work(transaction);
  });
}

async function inTransaction<Result>(
  db: Database,
  dryRun: boolean,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  if (!dryRun) return db.transaction().execute(work);
  const transaction = await db.startTransaction().execute();
  try {
    return await work(transaction);
  } finally {
    await transaction.rollback().execute();
  }
}
