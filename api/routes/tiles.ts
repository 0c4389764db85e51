import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { findTile } from '../../sql/artefacts.ts';
import type { Reader } from '../../sql/reader.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { notFound, parseParameters } from '../errors.ts';
import type { PublishedReading } from '../memory/snapshot.ts';
import { readerOf } from '../readers/reader.ts';
import { hashParameter, yearParameter } from '../schemas/parameters.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';
import { tileAnswers, tileJsonSchema, tilePlaceParameters, tileType } from '../schemas/tiles.ts';
import { describeArtefact } from '../sending/artefact.ts';
import { deliver } from '../sending/delivery.ts';
import { addressTiles, type PublishedTilesets } from '../tilesets.ts';

const none = z.strictObject({});
const tileJsonParameters = z.object({ boundaryYear: yearParameter });
const tileParameters = z.object({
  boundaryYear: yearParameter,
  hash: hashParameter,
  ...tilePlaceParameters.shape,
});

const tileJsonDescription = createRoute({
  method: 'get',
  path: '/tiles/{boundaryYear}.json',
  tags: ['Tiles'],
  summary: 'TileJSON of the boundaries of a year',
  request: { params: tileJsonParameters },
  responses: {
    200: { description: 'TileJSON 3.0.0', content: { 'application/json': { schema: tileJsonSchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

const tileDescription = createRoute({
  method: 'get',
  path: '/tiles/{boundaryYear}/{hash}/{z}/{x}/{y}.mvt',
  tags: ['Tiles'],
  summary: 'A vector tile; may be kept for a year',
  request: { params: tileParameters },
  responses: {
    ...tileAnswers,
    ...problems,
    ...notFoundProblem,
  },
});

/**
 * GET /tiles/{boundaryYear}.json and the tiles it names. They are registered by hand, because a suffix after a
 * parameter has no place in the paths that the router and OpenAPI share. Which tiles there are is known without asking the
 * database, so that neither the list nor a tile without areas waits for it.
 */
export function tileRoutes(context: ApiContext, readTilesets: PublishedReading<PublishedTilesets>) {
  const routes = createRoutes();
  routes.openAPIRegistry.registerPath(tileJsonDescription);
  routes.openAPIRegistry.registerPath(tileDescription);

  routes.get('/tiles/:file{[^/]+\\.json}', async (c) => {
    parseParameters(none, c.req.query());
    const { boundaryYear } = parseParameters(tileJsonParameters, {
      boundaryYear: c.req.param('file').slice(0, -5),
    });
    const tileset = await findTileset(await readerOf(c), boundaryYear);
    if (!tileset) throw notFound(`No tiles of boundary year ${boundaryYear}`);
    const origin = context.publicUrl ?? new URL(c.req.url).origin;
    return c.json({ ...tileset.tilejson, tiles: [origin + addressTiles(tileset)] }, 200);
  });

  routes.get('/tiles/:boundaryYear/:hash/:z/:x/:file{[^/]+\\.mvt}', async (c) => {
    parseParameters(none, c.req.query());
    const { file, ...place } = c.req.param();
    const { boundaryYear, hash, z, x, y } = parseParameters(tileParameters, {
      ...place,
      y: file.slice(0, -4),
    });
    const reader = await readerOf(c);
    const tileset = await findTileset(reader, boundaryYear);
    if (tileset?.hash === hash && !tileset.places.has(`${z}/${x}/${y}`))
      return c.body(null, 204, { 'Cache-Control': 'public, max-age=31536000, immutable' });
    const tile = await findTile(requireDatabase(context), reader, boundaryYear, hash, z, x, y);
    if (!tile) throw notFound(`No tiles of boundary year ${boundaryYear} with hash ${hash}`);
    return deliver(
      c,
      describeArtefact(tile, { type: tileType, hash: `${hash}-${z}-${x}-${y}`, immutable: true }),
    );
  });
  return routes;

  async function findTileset(reader: Reader, boundaryYear: number) {
    const tilesets = await readTilesets(requireDatabase(context), reader, context.watch?.readStamp);
    return tilesets.get(boundaryYear);
  }
}
