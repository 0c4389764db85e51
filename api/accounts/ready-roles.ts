import { randomBytes } from 'node:crypto';
import type { Grant } from '../../geodata/grant.ts';
import { writePasswordHash } from '../../sql/accounts/credentials.ts';
import {
  hasLastingAccounts,
  holdsOnlyDemonstration,
  removeDemonstrationPeople,
} from '../../sql/accounts/demonstration.ts';
import { readTotp, writeTotp } from '../../sql/accounts/factors.ts';
import { createPerson } from '../../sql/accounts/persons.ts';
import type { Database } from '../../sql/database.ts';
import { recordAct } from '../../sql/trail.ts';
import type { Config } from '../config.ts';
import { encryptTotp, makeRecoveryCodes, showUnusedCode } from './codes.ts';
import type { Accounts } from './home.ts';
import { makeSecret } from './secret.ts';
import { isOwnName } from './site.ts';

interface ReadyRole {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly grants: readonly [Grant];
}

/** Whom anybody may be who tries the demonstration. */
export const readyRoles: readonly ReadyRole[] = [
  {
    id: 'demonstration-administrator',
    name: 'Beheerder (demonstratie)',
    email: 'beheerder@demonstratie.example',
    grants: [{ role: 'administrator' }],
  },
  {
    id: 'demonstration-editor',
    name: 'Redacteur van Enschede (demonstratie)',
    email: 'redacteur@demonstratie.example',
    grants: [{ role: 'editor', municipality: 'GM0153' }],
  },
  {
    id: 'demonstration-police',
    name: 'Partner van de politie (demonstratie)',
    email: 'politie@demonstratie.example',
    grants: [{ role: 'partner', organisation: 'Politie', kind: 'police' }],
  },
  {
    id: 'demonstration-reader',
    name: 'Lezer van Hengelo (demonstratie)',
    email: 'lezer@demonstratie.example',
    grants: [{ role: 'reader', municipality: 'GM0164' }],
  },
];

/** A ready role with the password that this start gave it. */
interface ReadyAccount {
  readonly email: string;
  readonly password: string;
}

/** Whether only somebody at the machine itself is meant to reach the product, on a database of its own. */
export function mayHaveReadyRoles({ database, host, publicUrl, trustedProxies }: Config): boolean {
  const isOwn = host === undefined || isOwnName(host);
  return 'directory' in database && isOwn && publicUrl === null && trustedProxies.length === 0;
}

/**
 * Whether the demonstration stands alone in the database, so that ready roles can be made; takes away those of an earlier
 * start in any case.
 */
export async function clearReadyRoles(db: Database, config: Config): Promise<boolean> {
  await db.transaction().execute(removeDemonstrationPeople);
  return mayHaveReadyRoles(config) && (await holdsOnlyDemonstration(db)) && !(await hasLastingAccounts(db));
}

/**
 * Makes the ready roles, each with a password of its own that is kept nowhere but as a hash, and new at every start. Throws
 * ConfigError where the secret for sessions does not fit.
 */
export async function makeReadyRoles(db: Database, config: Config): Promise<ReadyAccount[]> {
  const { secret } = await makeSecret(config.accounts);
  const { hashPassword } = await import('better-auth/crypto');
  const { Secret } = await import('otpauth');
  const passwords = makeRecoveryCodes().slice(0, readyRoles.length);
  const kept = await Promise.all(
    passwords.map(async (password) => ({
      hash: await hashPassword(password),
      totp: await encryptTotp(secret, new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32),
    })),
  );
  await db.transaction().execute(async (transaction) => {
    for (const [place, { grants, ...person }] of readyRoles.entries()) {
      await createPerson(transaction, { ...person, isDemonstration: true }, grants);
      await writePasswordHash(transaction, person.id, kept[place]?.hash ?? '');
      await writeTotp(transaction, { person: person.id, secret: kept[place]?.totp ?? '', step: 0 });
    }
    const subject = `person:${readyRoles[0]?.id}` as const;
    await recordAct(transaction, { act: 'administrator-create', actor: 'server', subject });
  });
  return readyRoles.map(({ email }, place) => ({ email, password: passwords[place] ?? '' }));
}

/** The ready roles, each with a code as an authenticator app would show it, which was not used yet. */
export async function showReadyRoles({ db, secret }: Accounts) {
  const shown = [];
  for (const { id, name, email, grants } of readyRoles) {
    const kept = await readTotp(db, id);
    if (kept) shown.push({ name, email, grants: [...grants], code: await showUnusedCode(secret, kept) });
  }
  return shown;
}

/** What the terminal says of them. */
export function describeReadyRoles(accounts: readonly ReadyAccount[], address: string): string {
  const widest = Math.max(...readyRoles.map(({ email }) => email.length));
  const lines = readyRoles.map(
    ({ name, email }, place) => `  ${email.padEnd(widest)}  ${accounts[place]?.password}  ${name}`,
  );
  return [
    'DEMONSTRATION: four roles to try what is not for everyone, with passwords of this start only.',
    ...lines,
    `Sign in at ${address}/?page=sign-in, which shows the code that an authenticator app would.`,
    'They work in a browser on this machine, and go once other figures or accounts come.',
  ].join('\n');
}
