import type { Database } from '../sql/database.ts';
import { readPublicationStamp } from '../sql/publication-stamp.ts';
import type { Reader } from '../sql/reader.ts';

/** Runs several queries on one state of the database, so that an answer never mixes two releases. */
export function readTogether<T>(db: Database, read: (db: Database) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

/** Reads something that only changes by publication. */
export type PublishedReading<T> = (db: Database, reader: Reader) => Promise<T>;

/** Remembers what `read` gave for a reader until something is published or withdrawn, by this process or another. */
export function rememberPublished<T>(read: PublishedReading<T>): PublishedReading<T> {
  const kept = new Map<string, { stamp: string | null; value: Promise<T> }>();
  return async (db, reader) => {
    const stamp = await readPublicationStamp(db);
    const rights = reader.rights.join();
    const before = kept.get(rights);
    if (before && before.stamp === stamp) return before.value;
    const value = readTogether(db, (together) => read(together, reader));
    kept.set(rights, { stamp, value });
    value.catch(() => kept.delete(rights));
    return value;
  };
}
