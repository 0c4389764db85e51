import type { Database } from '../database.ts';

/** A file that was sent in, by the checksum of its bytes as they are kept. */
export interface KeptFile {
  readonly sha256: string;
  readonly type: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** Writes down a file; one that is kept already stays as it is. */
export async function writeFileRow(db: Database, file: KeptFile): Promise<void> {
  await db
    .insertInto('file')
    .values({ ...file })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ kept_at: new Date() }))
    .execute();
}

/** Every file that has to be there, by checksum. */
export async function listFiles(db: Database): Promise<KeptFile[]> {
  return db
    .selectFrom('file')
    .select(['sha256', 'type', 'bytes', 'width', 'height'])
    .orderBy('sha256')
    .execute();
}

/** Those of these checksums that are kept, each with its type. */
export async function findTypes(db: Database, checksums: readonly string[]): Promise<Map<string, string>> {
  if (checksums.length === 0) return new Map();
  const rows = await db
    .selectFrom('file')
    .select(['sha256', 'type'])
    .where('sha256', 'in', [...checksums])
    .execute();
  return new Map(rows.map(({ sha256, type }) => [sha256, type]));
}

/** Takes out the rows of files that no revision names and that came before a time; gives their checksums. */
export async function removeUnused(db: Database, before: Date): Promise<string[]> {
  const rows = await db
    .deleteFrom('file')
    .where('kept_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('contribution_file').whereRef('contribution_file.sha256', '=', 'file.sha256'))),
    )
    .returning('sha256')
    .execute();
  return rows.map(({ sha256 }) => sha256);
}
