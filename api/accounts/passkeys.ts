import { randomBytes } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { JSONValue } from 'hono/utils/types';
import { addPasskey, findPasskey, listPasskeys, usePasskey } from '../../sql/accounts/factors.ts';
import type { Database } from '../../sql/database.ts';
import { RequestProblem } from '../errors.ts';
import type { Accounts } from './home.ts';

/** Whose passkey is made, and for what: an invitation by its token, or somebody who is signed in. */
interface Owner {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** What a browser is given: what else is in it is between the library and the browser. */
export interface PasskeyOptions {
  [key: string]: JSONValue;
  challenge: string;
}

/** How long a challenge can be answered, milliseconds. */
const challengeMilliseconds = 300_000;

/** Whoever unlocks a passkey is asked for who he is by the device: having it and unlocking it are two factors. */
const verification = 'required';

/** What a browser needs to make a passkey; `purpose` must be the same when its answer is looked at. */
export async function offerPasskey(
  accounts: Accounts,
  origin: string,
  owner: Owner,
  purpose: string,
): Promise<PasskeyOptions> {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const known = await listPasskeys(accounts.db, owner.id);
  const options = await generateRegistrationOptions({
    rpName: 'Wijkinformatie Twente',
    rpID: new URL(origin).hostname,
    userID: new Uint8Array(Buffer.from(owner.id)),
    userName: owner.email,
    userDisplayName: owner.name,
    challenge: await makeChallenge(accounts, `make ${purpose}`),
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: verification },
  });
  return { ...options } as unknown as PasskeyOptions;
}

/** A passkey that a browser made, as it is kept; throws a problem where it was not made for this. */
export async function readPasskey(
  accounts: Accounts,
  origin: string,
  { answer, purpose }: { readonly answer: unknown; readonly purpose: string },
) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: answer as RegistrationResponseJSON,
    expectedChallenge: (challenge) => useChallenge(accounts, challenge, `make ${purpose}`),
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: true,
  }).catch(refuse);
  if (!verified) return refuse();
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  return { id, publicKey, counter, transports };
}

export type ReadPasskey = Awaited<ReturnType<typeof readPasskey>>;

/** Keeps it for somebody, under the name that he gave it. */
export function keepPasskey(db: Database, person: string, passkey: ReadPasskey, name: string): Promise<void> {
  return addPasskey(db, { ...passkey, person, name });
}

/** What a browser needs to ask for whichever passkey somebody has. */
export async function askForPasskey(accounts: Accounts, origin: string): Promise<PasskeyOptions> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const options = await generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    challenge: await makeChallenge(accounts, 'use'),
    userVerification: verification,
  });
  return { ...options } as unknown as PasskeyOptions;
}

/** The person whose passkey answered; throws a problem where it is none that is known. */
export async function checkPasskey(accounts: Accounts, origin: string, answer: unknown): Promise<string> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const response = answer as AuthenticationResponseJSON;
  const known = typeof response.id === 'string' ? await findPasskey(accounts.db, response.id) : null;
  if (!known) return refuse();
  const { id, publicKey, counter, transports } = known;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => useChallenge(accounts, challenge, 'use'),
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: true,
    credential: { id, publicKey: new Uint8Array(publicKey), counter, transports: [...transports] },
  }).catch(refuse);
  if (!verified) return refuse();
  await usePasskey(accounts.db, id, authenticationInfo.newCounter);
  return known.person;
}

async function makeChallenge({ auth }: Accounts, purpose: string): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32));
  const { internalAdapter } = await auth.$context;
  await internalAdapter.createVerificationValue({
    identifier: nameChallenge(Buffer.from(challenge).toString('base64url')),
    value: purpose,
    expiresAt: new Date(Date.now() + challengeMilliseconds),
  });
  return challenge;
}

/** A challenge can be answered once, and for what it was made. */
async function useChallenge({ auth }: Accounts, challenge: string, purpose: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.consumeVerificationValue(nameChallenge(challenge));
  return found?.value === purpose;
}

function nameChallenge(challenge: string): string {
  return `passkey-${challenge}`;
}

function refuse(): never {
  throw new RequestProblem('wrong-credentials', 'This passkey is not known here, or was not unlocked');
}
