import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { readReleases, readSources } from '../figures/provenance.ts';
import { rememberPublished } from '../memory/snapshot.ts';
import { readerOf } from '../readers/reader.ts';
import { problems } from '../schemas/problem.ts';
import { releasesSchema, sourcesSchema } from '../schemas/provenance.ts';

const releasesRoute = createRoute({
  method: 'get',
  path: '/api/releases',
  tags: ['Catalog'],
  summary: 'What was published, when and from which files',
  request: { query: z.strictObject({}) },
  responses: {
    200: {
      description: 'The published releases',
      content: { 'application/json': { schema: releasesSchema } },
    },
    ...problems,
  },
});

const sourcesRoute = createRoute({
  method: 'get',
  path: '/api/sources',
  tags: ['Catalog'],
  summary: 'From whom the figures and boundaries are, under which licence, and what is provisional',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'The sources', content: { 'application/json': { schema: sourcesSchema } } },
    ...problems,
  },
});

/** GET /api/releases and GET /api/sources */
export function provenanceRoutes(context: ApiContext) {
  const releases = rememberPublished(readReleases);
  const sources = rememberPublished(readSources);
  return createRoutes()
    .openapi(releasesRoute, async (c) =>
      c.json(await releases(requireDatabase(context), await readerOf(c)), 200),
    )
    .openapi(sourcesRoute, async (c) =>
      c.json(await sources(requireDatabase(context), await readerOf(c)), 200),
    );
}
