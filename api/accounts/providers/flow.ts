import type { Configuration, IDToken } from 'openid-client';
import { z } from 'zod';
import type { Identity } from '../../../sql/accounts/credentials.ts';
import { RequestProblem } from '../../errors.ts';
import type { Accounts } from '../home.ts';
import { hashToken, makeToken } from '../token.ts';
import type { Provider } from './providers.ts';

/** A provider that does not answer keeps nobody waiting for longer, seconds. */
const longestWait = 3;
/** How long somebody may take to sign in at the provider, seconds. */
export const flowTime = 600;
/** For how long what a provider says of itself is taken to hold, milliseconds. */
const discoveryTime = 3_600_000;

const purposeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sign-in') }),
  z.object({ kind: z.literal('accept'), token: z.string() }),
  z.object({ kind: z.literal('link'), person: z.string(), session: z.string() }),
]);

/** What somebody goes to a provider for: to sign in, to accept an invitation, or to sign in that way from now on. */
export type Purpose = z.output<typeof purposeSchema>;

const flowSchema = z.object({
  provider: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  browser: z.string(),
  purpose: purposeSchema,
});

/** Who came back from a provider. */
export interface Arrival {
  readonly identity: Identity;
  readonly purpose: Purpose;
  readonly hasSecondFactor: boolean;
}

/**
 * Where to send somebody, and a token for a cookie of his browser, so that nobody else's answer is taken for his. Throws a
 * problem 502 where the provider does not say of itself what it must.
 */
export async function beginFlow(accounts: Accounts, provider: Provider, origin: string, purpose: Purpose) {
  const client = await import('openid-client');
  const configuration = await discover(provider);
  const [state, nonce, browser] = [makeToken(), makeToken(), makeToken()];
  const verifier = client.randomPKCECodeVerifier();
  const { internalAdapter } = await accounts.auth.$context;
  await internalAdapter.createVerificationValue({
    identifier: `provider-${state}`,
    value: JSON.stringify({
      provider: provider.key,
      nonce,
      verifier,
      purpose,
      browser: hashToken(browser).toString('base64url'),
    } satisfies z.input<typeof flowSchema>),
    expiresAt: new Date(Date.now() + flowTime * 1000),
  });
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: callbackOf(origin, provider),
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(provider.secondFactor?.acr.length ? { acr_values: provider.secondFactor.acr.join(' ') } : {}),
  });
  return { address: address.href, browser };
}

/**
 * Reads the answer with which a browser came back, and asks the provider who it is. `parameters`: the query of the
 * address; `browser`: the token of the cookie. Throws a problem where anything does not fit.
 */
export async function endFlow(
  accounts: Accounts,
  provider: Provider,
  origin: string,
  answer: { readonly parameters: string; readonly browser: string | undefined },
): Promise<Arrival> {
  const { internalAdapter } = await accounts.auth.$context;
  const state = new URLSearchParams(answer.parameters).get('state') ?? '';
  const kept = await internalAdapter.consumeVerificationValue(`provider-${state}`);
  const flow = kept && flowSchema.parse(JSON.parse(kept.value));
  const browser = hashToken(answer.browser ?? '').toString('base64url');
  if (flow?.provider !== provider.key || flow.browser !== browser)
    throw new RequestProblem('gone', 'This answer is not of a sign-in that this browser began; begin anew');
  const client = await import('openid-client');
  const configuration = await discover(provider);
  const address = new URL(`${callbackOf(origin, provider)}?${answer.parameters}`);
  const tokens = await client
    .authorizationCodeGrant(configuration, address, {
      expectedState: state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    })
    .catch(() => fail(provider));
  const claims = tokens.claims() ?? fail(provider);
  return {
    identity: identify(provider, claims),
    purpose: flow.purpose,
    hasSecondFactor: showsTwo(provider, claims),
  };
}

/** An identity is of an issuer and of us there; what the provider calls somebody, or his address, may go to another. */
export function nameProvider({ issuer, clientId }: Provider): string {
  return `${issuer} ${clientId}`;
}

/** Entra ID has a number for somebody that is the same everywhere (`oid`), within a tenant. */
function identify(provider: Provider, claims: IDToken): Identity {
  const { oid, tid, sub } = claims;
  const name = nameProvider(provider);
  if (new URL(provider.issuer).hostname !== 'login.microsoftonline.com' && oid === undefined)
    return { provider: name, subject: sub };
  if (typeof oid !== 'string' || typeof tid !== 'string' || !provider.issuer.includes(`/${tid}/`))
    return fail(provider);
  return { provider: name, subject: `${tid}/${oid}` };
}

function showsTwo({ secondFactor }: Provider, { acr, amr }: IDToken): boolean {
  if (!secondFactor) return false;
  const means = Array.isArray(amr) ? amr.map(String) : [];
  return secondFactor.acr.includes(String(acr)) || secondFactor.amr.some((one) => means.includes(one));
}

function callbackOf(origin: string, { key }: Provider): string {
  return `${origin}/api/accounts/providers/${key}/callback`;
}

const known = new Map<string, { readonly configuration: Promise<Configuration>; readonly until: number }>();

/** What a provider says of itself, each asked apart: one that hangs or lies is no concern of the others. */
function discover(provider: Provider): Promise<Configuration> {
  const name = nameProvider(provider);
  const before = known.get(name);
  if (before && before.until > Date.now()) return before.configuration;
  const configuration = askDiscovery(provider).catch(() => {
    known.delete(name);
    return fail(provider);
  });
  known.set(name, { configuration, until: Date.now() + discoveryTime });
  return configuration;
}

async function askDiscovery({ issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  const client = await import('openid-client');
  const isLocal = issuer.startsWith('http:');
  const configuration = await client.discovery(
    new URL(issuer),
    clientId,
    { [client.clockTolerance]: 60 },
    client.ClientSecretPost(clientSecret),
    { timeout: longestWait, execute: isLocal ? [client.allowInsecureRequests] : [] },
  );
  client.enableNonRepudiationChecks(configuration);
  return configuration;
}

function fail({ title }: Provider): never {
  throw new RequestProblem(
    'provider-failed',
    `${title} gave no answer that can be used; try again later, or sign in another way`,
  );
}
