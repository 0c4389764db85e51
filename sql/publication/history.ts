import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** A publication that stands: what it changed can be taken back, after those that came later. */
export interface Publication {
  readonly id: number;
  readonly release: number;
  /** Releases that it took the place of. */
  readonly superseded: readonly number[];
}

/** Begins a publication: until the transaction ends, whatever changes in what is published is kept, to be undone. */
export async function beginPublication(db: Database, release: number): Promise<number> {
  const { id } = await db
    .insertInto('publication')
    .values({ release })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`select set_config('wijkinformatie.publication', ${String(id)}, true)`.execute(db);
  return id;
}

/** Writes which releases a publication took the place of. */
export async function recordSuperseded(
  db: Database,
  publication: number,
  releases: readonly number[],
): Promise<void> {
  await db
    .updateTable('publication')
    .set({ superseded: [...releases] })
    .where('id', '=', publication)
    .execute();
}

/** The publications that stand on each other, the last first. */
export async function listPublications(db: Database): Promise<Publication[]> {
  return (
    db
      .selectFrom('publication')
      .select(['id', 'release'])
      // `pg` gives bigints within an array as texts.
      .select(sql<number[]>`superseded::integer[]`.as('superseded'))
      .orderBy('id', 'desc')
      .execute()
  );
}

/** Makes everything that is published what it was before the last publication. Throws where it is not the last. */
export async function undoPublication(db: Database, publication: number): Promise<void> {
  await sql`select undo_publication(${publication})`.execute(db);
}
