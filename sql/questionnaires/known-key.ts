import type { Database } from '../database.ts';
import { RoundRefusal } from './round-refusal.ts';
import { SealError, type SurveyKey } from './sealing.ts';

/**
 * Binds a round to the key of its codes and answers, at first; later checks that it is the same one. Throws RoundRefusal where
 * there is no such round, SealError where it began with another key.
 */
export async function bindKey(db: Database, key: SurveyKey, round: string): Promise<void> {
  const found = await db
    .selectFrom('survey_round')
    .select('key_print')
    .where('key', '=', round)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new RoundRefusal('unknown-round');
  if (found.key_print === null)
    await db.updateTable('survey_round').set({ key_print: key.print }).where('key', '=', round).execute();
  else if (found.key_print !== key.print)
    throw new SealError(
      `the codes and answers of ${round} belong to another key: set SURVEY_KEY to the one that the round began with`,
    );
}
