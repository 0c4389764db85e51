import type { Context } from 'hono';
import type { Session } from '../../sql/accounts/sessions.ts';
import type { Database } from '../../sql/database.ts';
import { type Act, recordAct } from '../../sql/trail.ts';
import { OutdatedError } from '../../sql/version.ts';
import { requireFullSession } from '../accounts/asking.ts';
import { type ApiContext, requirePrimary } from '../context.ts';
import { RequestProblem } from '../errors.ts';
import { requireOwnPage } from './own-page.ts';

/** Who is signed in and asks from our own page to change something; throws a problem 401 or 403. */
export async function requireChanger(c: Context, context: ApiContext): Promise<Session> {
  requireOwnPage(c, context);
  return requireFullSession(c, context);
}

/**
 * Changes something and says so in the trail, both or neither. What somebody else changed in the meantime is a problem
 * 409, so that whoever comes second keeps what he wrote and sees what the other did.
 */
export async function changeTogether(
  context: ApiContext,
  { person }: Session,
  act: Omit<Act, 'actor'>,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  try {
    await requirePrimary(context)
      .transaction()
      .execute(async (transaction) => {
        await work(transaction);
        await recordAct(transaction, { ...act, actor: `person:${person.id}` });
      });
  } catch (error) {
    if (error instanceof OutdatedError) throw new RequestProblem('conflict', error.message);
    throw error;
  }
}
