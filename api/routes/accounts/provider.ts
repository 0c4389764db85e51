import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { addIdentity, findPersonOfIdentity } from '../../../sql/accounts/credentials.ts';
import { recordAct } from '../../../sql/trail.ts';
import { requireAccounts, requireChange, requireRecentSession } from '../../accounts/asking.ts';
import { nameFlowCookie } from '../../accounts/cookie-name.ts';
import type { Accounts } from '../../accounts/home.ts';
import { acceptInvitation, requireInvitation } from '../../accounts/invitation.ts';
import { limitAttempt } from '../../accounts/limits.ts';
import { type Arrival, beginFlow, endFlow, flowTime, type Purpose } from '../../accounts/providers/flow.ts';
import { beginSession } from '../../accounts/sign-in.ts';
import { originOf, trustProxies } from '../../accounts/site.ts';
import { type ApiContext, createRoutes } from '../../context.ts';
import { notFound, RequestProblem } from '../../errors.ts';
import { tokenSchema } from '../../schemas/account.ts';
import { accountProblems } from '../../schemas/problem.ts';
import { describeRoute } from './description.ts';

const beginRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/providers/begin',
  summary: 'Where to go to sign in at an OpenID Connect provider',
  description:
    'With `token` an invitation is accepted that way; with `isLink` who is signed in can sign in that way from now on.',
  body: z.strictObject({
    provider: z.string().max(40),
    token: tokenSchema.optional(),
    isLink: z.boolean().optional(),
  }),
  answer: z.object({ address: z.string() }),
});

const callbackRoute = createRoute({
  method: 'get',
  path: '/api/accounts/providers/{provider}/callback',
  tags: ['Accounts'],
  summary: 'Where a provider sends the browser back to; leads to a page of the site',
  request: { params: z.object({ provider: z.string().max(40) }), query: z.looseObject({}) },
  responses: { 302: { description: 'To a page of the site' }, ...accountProblems },
});

/** Signing in at a provider: out, and back. */
export function providerRoutes(context: ApiContext) {
  const addressOf = trustProxies(context.trustedProxies ?? []);
  return createRoutes()
    .openapi(beginRoute, async (c) => {
      const accounts = await requireChange(c, context);
      await limitAttempt(accounts, { address: addressOf(c) });
      const { provider: key, token, isLink } = c.req.valid('json');
      const provider = requireProvider(accounts, key);
      const purpose = await readPurpose(c, accounts, { token, isLink });
      const flow = await beginFlow(accounts, provider, originOf(c, accounts.publicUrl), purpose);
      const secure = accounts.publicUrl?.startsWith('https:') ?? false;
      // Lax, as the browser comes back from another site.
      setCookie(c, nameFlowCookie(accounts.publicUrl), flow.browser, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure,
        maxAge: flowTime,
      });
      return c.json({ address: flow.address }, 200);
    })
    .openapi(callbackRoute, async (c) => {
      const accounts = await requireAccounts(c, context);
      const origin = originOf(c, accounts.publicUrl);
      const name = nameFlowCookie(accounts.publicUrl);
      try {
        const provider = requireProvider(accounts, c.req.valid('param').provider);
        const parameters = new URL(c.req.url).search.slice(1);
        const arrival = await endFlow(accounts, provider, origin, {
          parameters,
          browser: getCookie(c, name),
        });
        deleteCookie(c, name, { path: '/', secure: accounts.publicUrl?.startsWith('https:') ?? false });
        return c.redirect(await arrive(c, accounts, arrival), 302);
      } catch (error) {
        if (!(error instanceof RequestProblem)) throw error;
        return c.redirect(`/?page=sign-in#${error.kind}`, 302);
      }
    });

  async function readPurpose(
    c: Context,
    accounts: Accounts,
    { token, isLink }: { readonly token?: string | undefined; readonly isLink?: boolean | undefined },
  ): Promise<Purpose> {
    if (isLink) {
      const { id, person } = await requireRecentSession(c, context);
      return { kind: 'link', person: person.id, session: id };
    }
    if (token === undefined) return { kind: 'sign-in' };
    await requireInvitation(accounts.db, token);
    return { kind: 'accept', token };
  }

  /** Does what somebody went to a provider for; gives the page that he comes to. */
  async function arrive(c: Context, accounts: Accounts, arrival: Arrival): Promise<string> {
    const { identity, purpose, hasSecondFactor } = arrival;
    const secondFactor = hasSecondFactor ? 'provider' : null;
    if (purpose.kind === 'link') {
      await link(accounts, purpose.person, arrival);
      return '/?page=account';
    }
    if (purpose.kind === 'accept') {
      if (secondFactor === null)
        throw new RequestProblem('forbidden', 'The provider does not say that a second factor was shown');
      if (await findPersonOfIdentity(accounts.db, identity))
        throw new RequestProblem('conflict', 'This identity belongs to another account');
      const way = { kind: 'provider', identity } as const;
      const { person } = await acceptInvitation(accounts, { token: purpose.token, name: undefined, way });
      await beginSession(c, accounts, { person: person.id, secondFactor, address: addressOf(c) });
      return '/?page=account';
    }
    const person = await findPersonOfIdentity(accounts.db, identity);
    if (!person) {
      await recordAct(accounts.db, { act: 'sign-in-refused', actor: 'visitor', detail: { way: 'provider' } });
      throw new RequestProblem('wrong-credentials', 'Nobody who may sign in here has this identity');
    }
    await beginSession(c, accounts, { person, secondFactor, address: addressOf(c) });
    return secondFactor === null ? '/?page=sign-in' : '/';
  }
}

async function link({ db }: Accounts, person: string, { identity }: Arrival): Promise<void> {
  if (await findPersonOfIdentity(db, identity))
    throw new RequestProblem('conflict', 'This identity belongs to another account');
  await db.transaction().execute(async (transaction) => {
    await addIdentity(transaction, person, identity);
    await recordAct(transaction, {
      act: 'factor-add',
      actor: `person:${person}`,
      detail: { way: 'provider' },
    });
  });
}

function requireProvider({ providers }: Accounts, key: string) {
  const provider = providers.find(key);
  if (provider) return provider;
  throw notFound(`No provider ${key}`);
}
