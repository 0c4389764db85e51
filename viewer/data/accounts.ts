import type {
  AccountBody,
  InvitationBody,
  LinkBody,
  PeopleBody,
  ReadyRolesBody,
  SessionBody,
  StartBody,
  TrailBody,
} from './contract.ts';
import { ask, ServerProblem, send } from './sending.ts';

/** A role, and where somebody has it. */
export type GrantBody = SessionBody['grants'][number];

export const readSession = () => ask<SessionBody>('session', {});
export const readReadyRoles = () => ask<ReadyRolesBody>('ready-roles', {});
export const readAccount = () => ask<AccountBody>('me', {});
/** What waits for who is signed in; writes down that he is here. */
export const readStart = () => send<StartBody>('start');
export const readPeople = () => ask<PeopleBody>('people', {});
export const readInvitation = (token: string) => send<InvitationBody>('invitation', { token });
export const invite = (body: { email: string; name: string; grants: readonly GrantBody[] }) =>
  send<LinkBody>('people/invite', body);

export function readTrail(filter: Readonly<Record<string, string>>): Promise<TrailBody> {
  const given = Object.entries(filter).filter(([, value]) => value !== '');
  return ask(`trail?${new URLSearchParams(given)}`, {});
}

/** Lets the browser make a passkey for what the server offers at a path; gives what it made. */
export async function makePasskey(path: string, body: object = {}): Promise<object> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = await send<Parameters<typeof startRegistration>[0]['optionsJSON']>(path, body);
  return startRegistration({ optionsJSON }).catch(giveUp);
}

/** Lets somebody unlock a passkey, and signs in with it. */
export async function signInWithPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
  const optionsJSON = await send<Options>('sign-in/passkey/options');
  const answer = await startAuthentication({ optionsJSON }).catch(giveUp);
  await send('sign-in/passkey', { answer });
}

function giveUp(): never {
  throw new ServerProblem('passkey-refused');
}

/** Leaves for a provider; the browser comes back to a page of ours. */
export async function goToProvider(provider: string, more: object = {}): Promise<void> {
  const { address } = await send<{ address: string }>('providers/begin', { provider, ...more });
  location.assign(address);
}
