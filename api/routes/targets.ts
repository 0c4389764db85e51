import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { findDefinition } from '../../geodata/dimension.ts';
import { listTargets } from '../../sql/targets.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { notFound } from '../errors.ts';
import type { PublishedReading } from '../memory/snapshot.ts';
import { readerOf } from '../readers/reader.ts';
import type { Catalog } from '../schemas/catalog.ts';
import { addressParameter } from '../schemas/parameters.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';
import { targetsSchema } from '../schemas/target.ts';

const targetsRoute = createRoute({
  method: 'get',
  path: '/api/targets',
  tags: ['Figures'],
  summary: 'What municipalities mean to reach: the figure, the year, and the plan that sets it',
  description:
    'Of all indicators, or of the one that `indicator` names; `targets` in the catalog lists those that have any.',
  request: { query: z.strictObject({ indicator: addressParameter.optional() }) },
  responses: {
    200: { description: 'The targets', content: { 'application/json': { schema: targetsSchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

/** GET /api/targets */
export function targetRoutes(context: ApiContext, readCatalog: PublishedReading<Catalog>) {
  return createRoutes().openapi(targetsRoute, async (c) => {
    const { indicator } = c.req.valid('query');
    const db = requireDatabase(context);
    const reader = await readerOf(c);
    if (indicator !== undefined && !findDefinition(await readCatalog(db, reader), indicator))
      throw notFound(`No indicator ${indicator}`);
    return c.json({ rows: await listTargets(db, reader, { indicator }) }, 200);
  });
}
