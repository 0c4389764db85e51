import type { Logger } from 'pino';
import { removeUnused } from '../../sql/contributions/files.ts';
import type { Database } from '../../sql/database.ts';
import type { FileStore } from './file-store.ts';

const hour = 60 * 60 * 1000;
/** Whoever sends a file in has this long to save what it belongs to. */
const longestUnused = 24 * hour;

/** Removes files that were sent in and never used, now and every hour; gives how to stop. */
export function removeUnusedFiles(db: Database, files: FileStore, logger: Logger): () => void {
  const run = async () => {
    try {
      for (const sha256 of await removeUnused(db, new Date(Date.now() - longestUnused)))
        await files.remove(sha256);
    } catch (error) {
      logger.error({ err: error }, 'unused files could not be removed');
    }
  };
  void run();
  const timer = setInterval(run, hour);
  timer.unref();
  return () => clearInterval(timer);
}
