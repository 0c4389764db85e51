import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import {
  type MatrixSetName,
  matrixSetNames,
  matrixSets,
  type TileMatrixSet,
} from '../../../geodata/boundary/tiles/matrix-set.ts';
import { createRoutes } from '../../context.ts';
import { invalidParameter, notFound } from '../../errors.ts';
import type { PublishedReading } from '../../memory/snapshot.ts';
import { htmlType, jsonType, type Link, linkForms } from '../../ogc/addresses.ts';
import { rememberCollectionTiles } from '../../ogc/collection-tiles.ts';
import { type Collection, describeCollection, requireCollection } from '../../ogc/collections.ts';
import { writeList, writeResourcePage } from '../../ogc/html.ts';
import {
  addressMatrixSet,
  describeTileJson,
  describeTileset,
  describeTilesetItem,
  tileJsonType,
} from '../../ogc/tilesets.ts';
import {
  collectionParameter,
  keptQuery,
  matrixSetSchema,
  matrixSetsSchema,
  tilesetQuery,
  tilesetSchema,
  tilesetsSchema,
} from '../../schemas/ogc.ts';
import { numberParameter } from '../../schemas/parameters.ts';
import { notFoundProblem, problems } from '../../schemas/problem.ts';
import { tileType } from '../../schemas/tiles.ts';
import { deliver } from '../../sending/delivery.ts';
import type { PublishedTilesets } from '../../tilesets.ts';
import { type Asked, describeResource, pageType, type Service } from './service.ts';

const collection = z.object({ collectionId: collectionParameter });
const matrixSet = z
  .enum(matrixSetNames, { error: matrixSetNames.join(' or ') })
  .openapi({ type: 'string', enum: [...matrixSetNames] });
const deepest = matrixSets.WebMercatorQuad.tileMatrices.length - 1;
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
  query: tilesetQuery,
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

/** GET /ogc/collections/{collectionId}/tiles and /ogc/tileMatrixSets: OGC API Tiles on the tiles of the map. */
export function tilesetRoutes(
  { context, ask, send }: Service,
  readTilesets: PublishedReading<PublishedTilesets>,
) {
  const tiles = rememberCollectionTiles();
  return createRoutes()
    .openapi(tilesetsRoute, async (c) => {
      const asked = await ask(c, c.req.valid('query'));
      const { form, write, words, language } = asked;
      const found = requireCollection(asked.catalog, asked.figure, c.req.valid('param').collectionId);
      const path = `/collections/${found.id}/tiles`;
      const { title } = describeCollection(found, asked.figure, asked);
      const links = linkForms(write, path, { type: jsonType, form });
      if (form === 'json') {
        const tilesets = matrixSetNames.map((name) =>
          describeTilesetItem(name, { title, path: `${path}/${name}`, write }),
        );
        return send(c, jsonType, JSON.stringify({ links, tilesets }));
      }
      const content = writeList(
        matrixSetNames.map((name) => ({ href: write(`${path}/${name}`, { f: 'html' }), title: name })),
      );
      return send(
        c,
        pageType,
        writeResourcePage({ language, title: `${words.tiles}: ${title}`, links, content }),
      );
    })
    .openapi(tilesetRoute, async (c) => {
      const { f, ...query } = c.req.valid('query');
      const isTileJson = f === 'tilejson';
      const asked = await ask(c, { ...query, f: isTileJson ? 'json' : f });
      const { form, write, words, language } = asked;
      const { collectionId, tileMatrixSetId } = c.req.valid('param');
      const found = requireCollection(asked.catalog, asked.figure, collectionId);
      const path = `/collections/${found.id}/tiles/${tileMatrixSetId}`;
      const { title } = describeCollection(found, asked.figure, asked);
      const tileset = await requireTileset(asked, found);
      if (isTileJson) {
        if (tileMatrixSetId !== 'WebMercatorQuad')
          throw invalidParameter('f', 'json or html: TileJSON knows WebMercatorQuad alone');
        return send(
          c,
          tileJsonType,
          JSON.stringify(describeTileJson(found, tileset, { title, path, write })),
        );
      }
      const metadata = describeTileset(tileMatrixSetId, found, tileset, { title, path, write });
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
      const { collectionId, tileMatrixSetId, tileMatrix: z, tileRow: y, tileCol: x } = c.req.valid('param');
      const found = requireCollection(asked.catalog, asked.figure, collectionId);
      if (z >= matrixSets[tileMatrixSetId].tileMatrices.length)
        throw notFound(`${tileMatrixSetId} has no tile matrix ${z}`);
      if (x >= 2 ** z || y >= 2 ** z)
        throw notFound(`Tile matrix ${z} has rows and columns 0 to ${2 ** z - 1}`);
      const place = { matrix: z, column: x, row: y };
      const { db, reader } = asked;
      const { hash, places } = await requireTileset(asked, found);
      const wish = { ...found, ...place, hash, places };
      const tile = await tiles[tileMatrixSetId](db, reader, wish);
      return tile ? deliver(c, tile) : c.body(null, 204);
    })
    .openapi(matrixSetsRoute, async (c) => {
      const { form, write, words, language } = await ask(c, c.req.valid('query'));
      if (form === 'json') {
        const tileMatrixSets = Object.values<TileMatrixSet>(matrixSets).map(({ id, title, uri }) => ({
          ...{ id, title },
          ...(uri !== undefined && { uri }),
          links: [{ rel: 'self', type: jsonType, title, href: addressMatrixSet(id as MatrixSetName, write) }],
        }));
        return send(c, jsonType, JSON.stringify({ tileMatrixSets }));
      }
      const links = linkForms(write, '/tileMatrixSets', { type: jsonType, form });
      const content = writeList(
        matrixSetNames.map((id) => ({ href: write(`/tileMatrixSets/${id}`, { f: 'html' }), title: id })),
      );
      return send(c, pageType, writeResourcePage({ language, title: words.tileMatrixSets, links, content }));
    })
    .openapi(matrixSetRoute, async (c) => {
      const { form, write, language } = await ask(c, c.req.valid('query'));
      const set = matrixSets[c.req.valid('param').tileMatrixSetId];
      if (form === 'json') return send(c, jsonType, JSON.stringify(set));
      const { id, title, crs } = set;
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
