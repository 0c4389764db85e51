import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../sql/database.ts';

/** How many processes are killed: as many as each test says, or as `KILLS` does. */
export function countKills(usual: number): number {
  return Number(process.env.KILLS ?? usual);
}

const victimName = 'to be killed';

/** The environment of a process that is killed: the server knows its connections by it. */
export function environmentOfVictim(): NodeJS.ProcessEnv {
  return { ...process.env, PGAPPNAME: victimName };
}

/** Waits until the server has ended what it was still doing for those who were killed. */
export async function waitUntilForgotten(db: Database): Promise<void> {
  const countConnections = sql<{ count: number }>`select count(*) from pg_stat_activity
    where datname = current_database() and application_name = ${victimName}`;
  while ((await countConnections.execute(db)).rows[0]?.count !== 0) await wait(20);
}
