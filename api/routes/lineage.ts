import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { publicReader } from '../../sql/reader.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { readLineage } from '../lineage.ts';
import { lineageSchema } from '../schemas/lineage.ts';
import { mapLevelParameter, yearParameter } from '../schemas/parameters.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';

const lineageRoute = createRoute({
  method: 'get',
  path: '/api/lineage',
  tags: ['Areas'],
  summary: 'What became of the areas from one boundary year to another',
  request: {
    query: z.strictObject({
      from: yearParameter,
      to: yearParameter,
      level: mapLevelParameter.optional(),
    }),
  },
  responses: {
    200: {
      description: 'One row a pair of areas that share ground',
      content: { 'application/json': { schema: lineageSchema } },
    },
    ...problems,
    ...notFoundProblem,
  },
});

/** GET /api/lineage */
export function lineageRoutes(context: ApiContext) {
  return createRoutes().openapi(lineageRoute, async (c) =>
    c.json(await readLineage(requireDatabase(context), publicReader, c.req.valid('query')), 200),
  );
}
