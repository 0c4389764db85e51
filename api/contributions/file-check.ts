import { listFiles } from '../../sql/contributions/files.ts';
import type { Database } from '../../sql/database.ts';
import { checksumOf, type FileStore } from './file-store.ts';

/** What is not as it was kept, by checksum. */
export interface FileCheck {
  readonly checked: number;
  /** Named by the database, and not there. */
  readonly missing: readonly string[];
  /** There, with other bytes. */
  readonly altered: readonly string[];
  /** There, and not named by the database: left over, or of another one. */
  readonly unknown: readonly string[];
}

/** Reads every file that was sent in and holds it against its checksum. */
export async function checkFiles(db: Database, store: FileStore): Promise<FileCheck> {
  const known = (await listFiles(db)).map(({ sha256 }) => sha256);
  const there = new Set(await store.list());
  const altered = [];
  for (const sha256 of known.filter((one) => there.has(one)))
    if (checksumOf(await store.read(sha256)) !== sha256) altered.push(sha256);
  return {
    checked: known.length,
    missing: known.filter((one) => !there.has(one)),
    altered,
    unknown: [...there].filter((one) => !known.includes(one)),
  };
}
