import { sql } from 'kysely';
import type { Grant } from '../../geodata/grant.ts';
import type { Database } from '../database.ts';
import { grantsOf, readGrant, writeGrant } from './grant-row.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A person as administrators see him. */
export interface ListedPerson extends Person {
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly grants: readonly Grant[];
  readonly seenAt: Date | null;
}

/** Whether anybody may sign in, or was invited to. */
export async function hasAccounts(db: Database): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from accounts.person) or exists (select from accounts.invitation) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

/** E-mail addresses are kept and compared in lower case. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Somebody who may sign in, by his e-mail address or his number; null for who may not any more. */
export async function findPerson(
  db: Database,
  by: { readonly email: string } | { readonly id: string },
): Promise<Person | null> {
  const found = await db
    .selectFrom('accounts.person')
    .select(['id', 'name', 'email'])
    .where('ended_at', 'is', null)
    .$if('email' in by, (query) => query.where('email', '=', 'email' in by ? foldEmail(by.email) : ''))
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : ''))
    .executeTakeFirst();
  return found ?? null;
}

/** Everybody, by name, with what they may and when they were last here. */
export async function listPersons(db: Database): Promise<ListedPerson[]> {
  const persons = await db
    .selectFrom('accounts.person as person')
    .select(['person.id', 'person.name', 'person.email'])
    .select(['person.created_at as createdAt', 'person.ended_at as endedAt'])
    .select((select) =>
      select
        .selectFrom('accounts.session')
        .whereRef('accounts.session.person', '=', 'person.id')
        .select((within) => within.fn.max('accounts.session.updated_at').as('seenAt'))
        .as('seenAt'),
    )
    .orderBy(sql`lower(person.name)`)
    .orderBy('person.id')
    .execute();
  const rows = await db.selectFrom('accounts.grant').selectAll().orderBy('id').execute();
  return persons.map((person) => ({
    ...person,
    seenAt: person.seenAt ?? null,
    grants: rows.filter((row) => row.person === person.id).map(readGrant),
  }));
}

/** Adds somebody with what he may; `isDemonstration`: who goes with the demonstration. */
export async function createPerson(
  db: Database,
  { id, name, email, isDemonstration = false }: Person & { readonly isDemonstration?: boolean },
  grants: readonly Grant[],
): Promise<void> {
  await db
    .insertInto('accounts.person')
    .values({
      id,
      name,
      email: foldEmail(email),
      email_verified: true,
      ended_at: null,
      is_demonstration: isDemonstration,
    })
    .execute();
  await changeGrants(db, id, grants);
}

/** What somebody may, instead of what he might before. */
export async function changeGrants(db: Database, person: string, grants: readonly Grant[]): Promise<void> {
  await db.deleteFrom('accounts.grant').where('person', '=', person).execute();
  if (grants.length === 0) return;
  await db
    .insertInto('accounts.grant')
    .values(grants.map((grant) => writeGrant(person, grant)))
    .execute();
}

export async function listGrants(db: Database, person: string): Promise<Grant[]> {
  return grantsOf(
    await db.selectFrom('accounts.grant').selectAll().where('person', '=', person).orderBy('id').execute(),
  );
}

/** Whether nobody else is left to administer: the others that may, and may sign in, are counted under a lock. */
export async function isLastAdministrator(db: Database, person: string): Promise<boolean> {
  const administrators = await db
    .selectFrom('accounts.grant as held')
    .innerJoin('accounts.person as person', 'person.id', 'held.person')
    .where('held.role', '=', 'administrator')
    .where('person.ended_at', 'is', null)
    .select('held.person')
    .forUpdate('person')
    .execute();
  return administrators.length > 0 && administrators.every((each) => each.person === person);
}

/** Takes away all by which somebody signs in: his sessions, passwords, providers, codes and passkeys. */
export async function removeWaysIn(db: Database, person: string): Promise<void> {
  for (const table of [
    'accounts.session',
    'accounts.credential',
    'accounts.totp',
    'accounts.recovery_code',
    'accounts.passkey',
    'accounts.invitation',
  ] as const)
    await db.deleteFrom(table).where('person', '=', person).execute();
}

/** Somebody may not sign in any more; his name stays, so that the trail can say it. */
export async function endPerson(db: Database, person: string): Promise<void> {
  await removeWaysIn(db, person);
  await changeGrants(db, person, []);
  await db.updateTable('accounts.person').set({ ended_at: new Date() }).where('id', '=', person).execute();
}

/** Nothing is left of somebody but his number in the trail. */
export async function removePerson(db: Database, person: string): Promise<void> {
  await db.deleteFrom('accounts.person').where('id', '=', person).execute();
}
