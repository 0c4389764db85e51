import { sql } from 'kysely';
import type { Database } from '../database.ts';

/**
 * Counts an attempt, in a span of so many seconds that begins with the first; gives how many there were in it, this one
 * included, and when the span ends.
 */
export async function countAttempt(
  db: Database,
  key: string,
  seconds: number,
): Promise<{ count: number; until: Date }> {
  const { rows } = await sql<{ count: number; until: Date }>`
    insert into accounts.attempt as known (key, count, since) values (${key}, 1, now())
    on conflict (key) do update set
      count = case when known.since < now() - make_interval(secs => ${seconds}) then 1 else known.count + 1 end,
      since = case when known.since < now() - make_interval(secs => ${seconds}) then now() else known.since end
    returning count, since + make_interval(secs => ${seconds}) as until`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('an attempt was not counted');
  return row;
}

/** Lets somebody begin anew who has shown who he is. */
export async function forgetAttempts(db: Database, keys: readonly string[]): Promise<void> {
  await db
    .deleteFrom('accounts.attempt')
    .where('key', 'in', [...keys])
    .execute();
}
