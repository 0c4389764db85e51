import { sql } from 'kysely';
import type { Slide } from '../../geodata/presentation/presentation.ts';
import type { PresentationSharing } from '../../geodata/presentation/sharing.ts';
import type { Database } from '../database.ts';
import { requireWritten } from '../version.ts';
import { isVisiblePresentation } from '../visible-to-reader.ts';
import type { PresentationReader } from './reader.ts';

/** What is known of a presentation beside its slides. */
export interface PresentationHead {
  readonly id: string;
  readonly title: string;
  readonly sharedWith: PresentationSharing;
  /** null where it is not shared with one. */
  readonly organisation: string | null;
  readonly version: number;
  /** `2026-11-30` */
  readonly changedOn: string;
  /** Whether it is the own one of who asks. */
  readonly isOwn: boolean;
}

export interface KeptPresentation extends PresentationHead {
  readonly slides: readonly Slide[];
}

const head = ({ person }: PresentationReader) => sql`presentation.id, presentation.title,
  presentation.shared_with as "sharedWith", presentation.organisation, presentation.version,
  to_char(presentation.changed_on, 'YYYY-MM-DD') as "changedOn",
  coalesce(presentation.owner = ${person}::text, false) as "isOwn"`;

/** The presentation of a number; null where there is none, or none for him. */
export async function findPresentation(
  db: Database,
  reader: PresentationReader,
  id: string,
): Promise<KeptPresentation | null> {
  const { rows } = await sql<KeptPresentation>`
    select ${head(reader)}, presentation.slides from presentation
    where presentation.id = ${id}::uuid and ${isVisiblePresentation(reader)}`.execute(db);
  return rows[0] ?? null;
}

/** A presentation in a list of them. */
export interface ListedPresentation extends PresentationHead {
  /** How many slides it has. */
  readonly count: number;
}

/** The own presentations of who asks and those of his organisations, what was changed last first. */
export async function listPresentations(
  db: Database,
  reader: PresentationReader,
): Promise<ListedPresentation[]> {
  const { rows } = await sql<ListedPresentation>`
    select ${head(reader)}, jsonb_array_length(presentation.slides) as count from presentation
    where (presentation.owner = ${reader.person}::text or presentation.shared_with = 'organisation')
      and ${isVisiblePresentation(reader)}
    order by presentation.changed_on desc, presentation.title, presentation.id`.execute(db);
  return rows;
}

/** What is kept of a presentation that somebody writes. */
export interface WrittenPresentation
  extends Pick<KeptPresentation, 'id' | 'title' | 'sharedWith' | 'organisation' | 'slides' | 'version'> {
  readonly owner: string;
}

/** Keeps a presentation, a new one at version 0. Throws OutdatedError where it is not the version that was read, or not the owner's. */
export async function writePresentation(
  db: Database,
  { id, owner, title, sharedWith, organisation, slides, version }: WrittenPresentation,
): Promise<void> {
  const values = {
    title,
    shared_with: sharedWith,
    organisation,
    slides: JSON.stringify(slides),
    version: version + 1,
    changed_on: sql<Date>`current_date`,
  };
  const written =
    version === 0
      ? db
          .insertInto('presentation')
          .values({ id, owner, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
      : db
          .updateTable('presentation')
          .set(values)
          .where('id', '=', id)
          .where('owner', '=', owner)
          .where('version', '=', version)
          .returning('id');
  requireWritten(await written.execute());
}

/** Takes a presentation away. Throws OutdatedError as above. */
export async function removePresentation(
  db: Database,
  { id, owner, version }: Pick<WrittenPresentation, 'id' | 'owner' | 'version'>,
): Promise<void> {
  const removed = db
    .deleteFrom('presentation')
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('version', '=', version)
    .returning('id');
  requireWritten(await removed.execute());
}

/** How many presentations somebody keeps. */
export async function countPresentations(db: Database, owner: string): Promise<number> {
  const { count } = await db
    .selectFrom('presentation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  return count;
}
