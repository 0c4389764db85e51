import { sql } from 'kysely';
import type { Answers } from '../../geodata/questionnaire/questionnaire.ts';
import type { AgeBand, Sex } from '../../geodata/questionnaire/round.ts';
import type { Database } from '../database.ts';
import { RoundRefusal } from './round-refusal.ts';
import { hashCode, openBytes, type SurveyKey, sealBytes } from './sealing.ts';
import { packSent, type SentSheet } from './sent-sheet.ts';

/** What somebody has told so far. It is sealed under his code, which is kept nowhere: without that nobody reads it. */
export interface Draft {
  readonly language: string;
  /** What he says of himself; null: he rather does not say. */
  readonly person: {
    readonly ageBand: AgeBand | null;
    readonly sex: Sex | null;
    /** Code of the district; null where his stratum says it. */
    readonly district: string | null;
  } | null;
  readonly answers: Answers;
  /** Keys of the blocks that were gone through, whatever was answered there. */
  readonly seen: readonly string[];
}

/** Whose draft it is. */
export interface Holder {
  readonly round: string;
  readonly code: string;
}

/** The draft of a code, or that it was sent and waits to be laid among others; null: there is none. */
export async function findDraft(
  db: Database,
  key: SurveyKey,
  { round, code }: Holder,
): Promise<Draft | 'sent' | null> {
  const row = await db
    .selectFrom('survey_draft')
    .select(['sealed', 'is_sent'])
    .where('round', '=', round)
    .where('holder', '=', hashCode(key, code))
    .executeTakeFirst();
  if (!row) return null;
  return row.is_sent ? 'sent' : unpackDraft(key, { round, code }, row.sealed);
}

/**
 * Changes the draft of a code to what `change` makes of it, one after the other where two pages save at once: then it is asked
 * again for what the other left. `known`: as it was read just now; null: there was none. Gives the new draft, or 'sent' where the sheet was sent already, which nothing changes any
 * more.
 */
export async function saveDraft(
  db: Database,
  key: SurveyKey,
  holder: Holder,
  room: number,
  change: (before: Draft | null) => Draft,
  known?: ReadDraft | null,
): Promise<Draft | 'sent'> {
  for (let row = known; ; row = undefined) {
    row = row === undefined ? await findRow(db, key, holder) : row;
    if (row?.isSent) return 'sent';
    const after = change(row ? unpackDraft(key, holder, row.sealed) : null);
    const sealed = pack(key, holder, after, room);
    if (await writeRow(db, key, holder, row, { sealed, is_sent: false })) return after;
  }
}

/**
 * Sends what `finish` makes of the draft: from then on nobody changes it, and its code is used. Gives 'sent-before' where it
 * was sent before; where `finish` gives null, or there is no draft, nothing happens.
 */
export async function sendDraft(
  db: Database,
  key: SurveyKey,
  holder: Holder,
  room: number,
  finish: (draft: Draft) => SentSheet | null,
  known?: ReadDraft | null,
): Promise<'sent' | 'sent-before' | 'unfinished'> {
  for (let row = known; ; row = undefined) {
    row = row === undefined ? await findRow(db, key, holder) : row;
    if (row?.isSent) return 'sent-before';
    const draft = row && unpackDraft(key, holder, row.sealed);
    const sheet = draft && finish(draft);
    if (!sheet) return 'unfinished';
    const sealed = packSent(key, holder.round, sheet, room);
    if (await writeRow(db, key, holder, row, { sealed, is_sent: true })) return 'sent';
  }
}

/** A draft as it was read. */
export interface ReadDraft {
  readonly sealed: Buffer;
  readonly isSent: boolean;
  /** Which transaction wrote it: it is another where somebody changed it meanwhile. */
  readonly stamp: string;
}

async function findRow(db: Database, key: SurveyKey, { round, code }: Holder): Promise<ReadDraft | null> {
  const row = await db
    .selectFrom('survey_draft')
    .select(['sealed', 'is_sent as isSent', sql<string>`xmin::text`.as('stamp')])
    .where('round', '=', round)
    .where('holder', '=', hashCode(key, code))
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Writes a draft in the place of the one that was read, in one statement: nothing is held between reading and writing, and
 * nothing is half done where the process ends. Gives false where somebody else has written meanwhile. A code whose sheet was
 * laid among the others meanwhile has no draft any more, and is given none.
 */
async function writeRow(
  db: Database,
  key: SurveyKey,
  { round, code }: Holder,
  before: ReadDraft | null,
  row: { readonly sealed: Buffer; readonly is_sent: boolean },
): Promise<boolean> {
  const holder = hashCode(key, code);
  if (before) {
    const { numUpdatedRows } = await db
      .updateTable('survey_draft')
      .set(row)
      .where('round', '=', round)
      .where('holder', '=', holder)
      .where(sql<boolean>`xmin = ${before.stamp}::xid`)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  }
  const { rows } = await sql<{ holder: string }>`
    insert into survey_draft (round, holder, sealed, is_sent)
    select ${round}, ${holder}, ${row.sealed}::bytea, ${row.is_sent}
    where not exists (select from survey_invitation where code_hash = ${holder} and is_used)
      and exists (select from survey_round where key = ${round} and state in ('planned', 'open'))
    on conflict do nothing returning holder`.execute(db);
  if (rows.length === 1) return true;
  await refuseUsed(db, round, holder);
  return false;
}

/** Throws where no draft can be begun any more: the code was used, or the round has ended, since it was looked up. */
async function refuseUsed(db: Database, round: string, holder: string): Promise<void> {
  const used = await db
    .selectFrom('survey_invitation')
    .select('is_used')
    .where('code_hash', '=', holder)
    .executeTakeFirst();
  const { state } = (await db
    .selectFrom('survey_round')
    .select('state')
    .where('key', '=', round)
    .executeTakeFirst()) ?? { state: 'closed' };
  if (used?.is_used || (state !== 'planned' && state !== 'open')) throw new RoundRefusal('code-spent');
}

function pack(key: SurveyKey, { round, code }: Holder, draft: Draft | null, room: number): Buffer {
  return sealBytes(key, 'draft', `${round} ${code}`, Buffer.from(JSON.stringify(draft)), room);
}

/** Throws SealError. */
export function unpackDraft(key: SurveyKey, { round, code }: Holder, sealed: Buffer): Draft | null {
  return JSON.parse(openBytes(key, 'draft', `${round} ${code}`, sealed).toString()) as Draft | null;
}
