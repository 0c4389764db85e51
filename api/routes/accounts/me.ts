import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import {
  listIdentities,
  readPasswordHash,
  removeIdentity,
  writePasswordHash,
} from '../../../sql/accounts/credentials.ts';
import {
  readFactors,
  removePasskey,
  removeTotp,
  writeRecoveryCodes,
  writeTotp,
} from '../../../sql/accounts/factors.ts';
import { isLastAdministrator, removePerson } from '../../../sql/accounts/persons.ts';
import { endSessions, listSessions, type Session } from '../../../sql/accounts/sessions.ts';
import type { Database } from '../../../sql/database.ts';
import { type Act, recordAct, type TrailAct } from '../../../sql/trail.ts';
import {
  requireAccounts,
  requireChange,
  requireFullSession,
  requireRecentSession,
} from '../../accounts/asking.ts';
import {
  draftTotp,
  encryptTotp,
  findStep,
  hashRecoveryCode,
  makeRecoveryCodes,
} from '../../accounts/codes.ts';
import type { Accounts } from '../../accounts/home.ts';
import { keepPasskey, offerPasskey, readPasskey } from '../../accounts/passkeys.ts';
import { requireGoodPassword } from '../../accounts/password.ts';
import { nameProvider } from '../../accounts/providers/flow.ts';
import { originOf } from '../../accounts/site.ts';
import { makeToken } from '../../accounts/token.ts';
import { type ApiContext, createRoutes } from '../../context.ts';
import { invalidParameter, notFound, RequestProblem } from '../../errors.ts';
import {
  accountSchema,
  codeSchema,
  nameSchema,
  passkeyAnswerSchema,
  passkeyOptionsSchema,
  passwordSchema,
  recoveryCodesSchema,
  tokenSchema,
} from '../../schemas/account.ts';
import { accountProblems } from '../../schemas/problem.ts';
import { describeRoute, done, doneSchema, nothing } from './description.ts';

const accountRoute = createRoute({
  method: 'get',
  path: '/api/accounts/me',
  tags: ['Accounts'],
  summary: 'All that is kept of who asks',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'What is kept', content: { 'application/json': { schema: accountSchema } } },
    ...accountProblems,
  },
});

const post = <Body extends z.ZodType, Answer extends z.ZodType, const Path extends string>(
  path: Path,
  summary: string,
  body: Body,
  answer: Answer,
) => describeRoute({ method: 'post', path: `/api/accounts/me/${path}` as const, summary, body, answer });

const endRoute = post(
  'sessions/end',
  'Ends a session of who asks, or all but this one',
  z.strictObject({ id: z.string().max(100).optional() }),
  doneSchema,
);
const passkeyOptionsRoute = post(
  'passkeys/options',
  'What a browser needs to make another passkey',
  nothing,
  passkeyOptionsSchema,
);
const addPasskeyRoute = post(
  'passkeys/add',
  'Keeps another passkey',
  z.strictObject({ answer: passkeyAnswerSchema, name: nameSchema }),
  doneSchema,
);
const removeWayRoute = post(
  'ways/remove',
  'Takes away a passkey, the authenticator app with the password, or a provider; one way has to stay',
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('passkey'), id: z.string().max(2000) }),
    z.strictObject({ kind: z.literal('password') }),
    z.strictObject({ kind: z.literal('provider'), key: z.string().max(40) }),
  ]),
  doneSchema,
);
const totpRoute = post(
  'password/begin',
  'A secret for an authenticator app; nothing is kept before a code of it is given',
  nothing,
  z.object({ token: z.string(), secret: z.string(), uri: z.string() }),
);
const passwordRoute = post(
  'password/set',
  'A new password with a new authenticator app; all other sessions end',
  z.strictObject({ token: tokenSchema, password: passwordSchema, code: codeSchema }),
  doneSchema,
);
const recoveryRoute = post(
  'recovery-codes',
  'New recovery codes in the place of those before, shown this once',
  nothing,
  recoveryCodesSchema,
);
const removeRoute = post(
  'remove',
  'Removes who asks: what is left is a number in the trail',
  z.strictObject({ email: z.string().max(254) }),
  doneSchema,
);

/** What somebody sees of himself, and changes. */
export function ownAccountRoutes(context: ApiContext) {
  return createRoutes()
    .openapi(accountRoute, async (c) => {
      const accounts = await requireAccounts(c, context);
      return c.json(await describeAccount(accounts, await requireFullSession(c, context)), 200);
    })
    .openapi(endRoute, async (c) => {
      const accounts = await requireChange(c, context);
      const session = await requireFullSession(c, context);
      const { id } = c.req.valid('json');
      const which = id === undefined ? { allBut: session.id } : { id };
      await changeOwn(accounts, session, 'sessions-end', async (db) => {
        const ended = await endSessions(db, session.person.id, which);
        if (id !== undefined && ended === 0) throw notFound('No such session');
        return { ended };
      });
      return c.json(done, 200);
    })
    .openapi(passkeyOptionsRoute, async (c) => {
      const { accounts, session, origin } = await readChange(c);
      const options = await offerPasskey(accounts, origin, session.person, `for ${session.person.id}`);
      return c.json(options, 200);
    })
    .openapi(addPasskeyRoute, async (c) => {
      const { accounts, session, origin } = await readChange(c);
      const { answer, name } = c.req.valid('json');
      const { id } = session.person;
      const passkey = await readPasskey(accounts, origin, { answer, purpose: `for ${id}` });
      await changeOwn(accounts, session, 'factor-add', async (db) => {
        await keepPasskey(db, id, passkey, name);
        return { way: 'passkey' };
      });
      return c.json(done, 200);
    })
    .openapi(removeWayRoute, async (c) => {
      const { accounts, session } = await readChange(c);
      const way = c.req.valid('json');
      await changeOwn(accounts, session, 'factor-remove', async (db) => {
        const together = { db, providers: accounts.providers };
        await requireOtherWay(together, session.person.id, way);
        await removeWay(together, session.person.id, way);
        return { way: way.kind };
      });
      return c.json(done, 200);
    })
    .openapi(totpRoute, async (c) => {
      const { accounts, session } = await readChange(c);
      const token = makeToken();
      const draft = await draftTotp(accounts.secret, `${session.person.id} ${token}`, session.person.email);
      return c.json({ token, ...draft }, 200);
    })
    .openapi(passwordRoute, async (c) => {
      const { accounts, session } = await readChange(c);
      const { token, password, code } = c.req.valid('json');
      const { id, name, email } = session.person;
      const { secret: totp } = await draftTotp(accounts.secret, `${id} ${token}`, email);
      const step = await findStep(totp, code);
      if (step === null) throw invalidParameter('code', 'is not the code that the app shows now');
      requireGoodPassword(password, [email, name]);
      const hash = await (await accounts.auth.$context).password.hash(password);
      const secret = await encryptTotp(accounts.secret, totp);
      await changeOwn(accounts, session, 'password-change', async (db) => {
        await writePasswordHash(db, id, hash);
        await writeTotp(db, { person: id, secret, step });
        await endSessions(db, id, { allBut: session.id });
        return undefined;
      });
      return c.json(done, 200);
    })
    .openapi(recoveryRoute, async (c) => {
      const { accounts, session } = await readChange(c);
      const recoveryCodes = makeRecoveryCodes();
      const { id } = session.person;
      const hashes = recoveryCodes.map((code) => hashRecoveryCode(accounts.secret, id, code));
      await changeOwn(accounts, session, 'factor-add', async (db) => {
        await writeRecoveryCodes(db, id, hashes);
        return { way: 'recovery-codes' };
      });
      return c.json({ recoveryCodes }, 200);
    })
    .openapi(removeRoute, async (c) => {
      const { accounts, session } = await readChange(c);
      const { id, email } = session.person;
      if (c.req.valid('json').email.trim().toLowerCase() !== email)
        throw invalidParameter('email', 'is not the address of this account');
      await accounts.db.transaction().execute(async (transaction) => {
        if (await isLastAdministrator(transaction, id))
          throw new RequestProblem(
            'conflict',
            'The last administrator cannot go: make somebody else one first',
          );
        await removePerson(transaction, id);
        await recordAct(transaction, {
          act: 'person-remove',
          actor: `person:${id}`,
          subject: `person:${id}`,
        });
      });
      accounts.forget();
      return c.json(done, 200);
    });

  async function readChange(c: Context) {
    const accounts = await requireChange(c, context);
    const session = await requireRecentSession(c, context);
    return { accounts, session, origin: originOf(c, accounts.publicUrl) };
  }
}

/** Changes something of who asks and says so in the trail, both or neither; `work` gives the details of that. */
async function changeOwn(
  accounts: Accounts,
  { person }: Session,
  act: TrailAct,
  work: (db: Database) => Promise<Act['detail']>,
): Promise<void> {
  const own = { actor: `person:${person.id}`, subject: `person:${person.id}` } as const;
  await accounts.db.transaction().execute(async (transaction) => {
    const detail = await work(transaction);
    await recordAct(transaction, { act, ...own, ...(detail && { detail }) });
  });
  accounts.forget();
}

async function describeAccount({ db, providers }: Accounts, { id, person, grants }: Session) {
  const [sessions, factors, identities, hash] = [
    await listSessions(db, person.id),
    await readFactors(db, person.id),
    await listIdentities(db, person.id),
    await readPasswordHash(db, person.id),
  ];
  const linked = identities.map(({ provider }) => provider);
  return {
    person,
    grants: [...grants],
    sessions: sessions.map((session) => ({
      ...session,
      isThis: session.id === id,
      createdAt: session.createdAt.toISOString(),
      usedAt: session.usedAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
    })),
    hasPassword: hash !== null,
    hasTotp: factors.hasTotp,
    recoveryCodes: factors.recoveryCodes,
    passkeys: factors.passkeys.map(({ id: key, name, createdAt, usedAt }) => ({
      id: key,
      name,
      createdAt: createdAt.toISOString(),
      usedAt: usedAt?.toISOString() ?? null,
    })),
    providers: providers.list.map((provider) => ({
      key: provider.key,
      title: provider.title,
      isLinked: linked.includes(nameProvider(provider)),
    })),
  };
}

type Way = { kind: 'passkey'; id: string } | { kind: 'password' } | { kind: 'provider'; key: string };

/** A way in that shows two factors has to be left: a provider alone may not. */
async function requireOtherWay({ db }: Pick<Accounts, 'db'>, person: string, way: Way): Promise<void> {
  const { hasTotp, passkeys } = await readFactors(db, person);
  const left = passkeys.filter(({ id }) => way.kind !== 'passkey' || id !== way.id).length;
  if (way.kind === 'provider' || left > 0 || (hasTotp && way.kind === 'passkey')) return;
  throw new RequestProblem('conflict', 'This is the last way to sign in: add another one first');
}

async function removeWay(
  { db, providers }: Pick<Accounts, 'db' | 'providers'>,
  person: string,
  way: Way,
): Promise<void> {
  if (way.kind === 'passkey' && !(await removePasskey(db, person, way.id))) throw notFound('No such passkey');
  if (way.kind === 'password') {
    await removeTotp(db, person);
    await db
      .deleteFrom('accounts.credential')
      .where('person', '=', person)
      .where('provider_id', '=', 'credential')
      .execute();
  }
  if (way.kind !== 'provider') return;
  const provider = providers.find(way.key);
  if (!provider || !(await removeIdentity(db, person, nameProvider(provider))))
    throw notFound('No such provider');
}
