import { type RawBuilder, sql } from 'kysely';
import type { FollowState } from '../../geodata/follow/follow-state.ts';
import type { Database } from '../database.ts';

/** The channel on which processes tell each other what changed: the code and the version. */
export const followChannel = 'follow_session';

/** A session without its presenter for this long is over, and so is one of this age. */
const longest = { silence: sql`interval '10 minutes'`, age: sql`interval '12 hours'` };
/** Sessions that are over are told to be so for this long. */
const remembered = sql`interval '1 day'`;
/** A process that said nothing of its followers for this long has none. */
const presence = sql`interval '45 seconds'`;

const isOver: RawBuilder<boolean> = sql`(ended_at is not null or seen_at < now() - ${longest.silence}
  or started_at < now() - ${longest.age})`;

/** A session as followers hear of it. */
export interface FollowSession {
  readonly code: string;
  readonly state: FollowState;
  readonly version: number;
  readonly isOver: boolean;
}

/** Takes away sessions that have been over for a day, with what they showed. */
export async function removeOverSessions(db: Database): Promise<void> {
  await sql`delete from follow_session where greatest(seen_at, ended_at) < now() - ${remembered}`.execute(db);
}

/** Begins a session; false where its code is in use. */
export async function beginSession(
  db: Database,
  { code, keyHash, state }: { readonly code: string; readonly keyHash: string; readonly state: FollowState },
): Promise<boolean> {
  const { rows } = await sql`insert into follow_session (code, key_hash, state)
    values (${code}, ${keyHash}, ${JSON.stringify(state)}::jsonb)
    on conflict do nothing returning code`.execute(db);
  return rows.length > 0;
}

/** How many sessions go on. */
export async function countSessions(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from follow_session where not ${isOver}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The sessions of some codes, as far as there are any. */
export async function readSessions(db: Database, codes: readonly string[]): Promise<FollowSession[]> {
  const { rows } = await sql<FollowSession>`
    select code, state, version, ${isOver} as "isOver" from follow_session
    where code = any(${[...codes]}::text[])`.execute(db);
  return rows;
}

/** What the presenter is told. */
export interface RenewedSession {
  readonly version: number;
  readonly followers: number;
}

/**
 * Hears of the presenter, and shows another state unless it is null; tells other processes. Null where no session of that
 * code and key goes on.
 */
export async function renewSession(
  db: Database,
  {
    code,
    keyHash,
    state,
  }: { readonly code: string; readonly keyHash: string; readonly state: FollowState | null },
): Promise<RenewedSession | null> {
  const next = state && JSON.stringify(state);
  const { rows } = await sql<RenewedSession>`
    with renewed as (
      update follow_session set seen_at = now(), state = coalesce(${next}::jsonb, state),
        version = version + case when ${next}::jsonb is null then 0 else 1 end
      where code = ${code} and key_hash = ${keyHash} and not ${isOver} returning version)
    select version, ${countedFollowers(code)} as followers,
      case when ${next}::jsonb is not null then pg_notify(${followChannel}, ${code} || ' ' || version)::text end
    from renewed`.execute(db);
  const [row] = rows;
  return row ? { version: row.version, followers: row.followers } : null;
}

/** Ends a session; false where none of that code and key goes on. */
export async function endSession(db: Database, code: string, keyHash: string): Promise<boolean> {
  const { rows } = await sql`
    with ended as (
      update follow_session set ended_at = now(), version = version + 1
      where code = ${code} and key_hash = ${keyHash} and not ${isOver} returning version)
    select pg_notify(${followChannel}, ${code} || ' ' || version)::text from ended`.execute(db);
  return rows.length > 0;
}

function countedFollowers(code: string): RawBuilder<number> {
  return sql`(select coalesce(sum(followers), 0)::integer from follow_presence as present
    where present.code = ${code} and counted_at > now() - ${presence})`;
}

/** Says how many follow each session at a process. */
export async function writePresence(
  db: Database,
  process: string,
  counts: readonly { readonly code: string; readonly followers: number }[],
): Promise<void> {
  await sql`insert into follow_presence (code, process, followers)
    select counted.code, ${process}::uuid, counted.followers
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as counted (code text, followers integer)
    join follow_session using (code)
    on conflict (code, process) do update set followers = excluded.followers, counted_at = now()`.execute(db);
}
