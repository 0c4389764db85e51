import { sql } from 'kysely';
import type { Database } from '../database.ts';

/**
 * Whether the database holds the demonstration that the product made, which has no files, and never held anything else: no
 * other release, not even one that was withdrawn or is only looked at.
 */
export async function holdsOnlyDemonstration(db: Database): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from region where demonstration) and exists (select from release)
      and not exists (select from release where not demonstration or files <> '[]') as is`.execute(db);
  return rows[0]?.is ?? false;
}

/** Whether somebody may sign in, or was invited to, who does not go with the demonstration. */
export async function hasLastingAccounts(db: Database): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from accounts.person where not is_demonstration)
      or exists (select from accounts.invitation where not is_demonstration) as is`.execute(db);
  return rows[0]?.is ?? false;
}

/** Takes away everybody of the demonstration, with sessions and invitations; gives how many people there were. */
export async function removeDemonstrationPeople(db: Database): Promise<number> {
  await db.deleteFrom('accounts.invitation').where('is_demonstration', '=', true).execute();
  const removed = await db
    .deleteFrom('accounts.person')
    .where('is_demonstration', '=', true)
    .returning('id')
    .execute();
  return removed.length;
}
