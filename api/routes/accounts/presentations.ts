import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { listPresentations } from '../../../sql/presentations/presentations.ts';
import { requireAccounts, requireFullSession } from '../../accounts/asking.ts';
import { type ApiContext, createRoutes } from '../../context.ts';
import { describeOwner } from '../../presentations/reader.ts';
import { presentationsSchema } from '../../schemas/presentation.ts';
import { accountProblems } from '../../schemas/problem.ts';

const ownRoute = createRoute({
  method: 'get',
  path: '/api/accounts/presentations',
  tags: ['Accounts'],
  summary: 'The presentations of who asks, and those that his organisations share',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'Presentations', content: { 'application/json': { schema: presentationsSchema } } },
    ...accountProblems,
  },
});

/** GET /api/accounts/presentations */
export function ownPresentationRoutes(context: ApiContext) {
  return createRoutes().openapi(ownRoute, async (c) => {
    const { db } = await requireAccounts(c, context);
    const owner = await describeOwner(db, await requireFullSession(c, context));
    return c.json({ rows: await listPresentations(db, owner), organisations: [...owner.organisations] }, 200);
  });
}
