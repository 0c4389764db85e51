import type { Grant } from '../../geodata/grant.ts';
import type { Database } from '../database.ts';
import type { Reader } from '../reader.ts';
import { publicReader } from '../reader.ts';
import { listGrants, type Person } from './persons.ts';
import { readerOfGrants } from './reader.ts';
import type { SecondFactor } from './tables.ts';

/** A session that nobody uses ends after this, milliseconds. */
export const longestIdle = 2 * 60 * 60 * 1000;
/** When it was last used is kept to this, milliseconds. */
const touchInterval = 60_000;

/** Who is signed in, and what may be shown to him: without a second factor no more than to everybody. */
export interface Session {
  readonly id: string;
  readonly person: Person;
  readonly secondFactor: SecondFactor | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly grants: readonly Grant[];
  readonly reader: Reader;
}

/** The session of a token while it lasts; writes down that it is used. */
export async function findSession(db: Database, token: string): Promise<Session | null> {
  const found = await db
    .selectFrom('accounts.session as session')
    .innerJoin('accounts.person as person', 'person.id', 'session.person')
    .select(['session.id', 'session.second_factor', 'session.created_at', 'session.expires_at'])
    .select(['session.updated_at', 'session.person', 'person.name', 'person.email'])
    .where('session.token', '=', token)
    .where('session.expires_at', '>', new Date())
    .where('session.updated_at', '>', new Date(Date.now() - longestIdle))
    .where('person.ended_at', 'is', null)
    .executeTakeFirst();
  if (!found) return null;
  if (found.updated_at.getTime() < Date.now() - touchInterval) await touch(db, found.id);
  const grants = await listGrants(db, found.person);
  const secondFactor = found.second_factor;
  return {
    id: found.id,
    person: { id: found.person, name: found.name, email: found.email },
    secondFactor,
    createdAt: found.created_at,
    expiresAt: found.expires_at,
    grants,
    reader: secondFactor === null ? publicReader : readerOfGrants(grants),
  };
}

async function touch(db: Database, id: string): Promise<void> {
  await db.updateTable('accounts.session').set({ updated_at: new Date() }).where('id', '=', id).execute();
}

/** The sessions of somebody that last, the one used last first. */
export function listSessions(db: Database, person: string) {
  return db
    .selectFrom('accounts.session')
    .select(['id', 'created_at as createdAt', 'updated_at as usedAt', 'expires_at as expiresAt'])
    .select(['ip_address as address', 'user_agent as device', 'second_factor as secondFactor'])
    .where('person', '=', person)
    .where('expires_at', '>', new Date())
    .where('updated_at', '>', new Date(Date.now() - longestIdle))
    .orderBy('updated_at', 'desc')
    .execute();
}

/** Ends a session of somebody, or all of them but one; gives how many ended. */
export async function endSessions(
  db: Database,
  person: string,
  which: { readonly id: string } | { readonly allBut: string | null },
): Promise<number> {
  const ended = await db
    .deleteFrom('accounts.session')
    .where('person', '=', person)
    .$if('id' in which, (query) => query.where('id', '=', 'id' in which ? which.id : ''))
    .$if('allBut' in which && which.allBut !== null, (query) =>
      query.where('id', '<>', 'allBut' in which ? (which.allBut ?? '') : ''),
    )
    .returning('id')
    .execute();
  return ended.length;
}

/** Ends whatever session has the token: a browser that signs in anew leaves none behind. */
export async function endSessionOf(db: Database, token: string): Promise<void> {
  await db.deleteFrom('accounts.session').where('token', '=', token).execute();
}

/** Says in a session that a second factor was shown. */
export async function raiseSession(db: Database, id: string, secondFactor: SecondFactor): Promise<void> {
  await db
    .updateTable('accounts.session')
    .set({ second_factor: secondFactor })
    .where('id', '=', id)
    .execute();
}

/** Invitations that were not used stay to be seen for so many days after their term, as they name somebody. */
const daysAfterTerm = 30;

/** Takes away sessions that are over, tokens that were not used in time, and invitations long past their term. */
export async function removeExpired(db: Database): Promise<void> {
  const now = new Date();
  const idle = new Date(Date.now() - longestIdle);
  await db
    .deleteFrom('accounts.session')
    .where((either) => either.or([either('expires_at', '<', now), either('updated_at', '<', idle)]))
    .execute();
  await db.deleteFrom('accounts.verification').where('expires_at', '<', now).execute();
  await db
    .deleteFrom('accounts.invitation')
    .where('expires_at', '<', new Date(Date.now() - daysAfterTerm * 86_400_000))
    .execute();
  await db
    .deleteFrom('accounts.attempt')
    .where('since', '<', new Date(Date.now() - 86_400_000))
    .execute();
}
