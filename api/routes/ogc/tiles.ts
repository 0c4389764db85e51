import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { keepLayer } from '../../../geodata/boundary/tiles/layers.ts';
import { webMercatorQuad } from '../../../geodata/boundary/tiles/matrix-set.ts';
import { findTile } from '../../../sql/artefacts.ts';
import { createRoutes } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { rememberReading } from '../../memory/recent-memory.ts';
import type { PublishedReading } from '../../memory/snapshot.ts';
import { htmlType, jsonType, type Link, linkForms } from '../../ogc/addresses.ts';
import { type Collection, describeCollection, requireCollection } from '../../ogc/collections.ts';
import { writeList, writeResourcePage } from '../../ogc/html.ts';
import { addressMatrixSet, describeTileset, describeTilesetItem } from '../../ogc/tilesets.ts';
import {
  collectionParameter,
  keptQuery,
  matrixSetSchema,
  matrixSetsSchema,
  tilesetSchema,
  tilesetsSchema,
} from '../../schemas/ogc.ts';
import { numberParameter } from '../../schemas/parameters.ts';
import { notFoundProblem, problems } from '../../schemas/problem.ts';
import { tileType } from '../../schemas/tiles.ts';
import { describeArtefact } from '../../sending/artefact.ts';
import { compressOnce } from '../../sending/compression.ts';
import { type Deliverable, deliver } from '../../sending/delivery.ts';
import type { PublishedTilesets } from '../../tilesets.ts';
import { type Asked, describeResource, pageType, type Service } from './service.ts';

const collection = z.object({ collectionId: collectionParameter });
const matrixSet = z
  .literal(webMercatorQuad.id, { error: webMercatorQuad.id })
  .openapi({ type: 'string', enum: [webMercatorQuad.id] });
const deepest = webMercatorQuad.tileMatrices.length - 1;
const tileNumber = numberParameter(0, 2 ** deepest - 1);

const tilesetsRoute = describeResource({
  path: '/collections/{collectionId}/tiles',
  summary: 'Tilesets of a collection',
  query: keptQuery,
  params: collection,
  type: jsonType,
  schema: tilesetsSchema,
});

const tilesetRoute = describeResource({
  path: '/collections/{collectionId}/tiles/{tileMatrixSetId}',
  summary: 'A tileset of a collection',
  query: keptQuery,
  params: collection.extend({ tileMatrixSetId: matrixSet }),
  type: jsonType,
  schema: tilesetSchema,
});

const tileRoute = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}',
  tags: ['OGC API'],
  summary: 'A vector tile of a collection',
  request: {
    query: keptQuery.extend({ f: z.literal('mvt', { error: 'mvt' }).optional() }),
    params: collection.extend({
      tileMatrixSetId: matrixSet,
      tileMatrix: numberParameter(0, deepest),
      tileRow: tileNumber,
      tileCol: tileNumber,
    }),
  },
  responses: {
    200: {
      description: 'The layer of the collection, in a Mapbox Vector Tile',
      content: { [tileType]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
    204: { description: 'Nothing lies in this tile' },
    ...problems,
    ...notFoundProblem,
  },
});

const matrixSetsRoute = describeResource({
  path: '/tileMatrixSets',
  summary: 'Tile matrix sets that tiles are in',
  query: keptQuery,
  type: jsonType,
  schema: matrixSetsSchema,
});

const matrixSetRoute = describeResource({
  path: '/tileMatrixSets/{tileMatrixSetId}',
  summary: 'A tile matrix set',
  query: keptQuery,
  params: z.object({ tileMatrixSetId: matrixSet }),
  type: jsonType,
  schema: matrixSetSchema,
});

/** Of tiles with one layer, so many are kept; some kilobytes each. */
const mostTiles = 500;

/** GET /ogc/collections/{collectionId}/tiles and /ogc/tileMatrixSets: OGC API Tiles on the tiles of the map. */
export function tilesetRoutes(
  { context, ask, send }: Service,
  readTilesets: PublishedReading<PublishedTilesets>,
) {
  const remember = rememberReading<Deliverable | null>(mostTiles);
  return createRoutes()
    .openapi(tilesetsRoute, async (c) => {
      const asked = await ask(c, c.req.valid('query'));
      const { form, write, words, language } = asked;
      const found = requireCollection(asked.catalog, asked.figure, c.req.valid('param').collectionId);
      const path = `/collections/${found.id}/tiles`;
      const own = `${path}/${webMercatorQuad.id}`;
      const { title } = describeCollection(found, asked.figure, asked);
      const links = linkForms(write, path, { type: jsonType, form });
      if (form === 'json')
        return send(
          c,
          jsonType,
          JSON.stringify({ links, tilesets: [describeTilesetItem(title, own, write)] }),
        );
      const content = writeList([{ href: write(own, { f: 'html' }), title: webMercatorQuad.id }]);
      return send(
        c,
        pageType,
        writeResourcePage({ language, title: `${words.tiles}: ${title}`, links, content }),
      );
    })
    .openapi(tilesetRoute, async (c) => {
      const asked = await ask(c, c.req.valid('query'));
      const { form, write, words, language } = asked;
      const found = requireCollection(asked.catalog, asked.figure, c.req.valid('param').collectionId);
      const path = `/collections/${found.id}/tiles/${webMercatorQuad.id}`;
      const { title } = describeCollection(found, asked.figure, asked);
      const tileset = await requireTileset(asked, found);
      const metadata = describeTileset(found, tileset, { title, path, write });
      if (form === 'json') return send(c, jsonType, JSON.stringify(metadata));
      const links: Link[] = [
        ...linkForms(write, path, { type: jsonType, form }),
        {
          rel: 'collection',
          type: htmlType,
          title: words.up,
          href: write(`/collections/${found.id}`, { f: 'html' }),
        },
      ];
      const template = metadata.links.find(({ templated }) => templated)?.href ?? '';
      const page = { language, title: `${words.tiles}: ${title}`, description: `\`${template}\``, links };
      return send(c, pageType, writeResourcePage(page));
    })
    .openapi(tileRoute, async (c) => {
      const { f: _form, ...query } = c.req.valid('query');
      const asked = await ask(c, query);
      const { collectionId, tileMatrix: z, tileRow: y, tileCol: x } = c.req.valid('param');
      const found = requireCollection(asked.catalog, asked.figure, collectionId);
      if (x >= 2 ** z || y >= 2 ** z)
        throw notFound(`Tile matrix ${z} has rows and columns 0 to ${2 ** z - 1}`);
      const { hash, places } = await requireTileset(asked, found);
      if (!places.has(`${z}/${x}/${y}`)) return c.body(null, 204);
      const { db, reader } = asked;
      const { level, boundaryYear } = found;
      // Whoever comes here may see the tileset of this hash.
      const tile = await remember(`${boundaryYear} ${hash} ${z}/${x}/${y} ${level}`, async () => {
        const stored = await findTile(db, reader, boundaryYear, hash, z, x, y);
        if (!stored) throw notFound(`The tiles of ${boundaryYear} were replaced: ask again`);
        const whole = await describeArtefact(stored, { type: tileType, hash, immutable: false }).encode(
          'identity',
        );
        const layer = keepLayer(whole ?? new Uint8Array(), level);
        return (
          layer && {
            type: tileType,
            hash: `${hash}-${level}-${z}-${x}-${y}`,
            immutable: false,
            encode: compressOnce(layer),
          }
        );
      });
      return tile ? deliver(c, tile) : c.body(null, 204);
    })
    .openapi(matrixSetsRoute, async (c) => {
      const { form, write, words, language } = await ask(c, c.req.valid('query'));
      const { id, title, uri } = webMercatorQuad;
      const own = [{ rel: 'self', type: jsonType, title, href: addressMatrixSet(write) }];
      if (form === 'json')
        return send(c, jsonType, JSON.stringify({ tileMatrixSets: [{ id, title, uri, links: own }] }));
      const links = linkForms(write, '/tileMatrixSets', { type: jsonType, form });
      const content = writeList([{ href: write(`/tileMatrixSets/${id}`, { f: 'html' }), title: id }]);
      return send(c, pageType, writeResourcePage({ language, title: words.tileMatrixSets, links, content }));
    })
    .openapi(matrixSetRoute, async (c) => {
      const { form, write, language } = await ask(c, c.req.valid('query'));
      if (form === 'json') return send(c, jsonType, JSON.stringify(webMercatorQuad));
      const { id, title, crs } = webMercatorQuad;
      const links = linkForms(write, `/tileMatrixSets/${id}`, { type: jsonType, form });
      return send(
        c,
        pageType,
        writeResourcePage({ language, title: id, description: `${title}, ${crs}`, links }),
      );
    });

  async function requireTileset({ db, reader }: Asked, { boundaryYear }: Collection) {
    const tilesets = await readTilesets(db, reader, context.watch?.readStamp);
    const tileset = tilesets.get(boundaryYear);
    if (!tileset) throw notFound(`No tiles of boundary year ${boundaryYear}`);
    return tileset;
  }
}
