import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { municipalityOfCode } from '../../geodata/area.ts';
import { mayAdminister, mayEdit, mayTakePart } from '../../geodata/grant.ts';
import type { SharedList } from '../../geodata/policy/shared-list.ts';
import type { Session } from '../../sql/accounts/sessions.ts';
import type { Database } from '../../sql/database.ts';
import {
  changeList,
  createList,
  joinList,
  leaveList,
  removeArea,
  removeList,
  writeArea,
} from '../../sql/lists/changes.ts';
import { findUnknownArea, listJoined, listSharedLists } from '../../sql/lists/lists.ts';
import type { TrailAct, TrailDetails } from '../../sql/trail.ts';
import { listOrganisations } from '../accounts/organisations.ts';
import { changeTogether, requireChanger } from '../changes/changing.ts';
import { requireKnownAddresses } from '../changes/known-addresses.ts';
import { requireKnownContribution } from '../changes/known-contribution.ts';
import { type ApiContext, createRoutes, requireDatabase, requirePrimary } from '../context.ts';
import { invalidParameter, notFound, RequestProblem } from '../errors.ts';
import { readerOf } from '../readers/reader.ts';
import { accountProblems, problems } from '../schemas/problem.ts';
import {
  areaParameters,
  membershipSchema,
  newAreaSchema,
  newListSchema,
  sharedListsSchema,
} from '../schemas/shared-list.ts';
import { bodyOf, numberParameters } from '../schemas/written.ts';

const content = { 'application/json': { schema: sharedListsSchema } };

const listsRoute = createRoute({
  method: 'get',
  path: '/api/shared-lists',
  tags: ['Policy'],
  summary: 'Areas of several municipalities with one problem, that are tackled together',
  request: { query: z.strictObject({}) },
  responses: { 200: { description: 'Lists', content }, ...problems },
});

const change = {
  method: 'put' as const,
  tags: ['Policy'],
  description: 'Answers the list as it is then; nothing where it was taken away.',
  responses: { 200: { description: 'The list', content }, ...accountProblems },
};

const listRoute = createRoute({
  ...change,
  path: '/api/shared-lists/{id}',
  summary: 'Makes a list, for who works with others; or changes it or takes it away, for who joined in',
  request: { params: numberParameters, body: bodyOf(newListSchema) },
});
const areaRoute = createRoute({
  ...change,
  path: '/api/shared-lists/{id}/areas/{area}',
  summary:
    'Says who does what in an area, puts it on the list or takes it off; for who joined in and for its editors',
  request: { params: areaParameters, body: bodyOf(newAreaSchema) },
});
const membershipRoute = createRoute({
  ...change,
  path: '/api/shared-lists/{id}/membership',
  summary: 'Joins in, or does not any more',
  request: { params: numberParameters, body: bodyOf(membershipSchema) },
});

/** GET /api/shared-lists, and what changes a list. */
export function sharedListRoutes(context: ApiContext) {
  return createRoutes()
    .openapi(listsRoute, async (c) => {
      const rows = await listSharedLists(requireDatabase(context), await readerOf(c));
      return c.json({ rows }, 200);
    })
    .openapi(listRoute, async (c) => {
      const { id: number } = c.req.valid('param');
      const { remove = false, areas, ...head } = c.req.valid('json');
      const session = await requirePartner(c);
      const db = requirePrimary(context);
      if (head.version > 0) {
        await requireMember(db, session, number);
        await write(session, number, 'list-change', { removed: remove }, (inside) =>
          remove
            ? removeList(inside, { id: number, version: head.version })
            : changeList(inside, { id: number, ...head }),
        );
        return answer(c, session, number);
      }
      await requireKnownAddresses(db, session.reader, 'indicator', [head.indicator]);
      await requireKnownAreas(db, session, areas);
      const organisation = await requireOrganisation(db, session);
      await write(session, number, 'list-change', { begins: head.indicator, areas }, async (inside) => {
        await createList(inside, { id: number, ...head }, [...new Set(areas)], session.person.id);
        await joinList(inside, { list: number, person: session.person.id, organisation });
      });
      return answer(c, session, number);
    })
    .openapi(areaRoute, async (c) => {
      const { id: number, area } = c.req.valid('param');
      const { remove = false, isMine, ...body } = c.req.valid('json');
      const session = await requirePartner(c);
      const db = requirePrimary(context);
      if (!mayEdit(session.grants, municipalityOfCode(area))) await requireMember(db, session, number);
      else await requireList(db, session, number);
      await requireKnownAreas(db, session, [area]);
      await requireKnownContribution(db, session.reader, {
        field: 'practice',
        kind: 'practice',
        id: body.practice.id,
      });
      const person = isMine === null ? undefined : isMine ? session.person.id : null;
      await write(session, number, 'list-change', { area, removed: remove }, (inside) =>
        remove
          ? removeArea(inside, number, { area, version: body.version })
          : writeArea(inside, number, { area, ...body }, person),
      );
      return answer(c, session, number);
    })
    .openapi(membershipRoute, async (c) => {
      const { id: list } = c.req.valid('param');
      const { isMember } = c.req.valid('json');
      const session = await requirePartner(c);
      const db = requirePrimary(context);
      await requireList(db, session, list);
      const person = session.person.id;
      const organisation = await requireOrganisation(db, session);
      await write(session, list, isMember ? 'list-join' : 'list-leave', {}, (inside) =>
        isMember ? joinList(inside, { list, person, organisation }) : leaveList(inside, { list, person }),
      );
      return answer(c, session, list);
    });

  /** Who is signed in and works with others; throws a problem 401 or 403. */
  async function requirePartner(c: Context): Promise<Session> {
    const session = await requireChanger(c, context);
    if (mayTakePart(session.grants)) return session;
    throw new RequestProblem('forbidden', 'Only partners, editors and administrators work together here');
  }

  function write(
    session: Session,
    list: string,
    act: TrailAct,
    detail: TrailDetails,
    work: (db: Database) => Promise<void>,
  ): Promise<void> {
    return changeTogether(context, session, { act, subject: `list:${list}`, detail }, work);
  }

  async function answer(c: Context, { reader }: Session, list: string) {
    return c.json({ rows: await listSharedLists(requirePrimary(context), reader, { id: list }) }, 200);
  }
}

/** The list of a number that whoever is signed in may see; throws a problem 404. */
async function requireList(db: Database, { reader }: Session, number: string): Promise<SharedList> {
  const [list] = await listSharedLists(db, reader, { id: number });
  if (list) return list;
  throw notFound(`No list ${number}`);
}

/** Throws a problem 403 for who did not join in, and 404 where there is no list. */
async function requireMember(db: Database, session: Session, number: string): Promise<void> {
  await requireList(db, session, number);
  if (mayAdminister(session.grants) || (await listJoined(db, session.person.id)).includes(number)) return;
  throw new RequestProblem('forbidden', 'Join in first: a list is changed by who works on it');
}

async function requireKnownAreas(db: Database, { reader }: Session, codes: readonly string[]): Promise<void> {
  const unknown = await findUnknownArea(db, reader, codes);
  if (unknown !== null) throw invalidParameter('areas', `there is no area ${unknown}`);
}

/** In whose name somebody joins in; throws a problem 403 where no region is there to work for. */
async function requireOrganisation(db: Database, session: Session): Promise<string> {
  const [first] = await listOrganisations(db, session);
  if (first !== undefined) return first;
  throw new RequestProblem('forbidden', 'There is no region yet: import its figures first');
}
