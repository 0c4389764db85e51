import type { Database } from '../../sql/database.ts';
import { type Actor, recordAct } from '../../sql/trail.ts';
import type { ImportReport } from './report.ts';

/*
 * Written at the very end of a transaction: until it is over, whoever else has something to write into the trail, such as
 * that he signs in, waits.
 */

/** Writes down that a release was published. */
export async function recordPublication(
  db: Database,
  { release, package: name }: Pick<ImportReport, 'release' | 'package'>,
  actor: Actor,
): Promise<void> {
  await recordAct(db, { act: 'publish', actor, subject: `release:${release}`, detail: { package: name } });
}

/** Writes down that a release was withdrawn, and which others were published again without it. */
export async function recordWithdrawal(
  db: Database,
  { release, again }: { readonly release: number; readonly again: readonly number[] },
  actor: Actor,
): Promise<void> {
  const detail = again.length > 0 ? { detail: { publishedAgain: again } } : {};
  await recordAct(db, { act: 'withdraw', actor, subject: `release:${release}`, ...detail });
}
