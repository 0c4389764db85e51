import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** Any number will do, as long as nothing else takes an advisory lock with it. */
const publicationLock = 7_205_012;

/** Who changes what is published now, by what they said when they began. */
export interface LockHolder {
  readonly what: string;
  readonly since: Date;
  readonly process: number;
}

/**
 * Waits until nobody else changes what is published; the lock falls with the transaction. `what` says to others who
 * waits for whom; `onWait` hears of the one who has it, once.
 */
export async function lockPublication(
  db: Database,
  what = 'wijkinformatie',
  onWait: (holder: LockHolder | null) => void = () => undefined,
): Promise<void> {
  await sql`select set_config('application_name', ${what.slice(0, 63)}, true)`.execute(db);
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(${publicationLock}) as free
  `.execute(db);
  if (rows[0]?.free) return;
  onWait(await findLockHolder(db));
  await sql`select pg_advisory_xact_lock(${publicationLock})`.execute(db);
}

async function findLockHolder(db: Database): Promise<LockHolder | null> {
  const { rows } = await sql<LockHolder>`
    select application_name as what, xact_start as since, pid as process
    from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and classid = 0 and objid = ${publicationLock} and granted
      and pg_locks.database = (select oid from pg_database where datname = current_database())
  `.execute(db);
  return rows[0] ?? null;
}
