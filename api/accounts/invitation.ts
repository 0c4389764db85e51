import { randomUUID } from 'node:crypto';
import type { Grant } from '../../geodata/grant.ts';
import { addIdentity, type Identity, writePasswordHash } from '../../sql/accounts/credentials.ts';
import { writeRecoveryCodes, writeTotp } from '../../sql/accounts/factors.ts';
import {
  findInvitation,
  type Invitation,
  takeInvitation,
  writeInvitation,
} from '../../sql/accounts/invitations.ts';
import {
  changeGrants,
  createPerson,
  findPerson,
  type Person,
  removeWaysIn,
} from '../../sql/accounts/persons.ts';
import { readerOfGrants } from '../../sql/accounts/reader.ts';
import type { Database } from '../../sql/database.ts';
import { type Actor, recordAct } from '../../sql/trail.ts';
import { RequestProblem } from '../errors.ts';
import { prepareReader } from '../release/access.ts';
import { encryptTotp, hashRecoveryCode, makeRecoveryCodes } from './codes.ts';
import type { Accounts } from './home.ts';
import { writeInvitationMail } from './mail.ts';
import { keepPasskey, type ReadPasskey } from './passkeys.ts';
import { requireGoodPassword } from './password.ts';
import { hashToken, makeToken } from './token.ts';

/** How long a link can be used, days. */
export const invitationDays = 7;

interface Invite {
  readonly email: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Who begins anew; null: somebody new. */
  readonly person: string | null;
  readonly by: { readonly actor: Actor; readonly person: string | null };
}

/** What an invitation is handed over with. */
export interface Invited {
  readonly id: number;
  /** Of the link; it is kept nowhere. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Invites somebody, or lets somebody begin anew. Throws a problem 409 where somebody with the address may sign in already. */
export async function inviteSomebody(db: Database, invited: Invite): Promise<Invited> {
  return db.transaction().execute((transaction) => writeInvited(transaction, invited));
}

async function writeInvited(
  transaction: Database,
  { email, name, grants, person, by }: Invite,
): Promise<Invited> {
  const token = makeToken();
  if (person === null && (await isKnown(transaction, email)))
    throw new RequestProblem('conflict', `Somebody with the address ${email} has an account already`);
  const expiresAt = new Date(Date.now() + invitationDays * 86_400_000);
  const written = { hash: hashToken(token), email, name, person, grants, invitedBy: by.person, expiresAt };
  const number = await writeInvitation(transaction, written);
  await recordAct(transaction, {
    act: person === null ? 'invite' : 'person-reset',
    actor: by.actor,
    subject: person === null ? `invitation:${number}` : `person:${person}`,
    detail: { grants },
  });
  return { id: number, token, expiresAt };
}

/** Also somebody who may not sign in any more keeps his address until he is removed. */
async function isKnown(db: Database, email: string): Promise<boolean> {
  const found = await db
    .selectFrom('accounts.person')
    .select('id')
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst();
  return found !== undefined;
}

/** Takes all ways in from somebody and lets him choose new ones, all or nothing; what he may stays. Null where there is no such person. */
export async function resetPerson(db: Database, id: string, by: Invite['by']) {
  return db.transaction().execute(async (transaction) => {
    const person = await findPerson(transaction, { id });
    if (!person) return null;
    await removeWaysIn(transaction, id);
    const invited = await writeInvited(transaction, { ...person, person: id, grants: [], by });
    return { person, ...invited };
  });
}

/** The address of a link: its token stands where no server and no log gets it. */
export function addressOfInvitation(origin: string, token: string): string {
  return `${origin}/?page=invitation#${token}`;
}

/** Sends the link where mail is set up; gives whether it went out, so that else it is handed over. */
export async function mailInvitation(
  accounts: Accounts,
  { email, name }: { readonly email: string; readonly name: string },
  link: string,
): Promise<boolean> {
  return accounts.sendMail(writeInvitationMail(email, name, link, invitationDays));
}

/** Throws a problem 410 where the token is of no link that can be used. */
export async function requireInvitation(db: Database, token: string): Promise<Invitation> {
  return (await findInvitation(db, hashToken(token))) ?? refuse();
}

function refuse(): never {
  throw new RequestProblem(
    'gone',
    'This link was used, withdrawn or is past its term; ask whoever invited you for a new one',
  );
}

/** A way in that somebody chose, which was shown to work. */
export type ChosenWay =
  | { readonly kind: 'password'; readonly password: string; readonly totp: string; readonly step: number }
  | { readonly kind: 'passkey'; readonly id: string; readonly passkey: ReadPasskey; readonly name: string }
  | { readonly kind: 'provider'; readonly identity: Identity };

/**
 * Uses the invitation up and makes the person with the way in, or gives it to the one who begins anew: all of it or
 * nothing. Gives the person, and recovery codes that are shown once.
 */
export async function acceptInvitation(
  accounts: Accounts,
  {
    token,
    name,
    way,
  }: { readonly token: string; readonly name: string | undefined; readonly way: ChosenWay },
): Promise<{ readonly person: Person; readonly recoveryCodes: readonly string[] }> {
  const { db, auth, secret } = accounts;
  const offered = await requireInvitation(db, token);
  if (way.kind === 'password') requireGoodPassword(way.password, [offered.email, offered.name, name ?? '']);
  const { password } = await auth.$context;
  const hash = way.kind === 'password' ? await password.hash(way.password) : null;
  await prepareReader(db, readerOfGrants(offered.grants), { by: `invitation:${offered.id}` });
  const recoveryCodes = way.kind === 'provider' ? [] : makeRecoveryCodes();
  const accepted = await db.transaction().execute(async (transaction) => {
    const invitation = (await takeInvitation(transaction, hashToken(token))) ?? refuse();
    const person = await welcome(transaction, invitation, name, way);
    if (way.kind === 'password' && hash !== null) {
      await writePasswordHash(transaction, person.id, hash);
      const kept = await encryptTotp(secret, way.totp);
      await writeTotp(transaction, { person: person.id, secret: kept, step: way.step });
    }
    if (way.kind === 'passkey') await keepPasskey(transaction, person.id, way.passkey, way.name);
    if (way.kind === 'provider') await addIdentity(transaction, person.id, way.identity);
    const hashes = recoveryCodes.map((code) => hashRecoveryCode(secret, person.id, code));
    await writeRecoveryCodes(transaction, person.id, hashes);
    await recordAct(transaction, {
      act: 'invitation-accept',
      actor: `person:${person.id}`,
      subject: `invitation:${invitation.id}`,
      detail: { way: way.kind },
    });
    return person;
  });
  accounts.forget();
  return { person: accepted, recoveryCodes };
}

async function welcome(
  db: Database,
  invitation: Invitation,
  name: string | undefined,
  way: ChosenWay,
): Promise<Person> {
  const { email, grants, isDemonstration } = invitation;
  if (invitation.person !== null) {
    const person = (await findPerson(db, { id: invitation.person })) ?? refuse();
    if (way.kind === 'passkey' && way.id !== person.id) return refuse();
    return person;
  }
  const id = way.kind === 'passkey' ? way.id : randomUUID();
  const person = { id, name: name?.trim() || invitation.name, email };
  await createPerson(db, { ...person, isDemonstration }, []);
  await changeGrants(db, id, grants);
  return person;
}
