import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { mayAdminister } from '../../../geodata/grant.ts';
import { listInvitations, withdrawInvitation } from '../../../sql/accounts/invitations.ts';
import {
  changeGrants,
  endPerson,
  isLastAdministrator,
  listPersons,
  removePerson,
} from '../../../sql/accounts/persons.ts';
import { readerOfGrants } from '../../../sql/accounts/reader.ts';
import { endSessions } from '../../../sql/accounts/sessions.ts';
import type { Database } from '../../../sql/database.ts';
import { listTrail, recordAct, trailActs } from '../../../sql/trail.ts';
import { requireAccounts, requireAdministrator, requireChange } from '../../accounts/asking.ts';
import type { Accounts } from '../../accounts/home.ts';
import {
  addressOfInvitation,
  type Invited,
  inviteSomebody,
  mailInvitation,
  resetPerson,
} from '../../accounts/invitation.ts';
import { originOf } from '../../accounts/site.ts';
import { type ApiContext, createRoutes } from '../../context.ts';
import { notFound, RequestProblem } from '../../errors.ts';
import { prepareReader } from '../../release/access.ts';
import {
  emailSchema,
  grantSchema,
  linkSchema,
  nameSchema,
  peopleSchema,
  trailSchema,
} from '../../schemas/account.ts';
import { accountProblems } from '../../schemas/problem.ts';
import { daySchema } from '../../schemas/written.ts';
import { describeRoute, done, doneSchema } from './description.ts';

const peopleRoute = createRoute({
  method: 'get',
  path: '/api/accounts/people',
  tags: ['Accounts'],
  summary: 'Everybody with what they may, and who was invited; for administrators',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'Everybody', content: { 'application/json': { schema: peopleSchema } } },
    ...accountProblems,
  },
});

const grants = z.array(grantSchema).min(1, { error: 'at least one role' }).max(20);
const person = z.strictObject({ id: z.string().max(100) });

const inviteRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/people/invite',
  summary: 'Invites somebody, by mail where that is set up; gives the link to hand over',
  description: 'An earlier invitation of the same address is replaced.',
  body: z.strictObject({ email: emailSchema, name: nameSchema, grants }),
  answer: linkSchema,
});
const withdrawRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/people/invitations/withdraw',
  summary: 'Withdraws an invitation',
  body: z.strictObject({ id: z.number().int() }),
  answer: doneSchema,
});
const rolesRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/people/roles',
  summary: 'Gives somebody other roles in the place of those he has; it counts within a second',
  body: person.extend({ grants }),
  answer: doneSchema,
});
const endRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/people/end',
  summary: 'Somebody may not sign in any more, and is signed out everywhere',
  body: person,
  answer: doneSchema,
});
const signOutRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/people/sessions/end',
  summary: 'Signs somebody out everywhere; he may sign in again',
  body: person,
  answer: doneSchema,
});
const removeRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/people/remove',
  summary: 'Removes somebody: what is left is a number in the trail',
  body: person,
  answer: doneSchema,
});
const resetRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/people/reset',
  summary: 'Takes all ways in from somebody, and gives a link with which he chooses new ones',
  body: person,
  answer: linkSchema,
});

const day = daySchema.openapi({ description: 'A day in the Netherlands, itself included.' });
const trailRoute = createRoute({
  method: 'get',
  path: '/api/accounts/trail',
  tags: ['Accounts'],
  summary: 'What was done by whom, the newest first; for administrators',
  request: {
    query: z.strictObject({
      act: z.enum(trailActs).optional(),
      person: z
        .string()
        .max(100)
        .regex(/^\P{Cc}*$/u, { error: 'no control characters' })
        .optional(),
      from: day.optional(),
      until: day.optional(),
      before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
    }),
  },
  responses: {
    200: { description: 'Entries', content: { 'application/json': { schema: trailSchema } } },
    ...accountProblems,
  },
});
const trailPage = 100;

/** What administrators see of everybody, and change. */
export function peopleRoutes(context: ApiContext) {
  return createRoutes()
    .openapi(peopleRoute, async (c) => {
      const { db } = await requireAccounts(c, context);
      await requireAdministrator(c, context);
      return c.json(await describePeople(db), 200);
    })
    .openapi(inviteRoute, async (c) => {
      const { accounts, by, origin } = await readChange(c);
      const invited = c.req.valid('json');
      const made = await inviteSomebody(accounts.db, { ...invited, person: null, by });
      return c.json(await handOver(accounts, invited, origin, made), 200);
    })
    .openapi(withdrawRoute, async (c) => {
      const { accounts, by } = await readChange(c);
      const { id } = c.req.valid('json');
      await accounts.db.transaction().execute(async (transaction) => {
        if (!(await withdrawInvitation(transaction, id))) throw notFound(`No invitation ${id}`);
        await recordAct(transaction, {
          act: 'invitation-withdraw',
          actor: by.actor,
          subject: `invitation:${id}`,
        });
      });
      return c.json(done, 200);
    })
    .openapi(rolesRoute, async (c) => {
      const { id, grants: wanted } = c.req.valid('json');
      const { accounts, by } = await readChange(c);
      // Before he may see it, or a fault would leave him with a map that lacks it.
      await prepareReader(accounts.db, readerOfGrants(wanted), { by: by.actor });
      await change(c, id, async (db, { isLast, actor }) => {
        if (isLast && !mayAdminister(wanted)) throw lastAdministrator();
        await changeGrants(db, id, wanted);
        await recordAct(db, {
          act: 'roles-change',
          actor,
          subject: `person:${id}`,
          detail: { grants: wanted },
        });
      });
      return c.json(done, 200);
    })
    .openapi(endRoute, async (c) => {
      const { id } = c.req.valid('json');
      await change(c, id, async (db, { isLast, actor }) => {
        if (isLast) throw lastAdministrator();
        await endPerson(db, id);
        await recordAct(db, { act: 'person-end', actor, subject: `person:${id}` });
      });
      return c.json(done, 200);
    })
    .openapi(signOutRoute, async (c) => {
      const { id } = c.req.valid('json');
      await change(c, id, async (db, { actor }) => {
        const ended = await endSessions(db, id, { allBut: null });
        await recordAct(db, { act: 'sessions-end', actor, subject: `person:${id}`, detail: { ended } });
      });
      return c.json(done, 200);
    })
    .openapi(removeRoute, async (c) => {
      const { id } = c.req.valid('json');
      await change(c, id, async (db, { isLast, actor }) => {
        if (isLast) throw lastAdministrator();
        await removePerson(db, id);
        await recordAct(db, { act: 'person-remove', actor, subject: `person:${id}` });
      });
      return c.json(done, 200);
    })
    .openapi(resetRoute, async (c) => {
      const { accounts, by, origin } = await readChange(c);
      const found = await resetPerson(accounts.db, c.req.valid('json').id, by);
      if (!found) throw notFound('No such person');
      accounts.forget();
      return c.json(await handOver(accounts, found.person, origin, found), 200);
    })
    .openapi(trailRoute, async (c) => {
      const { db } = await requireAccounts(c, context);
      await requireAdministrator(c, context);
      const entries = await listTrail(db, { ...c.req.valid('query'), limit: trailPage });
      const next = entries.length === trailPage ? (entries.at(-1)?.number ?? null) : null;
      return c.json(
        { entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })), next },
        200,
      );
    });

  async function readChange(c: Context) {
    const accounts = await requireChange(c, context);
    const session = await requireAdministrator(c, context);
    const by = { actor: `person:${session.person.id}` as const, person: session.person.id };
    return { accounts, by, origin: originOf(c, accounts.publicUrl) };
  }

  /** Changes something of somebody, whole or not at all. */
  async function change(
    c: Context,
    id: string,
    act: (db: Database, about: { isLast: boolean; actor: `person:${string}` }) => Promise<void>,
  ): Promise<void> {
    const { accounts, by } = await readChange(c);
    await accounts.db.transaction().execute(async (transaction) => {
      const isKnown = (await listPersons(transaction)).some((one) => one.id === id);
      if (!isKnown) throw notFound('No such person');
      await act(transaction, { isLast: await isLastAdministrator(transaction, id), actor: by.actor });
    });
    accounts.forget();
  }
}

function lastAdministrator(): RequestProblem {
  return new RequestProblem('conflict', 'The last administrator has to stay: make somebody else one first');
}

/** Where mail does not go out the link is all there is, so a mail server that fails is no failure of the invitation. */
async function handOver(
  accounts: Accounts,
  invited: { readonly email: string; readonly name: string },
  origin: string,
  { token, expiresAt }: Pick<Invited, 'token' | 'expiresAt'>,
) {
  const link = addressOfInvitation(origin, token);
  const isMailed = await mailInvitation(accounts, invited, link).catch(() => false);
  return { link, isMailed, expiresAt: expiresAt.toISOString() };
}

async function describePeople(db: Database) {
  const [people, invitations] = [await listPersons(db), await listInvitations(db)];
  return {
    people: people.map(({ grants: roles, ...one }) => ({
      ...one,
      grants: [...roles],
      createdAt: one.createdAt.toISOString(),
      seenAt: one.seenAt?.toISOString() ?? null,
      endedAt: one.endedAt?.toISOString() ?? null,
    })),
    invitations: invitations.map(
      ({ id, email, name, person: anew, grants: roles, createdAt, expiresAt }) => ({
        id,
        email,
        name,
        grants: [...roles],
        isAnew: anew !== null,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      }),
    ),
  };
}
