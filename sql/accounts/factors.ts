import type { Database } from '../database.ts';

/** The secret of somebody's codes, encrypted; null where he has none. */
export async function readTotpSecret(db: Database, person: string): Promise<string | null> {
  return (await readTotp(db, person))?.secret ?? null;
}

/** The encrypted secret of somebody's codes, and the step of the last one that was used. */
export interface TotpKept {
  readonly secret: string;
  readonly lastStep: number;
}

export async function readTotp(db: Database, person: string): Promise<TotpKept | null> {
  const found = await db
    .selectFrom('accounts.totp')
    .select(['secret', 'last_step as lastStep'])
    .where('person', '=', person)
    .executeTakeFirst();
  return found ? { secret: found.secret, lastStep: Number(found.lastStep) } : null;
}

/** Keeps an encrypted secret, of which the code of a step was used. */
export async function writeTotp(
  db: Database,
  totp: { readonly person: string; readonly secret: string; readonly step: number },
): Promise<void> {
  const { person, secret, step } = totp;
  await db
    .insertInto('accounts.totp')
    .values({ person, secret, last_step: step })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ secret, last_step: step }))
    .execute();
}

/** Uses the code of a step up; gives false where it, or a later one, was used before. */
export async function useTotpStep(db: Database, person: string, step: number): Promise<boolean> {
  const used = await db
    .updateTable('accounts.totp')
    .set({ last_step: step })
    .where('person', '=', person)
    .where('last_step', '<', step)
    .returning('person')
    .executeTakeFirst();
  return used !== undefined;
}

export async function removeTotp(db: Database, person: string): Promise<void> {
  await db.deleteFrom('accounts.totp').where('person', '=', person).execute();
}

/** New recovery codes, by their hashes, in the place of those before. */
export async function writeRecoveryCodes(
  db: Database,
  person: string,
  hashes: readonly Uint8Array[],
): Promise<void> {
  await db.deleteFrom('accounts.recovery_code').where('person', '=', person).execute();
  if (hashes.length === 0) return;
  await db
    .insertInto('accounts.recovery_code')
    .values(hashes.map((hash) => ({ person, hash })))
    .execute();
}

/** Uses a recovery code up; gives whether it was one. */
export async function useRecoveryCode(db: Database, person: string, hash: Uint8Array): Promise<boolean> {
  const used = await db
    .deleteFrom('accounts.recovery_code')
    .where('person', '=', person)
    .where('hash', '=', hash)
    .returning('person')
    .executeTakeFirst();
  return used !== undefined;
}

/** What somebody signs in with beside a password. */
export async function readFactors(db: Database, person: string) {
  const totp = await readTotpSecret(db, person);
  const codes = await db
    .selectFrom('accounts.recovery_code')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  return { hasTotp: totp !== null, recoveryCodes: codes.count, passkeys: await listPasskeys(db, person) };
}

export interface Passkey {
  readonly id: string;
  readonly person: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

export function listPasskeys(db: Database, person: string) {
  return db
    .selectFrom('accounts.passkey')
    .select(['id', 'name', 'transports', 'created_at as createdAt', 'used_at as usedAt'])
    .where('person', '=', person)
    .orderBy('created_at')
    .execute();
}

export async function findPasskey(db: Database, id: string): Promise<Passkey | null> {
  const found = await db
    .selectFrom('accounts.passkey')
    .select(['id', 'person', 'public_key as publicKey', 'counter', 'transports'])
    .where('id', '=', id)
    .executeTakeFirst();
  return found ?? null;
}

export async function addPasskey(db: Database, passkey: Passkey & { readonly name: string }): Promise<void> {
  const { id, person, publicKey, counter, transports, name } = passkey;
  await db
    .insertInto('accounts.passkey')
    .values({
      id,
      person,
      name,
      counter,
      transports: [...transports],
      public_key: Buffer.from(publicKey),
      used_at: null,
    })
    .execute();
}

export async function usePasskey(db: Database, id: string, counter: number): Promise<void> {
  await db
    .updateTable('accounts.passkey')
    .set({ counter, used_at: new Date() })
    .where('id', '=', id)
    .execute();
}

/** Gives whether there was one. */
export async function removePasskey(db: Database, person: string, id: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('accounts.passkey')
    .where('person', '=', person)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return removed !== undefined;
}
