import type { Logger } from 'pino';
import { removeUnused } from '../../sql/contributions/files.ts';
import type { Database } from '../../sql/database.ts';
import { repeatHourly } from '../hourly.ts';
import type { FileStore } from './file-store.ts';

/** Whoever sends a file in has this long to save what it belongs to. */
const longestUnused = 24 * 3_600_000;

/** Removes files that were sent in and never used, now and every hour; gives how to stop. */
export function removeUnusedFiles(db: Database, files: FileStore, logger: Logger): () => Promise<void> {
  return repeatHourly(async () => {
    try {
      for (const sha256 of await removeUnused(db, new Date(Date.now() - longestUnused)))
        await files.remove(sha256);
    } catch (error) {
      logger.error({ err: error }, 'unused files could not be removed');
    }
  });
}
