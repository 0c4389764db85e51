import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { endSessionOf, raiseSession, type Session } from '../../../sql/accounts/sessions.ts';
import { recordAct } from '../../../sql/trail.ts';
import { isRecent, requireAccounts, requireChange, requireSession } from '../../accounts/asking.ts';
import { forgiveAttempts, limitAttempt } from '../../accounts/limits.ts';
import { askForPasskey, checkPasskey } from '../../accounts/passkeys.ts';
import { showReadyRoles } from '../../accounts/ready-roles.ts';
import { readSessionToken } from '../../accounts/session-cookie.ts';
import { beginSession, checkCode, checkPassword } from '../../accounts/sign-in.ts';
import { originOf, trustProxies } from '../../accounts/site.ts';
import { type ApiContext, createRoutes } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { askingOf } from '../../readers/reader.ts';
import {
  codeSchema,
  emailSchema,
  passkeyAnswerSchema,
  passkeyOptionsSchema,
  passwordSchema,
  readyRolesSchema,
  sessionSchema,
} from '../../schemas/account.ts';
import { accountProblems } from '../../schemas/problem.ts';
import { describeRoute, done, doneSchema, nothing } from './description.ts';

const sessionRoute = createRoute({
  method: 'get',
  path: '/api/accounts/session',
  tags: ['Accounts'],
  summary: 'Who asks, and how one can sign in',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'Who asks', content: { 'application/json': { schema: sessionSchema } } },
    ...accountProblems,
  },
});

const readyRolesRoute = createRoute({
  method: 'get',
  path: '/api/accounts/ready-roles',
  tags: ['Accounts'],
  summary:
    'The ready roles of the demonstration with the codes that an app would show; nowhere else there are any',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'The roles', content: { 'application/json': { schema: readyRolesSchema } } },
    ...accountProblems,
  },
});

const signInRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/sign-in',
  summary: 'Signs in with a password and a code',
  description:
    'Without `code` it says that one is needed, where the password is right. A code of an app counts once. Unknown addresses are answered like wrong passwords.',
  body: z.strictObject({ email: emailSchema, password: passwordSchema, code: codeSchema.optional() }),
  answer: z.object({ isSignedIn: z.boolean() }),
});

const passkeyOptionsRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/sign-in/passkey/options',
  summary: 'What a browser needs to ask for a passkey',
  body: nothing,
  answer: passkeyOptionsSchema,
});

const passkeyRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/sign-in/passkey',
  summary: 'Signs in with a passkey that was unlocked',
  body: z.strictObject({ answer: passkeyAnswerSchema }),
  answer: doneSchema,
});

const secondFactorRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/second-factor',
  summary: 'Shows a second factor in a session that a provider began without one',
  body: z.strictObject({ code: codeSchema }),
  answer: doneSchema,
});

const signOutRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/sign-out',
  summary: 'Ends the session',
  body: nothing,
  answer: doneSchema,
});

/** How one comes in and leaves. */
export function signInRoutes(context: ApiContext) {
  const addressOf = trustProxies(context.trustedProxies ?? []);
  return createRoutes()
    .openapi(sessionRoute, async (c) => {
      const accounts = await context.accounts?.open(askingOf(c));
      const session = accounts ? await context.accounts?.findSession(askingOf(c)) : null;
      const providers = accounts?.providers.list.map(({ key, title }) => ({ key, title })) ?? [];
      const isDemonstration = accounts?.isDemonstration ?? false;
      return c.json(
        { isOn: Boolean(accounts), isDemonstration, providers, ...describeSession(session ?? null) },
        200,
      );
    })
    .openapi(readyRolesRoute, async (c) => {
      const accounts = await requireAccounts(c, context);
      if (!accounts.isDemonstration) throw notFound('There are no ready roles here');
      return c.json({ roles: await showReadyRoles(accounts) }, 200);
    })
    .openapi(signInRoute, async (c) => {
      const accounts = await requireChange(c, context);
      const { email, password, code } = c.req.valid('json');
      const address = addressOf(c);
      const found = await checkPassword(accounts, { email, password, code, address });
      if (found) await beginSession(c, accounts, { ...found, address });
      return c.json({ isSignedIn: found !== null }, 200);
    })
    .openapi(passkeyOptionsRoute, async (c) => {
      const accounts = await requireChange(c, context);
      await limitAttempt(accounts, { address: addressOf(c) });
      return c.json(await askForPasskey(accounts, originOf(c, accounts.publicUrl)), 200);
    })
    .openapi(passkeyRoute, async (c) => {
      const accounts = await requireChange(c, context);
      const address = addressOf(c);
      await limitAttempt(accounts, { address });
      const { answer } = c.req.valid('json');
      const person = await checkPasskey(accounts, originOf(c, accounts.publicUrl), answer);
      await beginSession(c, accounts, { person, secondFactor: 'passkey', address });
      return c.json(done, 200);
    })
    .openapi(secondFactorRoute, async (c) => {
      const accounts = await requireChange(c, context);
      const { id, person } = await requireSession(c, context);
      const attempt = { account: person.email, address: addressOf(c) };
      await limitAttempt(accounts, attempt);
      const secondFactor = await checkCode(accounts, person.id, c.req.valid('json').code);
      await accounts.db.transaction().execute(async (transaction) => {
        await raiseSession(transaction, id, secondFactor);
        await recordAct(transaction, {
          act: 'sign-in',
          actor: `person:${person.id}`,
          detail: { secondFactor },
        });
      });
      await forgiveAttempts(accounts, attempt);
      accounts.forget();
      return c.json(done, 200);
    })
    .openapi(signOutRoute, async (c) => {
      const accounts = await requireChange(c, context);
      const { db, secret, publicUrl, auth } = accounts;
      const session = await requireSession(c, context);
      const token = readSessionToken(c.req.header('Cookie'), secret, publicUrl);
      await db.transaction().execute(async (transaction) => {
        if (token) await endSessionOf(transaction, token);
        await recordAct(transaction, { act: 'sign-out', actor: `person:${session.person.id}` });
      });
      const { authCookies } = await auth.$context;
      const secure = publicUrl?.startsWith('https:') ? '; Secure' : '';
      const { name } = authCookies.sessionToken;
      c.header('Set-Cookie', `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict${secure}`);
      accounts.forget();
      // Who sits down here next finds no closed figures in what the browser kept.
      c.header('Clear-Site-Data', '"cache"');
      return c.json(done, 200);
    });
}

function describeSession(session: Session | null) {
  if (!session) return { person: null, grants: [], secondFactor: null, isRecent: false };
  const { person, grants, secondFactor } = session;
  return { person, grants: [...grants], secondFactor, isRecent: isRecent(session) };
}
