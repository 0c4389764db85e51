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

/** A role, and where somebody has it. */
export type GrantBody = SessionBody['grants'][number];

/** Why the server refused, by the kind of its problem; `unreachable` where it gave no answer. */
export class AccountProblem extends Error {
  constructor(
    readonly kind: string,
    /** The field that was refused, where it was one. */
    readonly field: string | null = null,
    /** All that the server said of it. */
    readonly told: Readonly<Record<string, unknown>> = {},
  ) {
    super(kind);
    this.name = 'AccountProblem';
  }
}

/** Throws AccountProblem, as every verb here does. */
export function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  return askServer(`/api/accounts/${path}`, init);
}

/** Writes something at an address of the API; gives the answer. Throws AccountProblem. */
export function put<Answer>(address: string, body: object): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' };
  return askServer(address, { method: 'PUT', headers, body: JSON.stringify(body) });
}

async function askServer<Answer>(address: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(address, init).catch(() => {
    throw new AccountProblem('unreachable');
  });
  if (response.ok) return response.json() as Promise<Answer>;
  const problem: { type?: string; errors?: { parameter: string }[] } = await response
    .json()
    .catch(() => ({}));
  throw new AccountProblem(
    problem.type?.split('#problem-')[1] ?? 'unreachable',
    problem.errors?.[0]?.parameter ?? null,
    problem,
  );
}

/** Sends something that changes something; gives the answer. */
export function send<Answer = unknown>(path: string, body: object = {}): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

export const readSession = () => ask<SessionBody>('session', {});
export const readReadyRoles = () => ask<ReadyRolesBody>('ready-roles', {});
export const readAccount = () => ask<AccountBody>('me', {});
/** What waits for who is signed in; writes down that he is here. */
export const readStart = () => send<StartBody>('start');
export const readPeople = () => ask<PeopleBody>('people', {});
export const readInvitation = (word: string) => send<InvitationBody>('invitation', { word });
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
  throw new AccountProblem('passkey-refused');
}

/** Leaves for a provider; the browser comes back to a page of ours. */
export async function goToProvider(provider: string, more: object = {}): Promise<void> {
  const { address } = await send<{ address: string }>('providers/begin', { provider, ...more });
  location.assign(address);
}
