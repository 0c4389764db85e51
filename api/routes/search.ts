import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { readPostcode } from '../../geodata/postcode.ts';
import type { Database } from '../../sql/database.ts';
import { searchPostcodes } from '../../sql/postcodes.ts';
import { searchAreas } from '../../sql/search.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { searchPlaces } from '../location/places.ts';
import { rememberJson } from '../memory/public-answers.ts';
import { readerOf } from '../readers/reader.ts';
import { numberParameter, searchText } from '../schemas/parameters.ts';
import { problems } from '../schemas/problem.ts';
import { searchSchema } from '../schemas/search.ts';

const searchRoute = createRoute({
  method: 'get',
  path: '/api/search',
  tags: ['Areas'],
  summary: 'Areas by name, code or postcode, and by address where a location server is set',
  request: { query: z.strictObject({ q: searchText, limit: numberParameter(1, 50).default(10) }) },
  responses: {
    200: { description: 'The best first', content: { 'application/json': { schema: searchSchema } } },
    ...problems,
  },
});

/** GET /api/search */
export function searchRoutes(context: ApiContext) {
  const answerNames = rememberJson();
  return createRoutes().openapi(searchRoute, async (c) => {
    const { q, limit } = c.req.valid('query');
    const [db, reader, postcode] = [requireDatabase(context), await readerOf(c), readPostcode(q)];
    const found = postcode ? await searchPostcodes(db, reader, postcode, limit) : [];
    if (found.length > 0) return c.json({ rows: found, addresses: 'not-asked' as const }, 200);
    const { locationServer: server = null, logger } = context;
    if (!server) {
      const read = async (together: Database) => ({
        rows: await searchAreas(together, reader, q, limit),
        addresses: 'not-asked' as const,
      });
      return answerNames(c, { db, reader, asked: [q, limit], read });
    }
    const [named, { hits, addresses }] = await Promise.all([
      searchAreas(db, reader, q, limit),
      searchPlaces({ server, logger }, db, reader, q),
    ]);
    // A number is that of a house: names that look like it come after the house itself.
    const rows = /\d/.test(q) ? [...hits, ...named] : [...leaveRoom(named, hits.length, limit), ...hits];
    return c.json({ rows: rows.slice(0, limit), addresses }, 200);
  });
}

/** Names as far as they leave room for what comes after them: half of it at most. */
function leaveRoom<T>(named: readonly T[], after: number, limit: number): T[] {
  return named.slice(0, limit - Math.min(after, Math.floor(limit / 2)));
}
