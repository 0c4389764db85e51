import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { listAreaList } from '../../sql/area-list.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { notFound } from '../errors.ts';
import { readerOf } from '../readers/reader.ts';
import { areaListSchema } from '../schemas/area-list.ts';
import { mapLevelParameter, yearParameter } from '../schemas/parameters.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';

const placesRoute = createRoute({
  method: 'get',
  path: '/api/areas',
  tags: ['Areas'],
  summary: 'All areas of a level: their names, where they lie and which border on which',
  request: { query: z.strictObject({ boundaryYear: yearParameter, level: mapLevelParameter }) },
  responses: {
    200: { description: 'The areas, by code', content: { 'application/json': { schema: areaListSchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

/** GET /api/areas */
export function areaListRoutes(context: ApiContext) {
  return createRoutes().openapi(placesRoute, async (c) => {
    const { boundaryYear, level } = c.req.valid('query');
    const rows = await listAreaList(requireDatabase(context), await readerOf(c), boundaryYear, level);
    if (rows.length === 0)
      throw notFound(`No boundaries of ${boundaryYear} with areas of the level ${level}`);
    return c.json({ boundaryYear, level, rows }, 200);
  });
}
