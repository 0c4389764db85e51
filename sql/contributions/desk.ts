import { type RawBuilder, sql } from 'kysely';
import { listEdited, mayAdminister } from '../../geodata/grant.ts';
import type { Database } from '../database.ts';
import { hasWrittenFigure, isVisibleContribution } from '../visible-to-reader.ts';
import { type Contribution, type ContributionSummary, summaryOf, wholeOf } from './contribution.ts';
import type { Owned, Writer } from './permission.ts';
import { deskAdoptionOf } from './practices.ts';

/** What those who write and edit see of a contribution: its newest revision, and how it stands. */
export interface DeskEntry extends ContributionSummary, Owned {
  readonly authorName: string | null;
  readonly showsName: boolean;
  readonly writtenAt: Date;
  readonly remark: string | null;
  /** Whether a revision of it is shown. */
  readonly isShown: boolean;
  /** Whether the newest revision is the one that is shown. */
  readonly isNewestShown: boolean;
  /** Whether its last day is over. */
  readonly isOver: boolean;
}

/** A text as it was once. */
export interface Revision {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly sources: string;
  readonly name: string | null;
  readonly writtenAt: Date;
  readonly isShown: boolean;
}

export interface DeskContribution extends DeskEntry, Contribution {
  readonly revisions: readonly Revision[];
}

/** Of a writer his own, and what he edits once it was offered: the one that was written last first. */
export async function listDesk(db: Database, writer: Writer): Promise<DeskEntry[]> {
  const { rows } = await sql<DeskEntry>`
    select ${summaryOf(writer.reader, deskAdoptionOf(writer.reader))}, ${deskOf} from newest_contribution as shown
    where ${isOnDesk(writer)} order by shown.written_at desc, shown.id limit 500
  `.execute(db);
  return rows;
}

/** One that lies on the desk of a writer, with all of its revisions; null where there is none. */
export async function findOnDesk(db: Database, writer: Writer, id: number): Promise<DeskContribution | null> {
  const { rows } = await sql<DeskContribution>`
    select ${summaryOf(writer.reader, deskAdoptionOf(writer.reader))}, ${wholeOf}, ${deskOf} from newest_contribution as shown
    where shown.id = ${id} and ${isOnDesk(writer)}
  `.execute(db);
  const [found] = rows;
  return found ? { ...found, revisions: await listRevisions(db, id) } : null;
}

/** How many of a writer wait to be offered or read: what is limited. */
export async function countWaiting(db: Database, author: string): Promise<number> {
  const { count } = await db
    .selectFrom('contribution')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('author', '=', author)
    .where('state', 'in', ['draft', 'offered'])
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether the newest revision may be seen by a writer, with what it is about. */
export async function isSeenByWriter(db: Database, { reader }: Writer, id: number): Promise<boolean> {
  const { rows } = await sql`select from newest_contribution as shown
    where shown.id = ${id} and ${isVisibleContribution(reader)}`.execute(db);
  return rows.length > 0;
}

/** Whether there is a figure of what the newest revision is about; true where it is about none. */
export async function hasFigure(db: Database, id: number): Promise<boolean> {
  const { rows } = await sql`select from newest_contribution as shown
    where shown.id = ${id} and ${hasWrittenFigure}`.execute(db);
  return rows.length > 0;
}

async function listRevisions(db: Database, id: number): Promise<Revision[]> {
  const { rows } = await sql<Revision>`
    select number, title, body, sources, person.name, written_at as "writtenAt",
      coalesce(number = contribution.shown, false) as "isShown"
    from contribution_revision as revision join contribution on contribution.id = revision.contribution
    left join accounts.person on person.id = written_by
    where revision.contribution = ${id} order by number desc
  `.execute(db);
  return rows;
}

/** What nobody else reads yet is for its author alone. */
function isOnDesk(writer: Writer): RawBuilder<boolean> {
  return sql`(shown.author = ${writer.id} or ((shown.state <> 'draft' or shown.shown is not null)
    and (${mayAdminister(writer.grants)} or shown.municipality = any(${listEdited(writer.grants)}::text[]))
    and ${isVisibleContribution(writer.reader)}))`;
}

/** A writer is told the indicator also where its figures are gone. */
const deskOf = sql`shown.indicator, shown.author, shown.written_by as "writtenBy", shown.written_at as "writtenAt", shown.remark,
  shown.shows_name as "showsName", (select person.name from accounts.person where person.id = shown.author) as "authorName",
  shown.shown is not null as "isShown", coalesce(shown.shown = shown.number, false) as "isNewestShown",
  coalesce(shown.ends_on < today(), false) as "isOver"`;
