import type { Logger } from 'pino';
import { removeExpired } from '../sql/accounts/sessions.ts';
import type { Database } from '../sql/database.ts';
import { removeOverSessions } from '../sql/follow/sessions.ts';
import { removeOldTrail } from '../sql/trail.ts';

const hour = 3_600_000;

/**
 * Takes away at once and every hour what is over: sessions, links that were not used, invitations, what presenters showed, and
 * what the trail has kept for long enough. Gives how to stop. Of rounds see `questionnaires/tidying.ts`, of files
 * `contributions/unused-files.ts`.
 */
export function keepRetention(db: Database, trailDays: number, logger: Logger): () => Promise<void> {
  let working: Promise<void> = Promise.resolve();
  const work = () => {
    working = removeWhatIsOver(db, trailDays, logger).catch((error: unknown) => {
      logger.warn({ err: error }, 'what is over was not taken away');
    });
  };
  work();
  const timer = setInterval(work, hour);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await working;
  };
}

/** The same once. */
export async function removeWhatIsOver(db: Database, trailDays: number, logger: Logger): Promise<void> {
  await removeExpired(db);
  await removeOverSessions(db);
  const removed = await removeOldTrail(db, trailDays);
  if (removed > 0) logger.info({ removed, trailDays }, 'trail shortened');
}
