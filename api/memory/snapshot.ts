import { isConnectionLoss } from '../../sql/connection-loss.ts';
import type { Database } from '../../sql/database.ts';
import { readPublicationStamp } from '../../sql/publication-stamp.ts';
import { currentWork, DatabaseAwayError, runShared } from '../../sql/queue/work.ts';
import { type Reader, type RightsKey, writeRightsKey } from '../../sql/reader.ts';
import type { ReadStamp } from './publication-watch.ts';

/**
 * Runs several queries on one state of the database, so that an answer never mixes two releases. Where the connection
 * goes in the middle, all of them are asked once more: of another server, if there is one.
 */
export async function readTogether<T>(db: Database, read: (db: Database) => Promise<T>): Promise<T> {
  const run = () =>
    db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
  try {
    return await run();
  } catch (error) {
    if (!isConnectionLoss(error)) throw error;
    return run();
  }
}

/** Reads something that only changes by publication; `readStamp`: whom to believe whether it did, the database itself if nobody else. */
export type PublishedReading<T> = (db: Database, reader: Reader, readStamp?: ReadStamp) => Promise<T>;

/** What was read together, by its stamp. */
const stamps = new WeakMap<object, string | null>();

/** The stamp of what `rememberPublished` gave; undefined of anything else. */
export function stampOf(value: object): string | null | undefined {
  return stamps.get(value);
}

/** Remembers what `read` gave for a reader until something is published or withdrawn, by this process or another. */
export function rememberPublished<T>(
  read: (db: Database, reader: Reader) => Promise<T>,
): PublishedReading<T> {
  const kept = new Map<RightsKey, { stamp: string | null; value: Promise<T>; seenAt: number }>();
  return async (db, reader, readStamp = readPublicationStamp) => {
    const rights = writeRightsKey(reader);
    const before = kept.get(rights);
    const now = await readStampOrNone(db, readStamp);
    // While the database does not answer, what was published goes on, and says how old it is.
    if (now instanceof Error) {
      if (!before) throw now;
      currentWork()?.onStale?.(Math.round((Date.now() - before.seenAt) / 1000));
      return before.value;
    }
    const { stamp } = now;
    if (before && before.stamp === stamp) {
      before.seenAt = Date.now();
      return before.value;
    }
    // The stamp of what is read, which a replica may not have at the moment that the other one did.
    const reading = runShared(() =>
      readTogether(db, async (together) => ({
        stamp: await readPublicationStamp(together),
        value: await read(together, reader),
      })),
    );
    const value = reading.then((found) => {
      if (found.value instanceof Object) stamps.set(found.value, found.stamp);
      return found.value;
    });
    const entry = { stamp, value, seenAt: Date.now() };
    kept.set(rights, entry);
    reading.then(
      (found) => {
        entry.stamp = found.stamp;
      },
      () => kept.delete(rights),
    );
    return value;
  };
}

/** The stamp, or why the database does not tell it. */
async function readStampOrNone(
  db: Database,
  readStamp: ReadStamp,
): Promise<{ readonly stamp: string | null } | Error> {
  try {
    return { stamp: await readStamp(db) };
  } catch (error) {
    if (error instanceof DatabaseAwayError || (error instanceof Error && isConnectionLoss(error)))
      return error;
    throw error;
  }
}
