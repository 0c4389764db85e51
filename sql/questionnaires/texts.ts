import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { mayAdminister } from '../../geodata/grant.ts';
import type { Database } from '../database.ts';
import { type Asker, listOwnMunicipalities, maySeeQuestionnaires } from './permission.ts';
import { isOwn } from './strata.ts';

/** An open answer that waits for a person to take out what points at somebody. */
export interface WaitingText {
  readonly id: string;
  readonly municipality: string;
  /** Key of the question. */
  readonly question: string;
  /** Sealed under the key of the survey. */
  readonly original: Buffer;
}

/** An open answer as it may be read. */
export interface CleanedText {
  readonly id: string;
  readonly municipality: string;
  readonly question: string;
  readonly cleaned: string;
}

/** Lays open answers ready to be cleaned, sealed, in no order. */
export async function layTexts(
  db: Database,
  round: string,
  texts: readonly Omit<WaitingText, 'id'>[],
): Promise<void> {
  const rows = texts.map((text) => ({ id: randomUUID(), round, cleaned: null, ...text }));
  rows.sort((one, other) => (one.id < other.id ? -1 : 1));
  for (let first = 0; first < rows.length; first += 1000)
    await db
      .insertInto('survey_text')
      .values(rows.slice(first, first + 1000))
      .execute();
}

/** Whether the open answers of a round were laid ready. */
export async function hasTexts(db: Database, round: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from survey_text where round = ${round}) as found`.execute(db);
  return rows[0]?.found ?? false;
}

/** Those that wait; for administrators alone, and none for anybody else. */
export async function listWaitingTexts(db: Database, asker: Asker, round: string): Promise<WaitingText[]> {
  if (!mayAdminister(asker.grants)) return [];
  return db
    .selectFrom('survey_text')
    .select(['id', 'municipality', 'question', 'original'])
    .where('round', '=', round)
    .where('original', 'is not', null)
    .orderBy('question')
    .orderBy('id')
    .limit(100)
    .$narrowType<{ original: Buffer }>()
    .execute();
}

/** How many wait to be cleaned; null for who is told nothing of them. */
export async function countWaitingTexts(db: Database, asker: Asker, round: string): Promise<number | null> {
  if (!mayAdminister(asker.grants)) return null;
  const { count } = await db
    .selectFrom('survey_text')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('round', '=', round)
    .where('original', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Cleaned answers in the municipalities of who asks, in no order that says anything. */
export async function listCleanedTexts(db: Database, asker: Asker, round: string): Promise<CleanedText[]> {
  if (!maySeeQuestionnaires(asker)) return [];
  return db
    .selectFrom('survey_text')
    .select(['id', 'municipality', 'question', 'cleaned'])
    .where('round', '=', round)
    .where('cleaned', 'is not', null)
    .where(isOwn(listOwnMunicipalities(asker), 'survey_text.municipality'))
    .orderBy('question')
    .orderBy('id')
    .limit(2000)
    .$narrowType<{ cleaned: string }>()
    .execute();
}

/** Keeps what a person left of an open answer, null for nothing, and forgets what was answered; gives whether it waited. */
export async function cleanText(
  db: Database,
  round: string,
  id: string,
  cleaned: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('survey_text')
    .set({ original: null, cleaned })
    .where('round', '=', round)
    .where('id', '=', id)
    .where('original', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
