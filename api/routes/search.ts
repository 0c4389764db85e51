import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { readPostcode } from '../../geodata/postcode.ts';
import { searchPostcodes } from '../../sql/postcodes.ts';
import { searchAreas } from '../../sql/search.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { readerOf } from '../readers/reader.ts';
import { numberParameter, searchText } from '../schemas/parameters.ts';
import { problems } from '../schemas/problem.ts';
import { searchSchema } from '../schemas/search.ts';

const searchRoute = createRoute({
  method: 'get',
  path: '/api/search',
  tags: ['Areas'],
  summary: 'Areas by name, code or postcode',
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
    const [db, reader, postcode] = [requireDatabase(context), await readerOf(c), readPostcode(q)];
    const found = postcode ? await searchPostcodes(db, reader, postcode, limit) : [];
    const rows = found.length > 0 ? found : await searchAreas(db, reader, q, limit);
    return c.json({ rows }, 200);
  });
}
