import { CompiledQuery, sql } from 'kysely';
import type { Database } from './database.ts';
import type { RefreshOutcome, ReleaseFile, ReleaseState } from './tables.ts';

/** One attempt at refreshing a source. */
export interface RefreshRun {
  /** Name of the refresh. */
  readonly refresh: string;
  /** 1 for the first, more where earlier ones failed. */
  readonly attempt: number;
  readonly startedAt: Date;
  readonly outcome: RefreshOutcome;
  /** The release that it made, or that holds the same files already; null where it failed. */
  readonly release: number | null;
  /** What failed; null where nothing did. */
  readonly message: string | null;
}

/** Keeps how an attempt ended. */
export async function insertRefreshRun(
  db: Database,
  { refresh, attempt, startedAt, outcome, release, message }: RefreshRun,
): Promise<void> {
  await db
    .insertInto('refresh_run')
    .values({ refresh, attempt, started_at: startedAt, outcome, release, message })
    .execute();
}

/** The last attempts at a refresh, the latest first. */
export async function listRefreshRuns(
  db: Database,
  refresh: string,
  most: number,
): Promise<(RefreshRun & { readonly endedAt: Date })[]> {
  return db
    .selectFrom('refresh_run')
    .select(['refresh', 'attempt', 'outcome', 'release', 'message'])
    .select(['started_at as startedAt', 'ended_at as endedAt'])
    .where('refresh', '=', refresh)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

/** The newest release of a package that was not withdrawn, with the files that it was made of; null where there is none. */
export async function findLatestRelease(
  db: Database,
  packageName: string,
): Promise<{ id: number; state: ReleaseState; files: readonly ReleaseFile[] } | null> {
  const found = await db
    .selectFrom('release')
    .select(['id', 'state', 'files'])
    .where('package', '=', packageName)
    .where('state', '<>', 'withdrawn')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/**
 * Runs SQL that a library wrote, which may hold several statements and a transaction of its own. Where it fails, nothing
 * of it stays open on the connection, which others use next.
 */
export async function executeText(
  db: Database,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: unknown[] }> {
  return db.connection().execute(async (connection) => {
    try {
      return await connection.executeQuery(CompiledQuery.raw(text, [...values]));
    } catch (error) {
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  });
}

/** Refreshes that wait or are being done, in pg-boss's own table in `schema`. */
export async function listRefreshJobs(
  db: Database,
  schema: string,
): Promise<{ id: string; name: string; state: string; attempt: number; startAfter: Date }[]> {
  const { rows } = await sql<{ id: string; name: string; state: string; attempt: number; startAfter: Date }>`
    select id, name, state::text, retry_count + 1 as attempt, start_after as "startAfter"
    from ${sql.table(`${schema}.job`)} where state in ('created', 'retry', 'active') and name not like '\\_\\_%'
    order by start_after
  `.execute(db);
  return rows;
}

/** Any number will do, as long as nothing else takes an advisory lock with it. */
const workLock = 7_205_013;

/**
 * Runs the work unless another process has that of this database under way; gives whether it ran. The embedded database
 * is open in this process alone, and its one connection is not kept for a lock.
 */
export async function workAlone(
  db: Database,
  isEmbedded: boolean,
  work: () => Promise<void>,
): Promise<boolean> {
  if (isEmbedded) {
    await work();
    return true;
  }
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${workLock}) as taken`.execute(
      connection,
    );
    if (!rows[0]?.taken) return false;
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(${workLock})`.execute(connection);
    }
    return true;
  });
}
