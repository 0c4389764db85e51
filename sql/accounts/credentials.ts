import { randomUUID } from 'node:crypto';
import type { Database } from '../database.ts';

/** What better-auth calls a password among the ways to sign in. */
const password = 'credential';

/** The hash of somebody's password; null where he has none. */
export async function readPasswordHash(db: Database, person: string): Promise<string | null> {
  const found = await db
    .selectFrom('accounts.credential')
    .select('password')
    .where('person', '=', person)
    .where('provider_id', '=', password)
    .executeTakeFirst();
  return found?.password ?? null;
}

/** Keeps the hash of a password in the place of the one before. */
export async function writePasswordHash(db: Database, person: string, hash: string): Promise<void> {
  const now = new Date();
  await db
    .insertInto('accounts.credential')
    .values({
      id: randomUUID(),
      account_id: person,
      provider_id: password,
      person,
      password: hash,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password: hash, updated_at: now }),
    )
    .execute();
}

/** Who somebody is at a provider: its issuer with our number at it, and the number that it has for him. */
export interface Identity {
  readonly provider: string;
  readonly subject: string;
}

/** The person that an identity belongs to; null where it belongs to nobody who may sign in. */
export async function findPersonOfIdentity(
  db: Database,
  { provider, subject }: Identity,
): Promise<string | null> {
  const found = await db
    .selectFrom('accounts.credential')
    .innerJoin('accounts.person', 'accounts.person.id', 'accounts.credential.person')
    .select('accounts.credential.person')
    .where('provider_id', '=', provider)
    .where('account_id', '=', subject)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found?.person ?? null;
}

/** Throws where the identity belongs to somebody already. */
export async function addIdentity(
  db: Database,
  person: string,
  { provider, subject }: Identity,
): Promise<void> {
  await db
    .insertInto('accounts.credential')
    .values({
      id: randomUUID(),
      account_id: subject,
      provider_id: provider,
      person,
      password: null,
      updated_at: new Date(),
    })
    .execute();
}

/** Identities of somebody at providers. */
export async function listIdentities(db: Database, person: string): Promise<Identity[]> {
  return db
    .selectFrom('accounts.credential')
    .select(['provider_id as provider', 'account_id as subject'])
    .where('person', '=', person)
    .where('provider_id', '<>', password)
    .orderBy('created_at')
    .execute();
}

/** Gives whether there was one. */
export async function removeIdentity(db: Database, person: string, provider: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('accounts.credential')
    .where('person', '=', person)
    .where('provider_id', '=', provider)
    .where('provider_id', '<>', password)
    .returning('id')
    .executeTakeFirst();
  return removed !== undefined;
}
