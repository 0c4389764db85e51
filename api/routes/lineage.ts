import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { listLineage } from '../../sql/lineage.ts';
import { publicReader } from '../../sql/reader.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { invalidParameter, notFound } from '../errors.ts';
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
  return createRoutes().openapi(lineageRoute, async (c) => {
    const { from, to, level } = c.req.valid('query');
    if (from >= to) throw invalidParameter('to', `a boundary year after ${from}`);
    const rows = await listLineage(requireDatabase(context), publicReader, from, to);
    if (rows.length === 0) throw notFound(`No lineage from the boundaries of ${from} to those of ${to}`);
    const ofLevel = rows.filter((row) => level === undefined || row.level === level);
    return c.json({ from, to, rows: ofLevel.map(({ fromYear: _from, toYear: _to, ...row }) => row) }, 200);
  });
}
