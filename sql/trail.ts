import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Actor, TrailAct, TrailDetails, TrailSubject } from './trail-act.ts';

export { type Actor, type TrailAct, type TrailDetails, trailActs } from './trail-act.ts';

/** What is written down. Names, e-mail addresses and network addresses do not belong in it: they could never be taken out. */
export interface Act {
  readonly act: TrailAct;
  readonly actor: Actor;
  /** What it was done to, such as `person:abc`, `release:12`, `indicator:misdrijven`. */
  readonly subject?: TrailSubject | `${TrailSubject}:${string}`;
  readonly detail?: TrailDetails;
}

/** Adds an act to the trail; within a transaction it stands or falls with it. Concurrent writers wait for each other. */
export async function recordAct(db: Database, { act, actor, subject, detail }: Act): Promise<void> {
  const text = detail === undefined ? null : JSON.stringify(detail);
  await db
    .insertInto('trail')
    .values({ act, actor, subject: subject ?? null, detail: text })
    .execute();
}

/** An entry as it is shown. */
export interface TrailEntry {
  readonly number: number;
  readonly at: Date;
  readonly act: TrailAct;
  readonly actor: Actor;
  /** null where the actor is no person, or one who was removed. */
  readonly name: string | null;
  readonly subject: string | null;
  /** Of a subject that is a person who is still known. */
  readonly subjectName: string | null;
  readonly detail: string | null;
}

export interface TrailFilter {
  readonly act?: TrailAct | undefined;
  /** Number of a person: what was done by or to him. */
  readonly person?: string | undefined;
  /** Days in the Netherlands, such as `2026-11-30`, both included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Number of an entry: only older ones. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Entries that pass the filter, the newest first. */
export function listTrail(db: Database, filter: TrailFilter): Promise<TrailEntry[]> {
  const { act, person, from, until, before, limit } = filter;
  const name = `person:${person}`;
  return db
    .selectFrom('trail')
    .leftJoin('accounts.person as actor', (join) =>
      join.on(sql`'person:' || actor.id`, '=', sql.ref('trail.actor')),
    )
    .leftJoin('accounts.person as subject', (join) =>
      join.on(sql`'person:' || subject.id`, '=', sql.ref('trail.subject')),
    )
    .select(['trail.number', 'trail.at', 'trail.act', 'trail.actor', 'trail.subject', 'trail.detail'])
    .select(['actor.name', 'subject.name as subjectName'])
    .$if(act !== undefined, (query) => query.where('trail.act', '=', act ?? 'sign-in'))
    .$if(person !== undefined, (query) =>
      query.where((either) =>
        either.or([either('trail.actor', '=', name as Actor), either('trail.subject', '=', name)]),
      ),
    )
    .$if(from !== undefined, (query) => query.where('trail.at', '>=', beginOf(sql`${from}::date`)))
    .$if(until !== undefined, (query) => query.where('trail.at', '<', beginOf(sql`${until}::date + 1`)))
    .$if(before !== undefined, (query) => query.where('trail.number', '<', before ?? 0))
    .orderBy('trail.number', 'desc')
    .limit(limit)
    .execute();
}

/** When a day begins in the Netherlands. */
function beginOf(day: RawBuilder<unknown>): RawBuilder<Date> {
  return sql<Date>`((${day})::timestamp at time zone 'Europe/Amsterdam')`;
}

/** What verifying found: how many entries hold, the last one to write down elsewhere, and the first fault. */
export interface TrailVerification {
  readonly entries: number;
  readonly last: TrailMark;
  readonly fault: string | null;
}

/** An entry by its number and the hash that stands for it and all before it, as hexadecimal text. */
export interface TrailMark {
  readonly number: number;
  readonly hash: string;
}

const portion = 5000;

/**
 * Follows the whole chain and computes every hash again, outside the database. `expected`: an entry that was written down
 * elsewhere before, which must still be the same: whoever may change everything in the database could else make a new chain.
 */
export async function verifyTrail(db: Database, expected?: TrailMark): Promise<TrailVerification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((together) => followChain(together, expected));
}

async function followChain(db: Database, expected: TrailMark | undefined): Promise<TrailVerification> {
  const end = await db.selectFrom('trail_end').selectAll().executeTakeFirstOrThrow();
  let last = { number: end.removed_number, hash: end.removed_hash };
  let entries = 0;
  let isExpectedFound = expected === undefined || expected.number < end.removed_number;
  const conclude = (fault: string | null) => ({ entries, last: markOf(last), fault });
  if (expected && isSame(expected, last)) isExpectedFound = true;
  for (;;) {
    const rows = await readChain(db, last.number);
    for (const row of rows) {
      if (row.number !== last.number + 1)
        return conclude(`entry ${last.number + 1} is missing: ${row.number} comes next`);
      const hash = createHash('sha256').update(last.hash).update(writeEntry(row)).digest();
      if (!hash.equals(row.hash)) return conclude(`entry ${row.number} was changed`);
      last = { number: row.number, hash: row.hash };
      entries += 1;
      if (expected && isSame(expected, last)) isExpectedFound = true;
    }
    if (rows.length < portion) break;
  }
  if (last.number !== end.number || !last.hash.equals(end.hash))
    return conclude(
      `the last entries are missing: there were ${end.number}, the last that is there is ${last.number}`,
    );
  if (!isExpectedFound) return conclude(`entry ${expected?.number} is not the one that was written down`);
  return conclude(null);
}

function isSame(expected: TrailMark, { number, hash }: { number: number; hash: Uint8Array }): boolean {
  return expected.number === number && expected.hash === Buffer.from(hash).toString('hex');
}

function markOf({ number, hash }: { number: number; hash: Uint8Array }): TrailMark {
  return { number, hash: Buffer.from(hash).toString('hex') };
}

function readChain(db: Database, after: number) {
  const at = sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return db
    .selectFrom('trail')
    .select(['number', at.as('time'), 'act', 'actor', 'subject', 'detail', 'hash'])
    .where('number', '>', after)
    .orderBy('number')
    .limit(portion)
    .execute();
}

/** As `trail_text` in the database writes it. */
function writeEntry(row: Awaited<ReturnType<typeof readChain>>[number]): string {
  const { number, time, act, actor, subject, detail } = row;
  return [number, time, act, actor, subject ?? '', detail ?? ''].join('\n');
}

/** Takes away entries that were kept for so many days, and writes down that it did; gives how many. The rest verifies. */
export async function removeOldTrail(db: Database, days: number): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ removed: number }>`
      select remove_trail_before(now() - make_interval(days => ${days}::integer)) as removed`.execute(
      transaction,
    );
    const removed = Number(rows[0]?.removed ?? 0);
    if (removed > 0)
      await recordAct(transaction, { act: 'trail-remove', actor: 'server', detail: { removed, days } });
    return removed;
  });
}
