import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { isRestricted } from '../../geodata/presentation/restriction.ts';
import type { Database } from '../../sql/database.ts';
import {
  countPresentations,
  findPresentation,
  removePresentation,
  writePresentation,
} from '../../sql/presentations/presentations.ts';
import type { PresentationReader } from '../../sql/presentations/reader.ts';
import { changeTogether, requireChanger } from '../changes/changing.ts';
import { type ApiContext, createRoutes, requireDatabase, requirePrimary } from '../context.ts';
import { invalidParameter, notFound, RequestProblem } from '../errors.ts';
import { describeOwner, findPresentationReader } from '../presentations/reader.ts';
import { tellPresentation } from '../presentations/telling.ts';
import { type NewPresentation, newPresentationSchema, presentationSchema } from '../schemas/presentation.ts';
import { accountProblems, notFoundProblem, problems } from '../schemas/problem.ts';
import { bodyOf, numberParameters } from '../schemas/written.ts';

/** How many presentations one person keeps. */
const most = 200;

const presentationRoute = createRoute({
  method: 'get',
  path: '/api/presentations/{id}',
  tags: ['Presentations'],
  summary: 'A presentation: views in an order, with what is said of each',
  request: { params: numberParameters, query: z.strictObject({}) },
  responses: {
    200: { description: 'The presentation', content: { 'application/json': { schema: presentationSchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

const changeRoute = createRoute({
  method: 'put',
  path: '/api/presentations/{id}',
  tags: ['Presentations'],
  summary: 'Keeps a presentation, for who is signed in; or changes it or takes it away, for its owner',
  description: 'Answers the version that it has then; 0 where it was taken away.',
  request: { params: numberParameters, body: bodyOf(newPresentationSchema) },
  responses: {
    200: {
      description: 'Its version',
      content: { 'application/json': { schema: z.object({ version: z.number().int() }) } },
    },
    ...accountProblems,
  },
});

/** GET and PUT /api/presentations/{id} */
export function presentationRoutes(context: ApiContext) {
  return createRoutes()
    .openapi(presentationRoute, async (c) => {
      const { id } = c.req.valid('param');
      const asker = await findPresentationReader(c, context, requireDatabase(context));
      const found =
        (await tellPresentation(requireDatabase(context), asker, id)) ??
        // A replica may not have one that was kept a moment ago.
        (await tellPresentation(requirePrimary(context), asker, id));
      if (found) return c.json(found, 200);
      throw notFound(`No presentation ${id}`);
    })
    .openapi(changeRoute, async (c) => {
      const { id } = c.req.valid('param');
      const { remove = false, ...body } = c.req.valid('json');
      const session = await requireChanger(c, context);
      const db = requirePrimary(context);
      const owner = await describeOwner(db, session);
      if (body.version > 0) await requireOwn(db, owner, id);
      else if ((await countPresentations(db, session.person.id)) >= most)
        throw new RequestProblem('conflict', `You keep ${most} presentations already: remove one first`);
      if (!remove) requireShareable(owner, body);
      await changeTogether(
        context,
        session,
        {
          act: 'presentation-change',
          subject: `presentation:${id}`,
          detail: { sharedWith: body.sharedWith, slides: body.slides.length, removed: remove },
        },
        (inside) => {
          const written = { id, owner: session.person.id, ...body };
          return remove ? removePresentation(inside, written) : writePresentation(inside, written);
        },
      );
      return c.json({ version: remove ? 0 : body.version + 1 }, 200);
    });
}

/** Throws a problem 404 for who may not see it, and 403 for who is not its owner. */
async function requireOwn(db: Database, owner: PresentationReader, id: string): Promise<void> {
  const found = await findPresentation(db, owner, id);
  if (!found) throw notFound(`No presentation ${id}`);
  if (!found.isOwn)
    throw new RequestProblem('forbidden', 'A presentation is changed by its owner: keep a copy');
}

/** Nobody shares with more than he may see himself, nor keeps a slide of which he was not told what it shows. */
function requireShareable(
  { reader, organisations }: PresentationReader,
  { sharedWith, organisation, slides }: NewPresentation,
): void {
  if ((sharedWith === 'organisation') !== (organisation !== null))
    throw invalidParameter('organisation', 'the one that it is shared with; for sharing with one alone');
  if (organisation !== null && !organisations.includes(organisation))
    throw invalidParameter('organisation', 'choose one that you work for');
  if (sharedWith !== 'owner' && sharedWith !== 'organisation' && !reader.rights.includes(sharedWith))
    throw invalidParameter('sharedWith', 'choose readers whose figures you may see yourself');
  const hidden = slides.findIndex(isRestricted);
  if (hidden >= 0)
    throw invalidParameter('slides', `slide ${hidden + 1} shows what you may not see: take it out first`);
}
