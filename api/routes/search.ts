import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { searchAreas } from '../../sql/search.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { readerOf } from '../reader.ts';
import { numberParameter, searchText } from '../schemas/parameters.ts';
import { problems } from '../schemas/problem.ts';
import { searchSchema } from '../schemas/search.ts';

const searchRoute = createRoute({
  method: 'get',
  path: '/api/search',
  tags: ['Areas'],
  summary: 'Areas by name or code',
  request: { query: z.strictObject({ q: searchText, limit: numberParameter(1, 50).default(10) }) },
  responses: {
    200: { description: 'The best first', content: { 'application/json': { schema: searchSchema } } },
    ...problems,
  },
});

/** GET /api/search */
export function searchRoutes(context: ApiContext) {
  return createRoutes().openapi(searchRoute, async (c) => {
    const { q, limit } = c.req.valid('query');
    const rows = await searchAreas(requireDatabase(context), await readerOf(c), q, limit);
    return c.json({ rows }, 200);
  });
}
