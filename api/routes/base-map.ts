import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { type BaseMap, BaseMapError } from '../base-map/base-map.ts';
import { type ApiContext, createRoutes } from '../context.ts';
import { notFound, parseParameters, RequestProblem } from '../errors.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';
import { baseMapSchema, tileAnswers, tilePlaceParameters, tileType } from '../schemas/tiles.ts';

const none = z.strictObject({});
/** The version in the address lets a browser keep tiles, and ask anew for those of another file. */
const version = z.strictObject({ version: z.string().max(40).optional() });

const descriptionRoute = createRoute({
  method: 'get',
  path: '/base-map.json',
  tags: ['Tiles'],
  summary: 'TileJSON of the base map, where one is set',
  request: { query: none },
  responses: {
    200: { description: 'TileJSON 3.0.0', content: { 'application/json': { schema: baseMapSchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

const tileRoute = createRoute({
  method: 'get',
  path: '/base-map/{z}/{x}/{y}.mvt',
  tags: ['Tiles'],
  summary: 'A vector tile of the base map',
  request: { params: tilePlaceParameters, query: version },
  responses: {
    ...tileAnswers,
    ...problems,
    ...notFoundProblem,
    502: { description: 'The base map does not come' },
  },
});

/** GET /base-map.json and its tiles: of the operator's file or service, through this server. */
export function baseMapRoutes({ baseMap }: ApiContext) {
  const routes = createRoutes();
  routes.openAPIRegistry.registerPath(tileRoute);

  routes.openapi(descriptionRoute, async (c) => {
    const { version, ...description } = await requireBaseMap(baseMap).describe();
    const tiles = [`/base-map/{z}/{x}/{y}.mvt?version=${version}`];
    const bounds: [number, number, number, number] = [...description.bounds];
    return c.json({ tilejson: '3.0.0' as const, scheme: 'xyz' as const, ...description, bounds, tiles }, 200);
  });

  routes.get('/base-map/:z/:x/:file{[^/]+\\.mvt}', async (c) => {
    parseParameters(version, c.req.query());
    const { file, ...place } = c.req.param();
    const { z, x, y } = parseParameters(tilePlaceParameters, { ...place, y: file.slice(0, -4) });
    if (x >= 2 ** z || y >= 2 ** z) throw notFound(`No tile ${z}/${x}/${y}`);
    const tile = await readTile(requireBaseMap(baseMap), z, x, y);
    const headers = { 'Cache-Control': 'private, max-age=86400' };
    if (!tile || tile.length === 0) return c.body(null, 204, headers);
    return c.body(new Uint8Array(tile), 200, { ...headers, 'Content-Type': tileType });
  });
  return routes;
}

function requireBaseMap(baseMap: BaseMap | null | undefined): BaseMap {
  if (baseMap) return baseMap;
  throw notFound('No base map is set');
}

async function readTile(baseMap: BaseMap, z: number, x: number, y: number) {
  try {
    return await baseMap.readTile(z, x, y);
  } catch (error) {
    if (error instanceof BaseMapError) throw new RequestProblem('base-map-failed', error.message);
    throw error;
  }
}
