import type { Logger } from 'pino';
import { removeExpired } from '../sql/accounts/sessions.ts';
import type { Database } from '../sql/database.ts';
import { removeOverSessions } from '../sql/follow/sessions.ts';
import { removeOldTrail } from '../sql/trail.ts';
import { repeatHourly } from './hourly.ts';

/**
 * Takes away at once and every hour what is over: sessions, links that were not used, invitations, what presenters showed, and
 * what the trail has kept for long enough. Gives how to stop. Of rounds see `questionnaires/tidying.ts`, of files
 * `contributions/unused-files.ts`.
 */
export function keepRetention(db: Database, trailDays: number, logger: Logger): () => Promise<void> {
  return repeatHourly(() => removeWhatIsOver(db, trailDays, logger));
}

/** The same once. What fails is told in the log and tried again the next time; the others go on. */
export async function removeWhatIsOver(db: Database, trailDays: number, logger: Logger): Promise<void> {
  const shortenTrail = async () => {
    const removed = await removeOldTrail(db, trailDays);
    if (removed > 0) logger.info({ removed, trailDays }, 'trail shortened');
  };
  const steps = {
    'sessions, links and invitations': () => removeExpired(db),
    'what presenters showed': () => removeOverSessions(db),
    trail: shortenTrail,
  };
  for (const [what, remove] of Object.entries(steps))
    await remove().catch((error: unknown) => {
      logger.warn({ err: error, what }, 'what is over was not taken away');
    });
}
