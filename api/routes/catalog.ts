import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import type { PublishedReading } from '../memory/snapshot.ts';
import { readerOf } from '../readers/reader.ts';
import { type Catalog, catalogBodySchema } from '../schemas/catalog.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';

const catalogRoute = createRoute({
  method: 'get',
  path: '/api/catalog',
  tags: ['Catalog'],
  summary: 'Everything there is to show',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'The catalog', content: { 'application/json': { schema: catalogBodySchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

/** GET /api/catalog */
export function catalogRoutes(context: ApiContext, readCatalog: PublishedReading<Catalog>) {
  const offers = { baseMap: Boolean(context.baseMap), findsAddresses: Boolean(context.locationServer) };
  return createRoutes().openapi(catalogRoute, async (c) =>
    c.json({ ...(await readCatalog(requireDatabase(context), await readerOf(c))), ...offers }, 200),
  );
}
