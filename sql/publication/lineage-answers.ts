import { sql } from 'kysely';
import type { StoredBytes } from '../artefacts.ts';
import type { Database } from '../database.ts';
import type { Reader } from '../reader.ts';
import { shownLineage } from '../visible-to-reader.ts';

/** What became of all areas between two boundary years, by the hash of its JSON. */
export interface LineageAnswerKey {
  readonly from: number;
  readonly to: number;
  readonly hash: string;
}

/** What a reader may see of what lineage is told of, as text. */
export async function readShownLineage(db: Database, reader: Reader): Promise<string> {
  const { rows } = await sql<{ shown: string }>`select ${shownLineage(reader)} as shown`.execute(db);
  return rows[0]?.shown ?? '';
}

/** Those that are kept, whoever they are for. */
export async function listLineageAnswers(db: Database): Promise<LineageAnswerKey[]> {
  return db.selectFrom('lineage_answer').select(['from_year as from', 'to_year as to', 'hash']).execute();
}

/** Adds one, for readers who may see so much. */
export async function insertLineageAnswer(
  db: Database,
  { from, to, hash }: LineageAnswerKey,
  { brotli, gzip }: StoredBytes,
  shown: readonly string[],
): Promise<void> {
  await db
    .insertInto('lineage_answer')
    .values({
      ...{ from_year: from, to_year: to, hash, shown: [...shown] },
      ...{ brotli: Buffer.from(brotli), gzip: Buffer.from(gzip) },
    })
    .execute();
}

/** Says for whom one is that is there; for nobody: takes it away. */
export async function renewLineageAnswer(
  db: Database,
  { from, to, hash }: LineageAnswerKey,
  shown: readonly string[],
): Promise<void> {
  const isMeant = sql`from_year = ${from} and to_year = ${to} and hash = ${hash}`;
  if (shown.length === 0) await sql`delete from lineage_answer where ${isMeant}`.execute(db);
  else
    await sql`update lineage_answer set shown = ${shown}::text[]
      where ${isMeant} and shown <> ${shown}::text[]`.execute(db);
}
