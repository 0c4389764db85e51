import { sql } from 'kysely';
import type { Grant } from '../../geodata/grant.ts';
import type { Database } from '../database.ts';
import { foldEmail } from './persons.ts';

/** Somebody who may come, or begin anew (`person`). */
export interface Invitation {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly person: string | null;
  readonly grants: readonly Grant[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** By somebody of the demonstration: who comes goes with it too. */
  readonly isDemonstration: boolean;
}

export interface NewInvitation {
  readonly hash: Uint8Array;
  readonly email: string;
  readonly name: string;
  readonly person: string | null;
  readonly grants: readonly Grant[];
  readonly invitedBy: string | null;
  readonly expiresAt: Date;
}

/** Invites somebody; an earlier invitation of the same address is replaced. Gives its number. */
export async function writeInvitation(db: Database, invitation: NewInvitation): Promise<number> {
  const { hash, name, person, grants, invitedBy, expiresAt } = invitation;
  const email = foldEmail(invitation.email);
  await db.deleteFrom('accounts.invitation').where('email', '=', email).execute();
  const { id } = await db
    .insertInto('accounts.invitation')
    .values({
      hash: Buffer.from(hash),
      email,
      name,
      person,
      grants: JSON.stringify(grants),
      invited_by: invitedBy,
      expires_at: expiresAt,
      is_demonstration: sql<boolean>`exists (
        select from accounts.person where id = ${invitedBy} and is_demonstration)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const columns = [
  'id',
  'email',
  'name',
  'person',
  'grants',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'is_demonstration as isDemonstration',
] as const;

/** The invitation of a link that may still be used. */
export async function findInvitation(db: Database, hash: Uint8Array): Promise<Invitation | null> {
  const found = await db
    .selectFrom('accounts.invitation')
    .select(columns)
    .where('hash', '=', Buffer.from(hash))
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  return found ?? null;
}

/** Uses it up: of two who come at once, one gets it. */
export async function takeInvitation(db: Database, hash: Uint8Array): Promise<Invitation | null> {
  const taken = await db
    .deleteFrom('accounts.invitation')
    .where('hash', '=', Buffer.from(hash))
    .where('expires_at', '>', new Date())
    .returning(columns)
    .executeTakeFirst();
  return taken ?? null;
}

/** All that were not used, those past their term too, the newest first. */
export function listInvitations(db: Database): Promise<Invitation[]> {
  return db.selectFrom('accounts.invitation').select(columns).orderBy('id', 'desc').execute();
}

/** Gives the invitation that was withdrawn; null where there is none. */
export async function withdrawInvitation(db: Database, id: number): Promise<Invitation | null> {
  const taken = await db
    .deleteFrom('accounts.invitation')
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst();
  return taken ?? null;
}
