import type { Logger } from 'pino';
import { removeExpired } from '../../sql/accounts/sessions.ts';
import type { Database } from '../../sql/database.ts';
import { removeOldTrail } from '../../sql/trail.ts';
import type { AccountSettings } from '../config.ts';

const hour = 3_600_000;

/** Takes away every hour what is over: sessions, tokens that were not used, and what the trail has kept for long enough. */
export function tidy(db: Database, { trailDays }: AccountSettings, logger: Logger): () => void {
  const work = async () => {
    await removeExpired(db);
    const removed = await removeOldTrail(db, trailDays);
    if (removed > 0) logger.info({ removed, trailDays }, 'trail shortened');
  };
  const timer = setInterval(() => {
    work().catch((error: unknown) => logger.warn({ err: error }, 'what is over was not taken away'));
  }, hour);
  timer.unref();
  return () => clearInterval(timer);
}
