import { type RawBuilder, sql } from 'kysely';
import type { AdoptionDetails, PracticeDetails } from '../../geodata/contribution/practice.ts';
import type { Database } from '../database.ts';
import type { Reader } from '../reader.ts';
import { isVisibleByItself, shownContribution } from '../visible-to-reader.ts';

/** What a practice says, and in how many places the reader may know that others do it too. */
export interface ShownPractice extends PracticeDetails {
  readonly adoptions: number;
}

/** Of what practice somebody does the same. */
export interface ShownAdoption extends Omit<AdoptionDetails, 'practice'> {
  /** null: the reader may not see it, or it is shown no more. */
  readonly practice: number | null;
}

/** That of the row that stands in the query as `shown`, which the reader may see; null for other kinds. */
export function practiceOf(reader: Reader): RawBuilder<unknown> {
  return sql`(
    select json_build_object('direction', direction, 'doneBy', done_by, 'part', part, 'beganOn', began_on::text,
      'endedOn', ended_on::text, 'cost', cost, 'links', links, 'adoptions', (
        select count(*) from adoption_revision as adopted
        join shown_contribution as shown on (shown.id, shown.number) = (adopted.contribution, adopted.revision)
        where adopted.practice = practice.contribution and ${isVisibleByItself(reader)}))
    from practice_revision as practice
    where (practice.contribution, practice.revision) = (shown.id, shown.number))`;
}

/** That of the row that stands in the query as `shown`, which the reader may see as it is shown; null for other kinds. */
export const adoptionOf = describeAdoption(sql`adopted.practice`);

/** The same on the desk, where an adoption stays whose practice is shown no more or is not for the reader. */
export function deskAdoptionOf(reader: Reader): RawBuilder<unknown> {
  return describeAdoption(shownContribution(reader, 'adopted.practice'));
}

function describeAdoption(practice: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select json_build_object('practice', ${practice}, 'beganOn', began_on::text, 'endedOn', ended_on::text)
    from adoption_revision as adopted
    where (adopted.contribution, adopted.revision) = (shown.id, shown.number))`;
}

/** Whether that row tells of doing the same as a practice; whatever it tells where none is asked for. */
export function isAdoptionOf(practice: number | undefined): RawBuilder<boolean> {
  return sql`(${practice ?? null}::bigint is null or exists (select from adoption_revision as adopted
    where (adopted.contribution, adopted.revision) = (shown.id, shown.number)
      and adopted.practice = ${practice ?? null}))`;
}

interface RevisionKey {
  readonly contribution: number;
  readonly revision: number;
}

/** Writes what only a practice says of a revision. */
export async function writePracticeRow(
  db: Database,
  of: RevisionKey,
  { direction, doneBy, part, beganOn, endedOn, cost, links }: PracticeDetails,
): Promise<void> {
  await db
    .insertInto('practice_revision')
    .values({
      ...of,
      direction,
      done_by: doneBy,
      part,
      began_on: beganOn,
      ended_on: endedOn,
      cost,
      links: JSON.stringify(links),
    })
    .execute();
}

/** Writes of what practice a revision tells that it is done elsewhere. */
export async function writeAdoptionRow(
  db: Database,
  of: RevisionKey,
  { practice, beganOn, endedOn }: AdoptionDetails,
): Promise<void> {
  await db
    .insertInto('adoption_revision')
    .values({ ...of, practice, began_on: beganOn, ended_on: endedOn })
    .execute();
}
