import type { OpenAPIHono } from '@hono/zod-openapi';
import { type ApiContext, createRoutes } from '../../context.ts';
import type { PublishedReading } from '../../memory/snapshot.ts';
import { servicePath } from '../../ogc/addresses.ts';
import type { Catalog } from '../../schemas/catalog.ts';
import type { PublishedTilesets } from '../../tilesets.ts';
import { collectionRoutes } from './collections.ts';
import { itemRoutes } from './items.ts';
import { landingRoutes } from './landing.ts';
import { createService } from './service.ts';
import { tilesetRoutes } from './tiles.ts';

/** GET /ogc and all below: OGC API Features and OGC API Tiles. */
export function ogcRoutes(
  context: ApiContext,
  readCatalog: PublishedReading<Catalog>,
  readTilesets: PublishedReading<PublishedTilesets>,
) {
  const service = createService(context, readCatalog);
  const routes: OpenAPIHono = createRoutes();
  routes.route(
    '/',
    landingRoutes(service, () => routes),
  );
  routes.route('/', collectionRoutes(service));
  routes.route('/', itemRoutes(service));
  routes.route('/', tilesetRoutes(service, readTilesets));
  const outer = createRoutes().route(servicePath, routes);
  outer.get(`${servicePath}/`, (c) => c.redirect(`${servicePath}${new URL(c.req.url).search}`, 301));
  return outer;
}
