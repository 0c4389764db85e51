import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Database } from '../../sql/database.ts';
import { listPublicReleases } from '../../sql/public-releases.ts';
import type { Reader } from '../../sql/reader.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { cataloguePath, describeCatalogue } from '../dcat/dcat.ts';
import type { Resource } from '../dcat/graph.ts';
import { writeJsonLd } from '../dcat/json-ld.ts';
import { writeTurtle } from '../dcat/turtle.ts';
import { notFound } from '../errors.ts';
import { type PublishedReading, rememberPublished } from '../memory/snapshot.ts';
import { readOrigin } from '../pages/origin.ts';
import { readerOf } from '../readers/reader.ts';
import type { Catalog } from '../schemas/catalog.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';
import { rememberCompressed } from '../sending/compressed-texts.ts';
import { deliver } from '../sending/delivery.ts';

const forms = {
  '/catalog.jsonld': { type: 'application/ld+json', name: 'JSON-LD', write: writeJsonLd },
  [cataloguePath]: { type: 'text/turtle', name: 'Turtle', write: writeTurtle },
} as const;

/** GET /catalog.jsonld and GET /catalog.ttl: what is public, by DCAT-AP-NL 3.0, whoever asks. */
export function dcatRoutes(context: ApiContext, readCatalog: PublishedReading<Catalog>) {
  const readReleases = rememberPublished((db: Database, reader: Reader) => listPublicReleases(db, reader));
  const routes = createRoutes();
  for (const [path, { type, name, write }] of Object.entries(forms)) {
    const remember = rememberCompressed(`${type}; charset=utf-8`);
    const route = createRoute({
      method: 'get',
      path,
      tags: ['Catalog'],
      summary: `What is public, by DCAT-AP-NL 3.0, as ${name}`,
      request: { query: z.strictObject({}) },
      responses: {
        200: { description: 'The catalogue', content: { [type]: { schema: z.string() } } },
        ...problems,
        ...notFoundProblem,
      },
    });
    routes.openapi(route, async (c) => deliver(c, remember(write(await describe(c)))));
  }
  return routes;

  async function describe(c: Context): Promise<Resource[]> {
    const db = requireDatabase(context);
    const reader = await readerOf(c);
    const catalog = await readCatalog(db, reader, context.watch?.readStamp);
    const releases = await readReleases(db, reader, context.watch?.readStamp);
    if (releases.length === 0) throw notFound('Nothing has been published for everybody yet');
    const { name = null, iri = null, email = null } = context.publisher ?? {};
    const publisher = { name: name ?? `Wijkinformatie ${catalog.region.name.nl}`, iri, email };
    return describeCatalogue(catalog, releases, { origin: readOrigin(c, context.publicUrl), publisher });
  }
}
