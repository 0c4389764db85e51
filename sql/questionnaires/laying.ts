import { sql } from 'kysely';
import { measureRoom } from '../../geodata/questionnaire/room.ts';
import type { Database } from '../database.ts';
import { findAnsweredRound } from './answered-round.ts';
import { bindKey } from './known-key.ts';
import { addResponse, type ResponseCount, unknownAge } from './response.ts';
import { RoundRefusal } from './round-refusal.ts';
import type { SurveyKey } from './sealing.ts';
import { type SentSheet, unpackSent } from './sent-sheet.ts';
import { readSheets, replaceSheets, sweepSheets } from './sheets.ts';

/** A sheet is laid among the others together with at least nine more of its own stratum, but at the end of the round. */
export const leastTogether = 10;
/** And with at least this share of those that lie there, so that laying costs no more than answering. */
const leastShare = 0.1;

interface Waiting {
  readonly holder: string;
  readonly stratum: string | null;
  readonly sealed: Buffer;
}

/**
 * Lays sent sheets among the others of their round: in one transaction they lose the hash of their code and their day, all
 * sheets of the round are written anew, sealed anew and in an order that is drawn, their codes are marked as used, and their
 * days are counted; what is kept of codes and of days is written anew as well. So neither the age of a row, nor its place, its name, its length nor a log says which code a sheet was
 * given with. `isLast`: the round is over, so that those lie among the others too that are fewer. Gives how many were laid.
 */
export async function laySheets(
  db: Database,
  key: SurveyKey,
  round: string,
  { isLast = false }: { readonly isLast?: boolean } = {},
): Promise<number> {
  if (!isLast && !(await isEnoughWaiting(db, round))) return 0;
  const laid = await db.transaction().execute((within) => lay(within, key, round, isLast));
  if (laid > 0) await sweepSheets(db);
  return laid;
}

/** What is written in the transaction of an act beside it, such as its row in the trail. */
type WriteBeside = (within: Database) => Promise<void>;
const nothing: WriteBeside = async () => undefined;

/** Opens a planned round: from its first day on it is answered. Throws RoundRefusal where nobody could answer it. */
export async function openAnswering(
  db: Database,
  key: SurveyKey,
  round: string,
  beside: WriteBeside = nothing,
): Promise<void> {
  await db.transaction().execute(async (within) => {
    await beginAnswering(within, key, round);
    await beside(within);
  });
}

/** The same within a transaction. */
export async function beginAnswering(within: Database, key: SurveyKey, round: string): Promise<void> {
  await bindKey(within, key, round);
  const found = await requireState(within, round, 'planned');
  const isInvited = await within
    .selectFrom('survey_invitation')
    .select('round')
    .where('round', '=', round)
    .limit(1)
    .executeTakeFirst();
  if (!isInvited && !found.has_open_link) throw new RoundRefusal('nobody-invited');
  await setState(within, round, 'open');
}

/** Ends a round: lays the last sheets, and takes away the codes and what was not sent. */
export async function closeAnswering(
  db: Database,
  key: SurveyKey,
  round: string,
  beside: WriteBeside = nothing,
): Promise<void> {
  await db.transaction().execute(async (within) => {
    await bindKey(within, key, round);
    await requireState(within, round, 'open');
    await setState(within, round, 'closed');
    // Whoever comes later is told since when.
    await sql`
      update survey_round set closes_on = greatest(opens_on, least(closes_on, current_date))
      where key = ${round}`.execute(within);
    await lay(within, key, round, true);
    await within.deleteFrom('survey_draft').where('round', '=', round).execute();
    await within.deleteFrom('survey_invitation').where('round', '=', round).execute();
    await beside(within);
  });
  await sweepSheets(db);
}

/** Keys of the rounds that are answered. */
export async function listOpen(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('survey_round')
    .select('key')
    .where('state', '=', 'open')
    .orderBy('key')
    .execute();
  return rows.map(({ key }) => key);
}

/** Keys of the open rounds whose last day is before this one (`2026-11-30`). */
export async function listOverdue(db: Database, day: string): Promise<string[]> {
  const rows = await db
    .selectFrom('survey_round')
    .select('key')
    .where('state', '=', 'open')
    .where('closes_on', '<', sql<Date>`${day}::date`)
    .orderBy('key')
    .execute();
  return rows.map(({ key }) => key);
}

async function lay(db: Database, key: SurveyKey, round: string, isLast: boolean): Promise<number> {
  // One after the other, where several processes serve one database.
  await bindKey(db, key, round);
  const waiting = await listWaiting(db, round);
  const chosen = isLast ? waiting : keepLargeGroups(waiting);
  if (chosen.length === 0 || (!isLast && chosen.length < leastShare * (await countSheets(db, round))))
    return 0;
  const sent = chosen.map(({ sealed }) => unpackSent(key, round, sealed));
  const found = await findAnsweredRound(db, round);
  if (!found) throw new RoundRefusal('unknown-round');
  const before = await readSheets(db, key, round);
  const sheets = [...before, ...sent.map(({ sheet }) => sheet)];
  await replaceSheets(db, key, round, sheets, measureRoom(found.questionnaire));
  const holders = chosen.map(({ holder }) => holder);
  // All of them, or the age of a row would say which codes were laid together.
  await sql`
    update survey_invitation set is_used = is_used or code_hash = any(${holders}::text[])
    where round = ${round}`.execute(db);
  await db.deleteFrom('survey_draft').where('round', '=', round).where('holder', 'in', holders).execute();
  await addResponse(db, round, countResponse(sent));
  return chosen.length;
}

/** What waits, in the order of the hashes: not in that in which it was sent. */
async function listWaiting(db: Database, round: string): Promise<Waiting[]> {
  return db
    .selectFrom('survey_draft as draft')
    .leftJoin('survey_invitation as invitation', (join) =>
      join.onRef('invitation.round', '=', 'draft.round').onRef('invitation.code_hash', '=', 'draft.holder'),
    )
    .select(['draft.holder', 'invitation.stratum', 'draft.sealed'])
    .where('draft.round', '=', round)
    .where('draft.is_sent', '=', true)
    .orderBy('draft.holder')
    .forUpdate('draft')
    .execute();
}

async function isEnoughWaiting(db: Database, round: string): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from survey_draft as draft
    left join survey_invitation as invitation
      on invitation.round = draft.round and invitation.code_hash = draft.holder
    where draft.round = ${round} and draft.is_sent group by invitation.stratum`.execute(db);
  const ready = rows.reduce((sum, { count }) => sum + (count >= leastTogether ? count : 0), 0);
  return ready >= leastTogether && ready >= leastShare * (await countSheets(db, round));
}

function keepLargeGroups(waiting: readonly Waiting[]): Waiting[] {
  const counts = new Map<string | null, number>();
  for (const { stratum } of waiting) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  return waiting.filter(({ stratum }) => (counts.get(stratum) ?? 0) >= leastTogether);
}

async function countSheets(db: Database, round: string): Promise<number> {
  const { count } = await db
    .selectFrom('survey_sheet')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('round', '=', round)
    .executeTakeFirstOrThrow();
  return count;
}

function countResponse(sent: readonly SentSheet[]): ResponseCount[] {
  const counts = new Map<string, ResponseCount>();
  for (const { day, sheet } of sent) {
    const { way, ageBand } = sheet;
    const cell = { day, way, stratum: sheet.stratum ?? sheet.district, ageBand: ageBand ?? unknownAge };
    const name = JSON.stringify(cell);
    counts.set(name, { ...cell, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

async function requireState(db: Database, round: string, state: 'planned' | 'open') {
  const found = await db
    .selectFrom('survey_round')
    .select(['state', 'has_open_link'])
    .where('key', '=', round)
    .executeTakeFirst();
  if (!found) throw new RoundRefusal('unknown-round');
  if (found.state !== state) throw new RoundRefusal(`not-${state}`);
  return found;
}

async function setState(db: Database, round: string, state: 'open' | 'closed'): Promise<void> {
  await db
    .updateTable('survey_round')
    .set({ state, revision: sql`revision + 1` })
    .where('key', '=', round)
    .execute();
}
