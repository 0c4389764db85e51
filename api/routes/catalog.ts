import { createRoute } from '@hono/zod-openapi';
import type { TypedResponse } from 'hono';
import { z } from 'zod';
import { publicReader } from '../../sql/reader.ts';
import { type Artefact, compressArtefact, sendArtefact } from '../artefact.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { type Catalog, catalogSchema } from '../schemas/catalog.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';
import type { PublishedReading } from '../snapshot.ts';

const catalogRoute = createRoute({
  method: 'get',
  path: '/api/catalog',
  tags: ['Catalog'],
  summary: 'Everything there is to show',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'The catalog', content: { 'application/json': { schema: catalogSchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

/** GET /api/catalog; asked for by every visitor, so it is compressed once a publication. */
export function catalogRoutes(context: ApiContext, readCatalog: PublishedReading<Catalog>) {
  const compressed = new WeakMap<Catalog, Promise<Artefact>>();
  return createRoutes().openapi(catalogRoute, async (c) => {
    const catalog = await readCatalog(requireDatabase(context), publicReader);
    const artefact = compressed.get(catalog) ?? compressArtefact(JSON.stringify(catalog));
    compressed.set(catalog, artefact);
    const response = await sendArtefact(c, await artefact, { type: 'application/json', immutable: false });
    return response as typeof response & TypedResponse<Catalog, 200, 'json'>;
  });
}
