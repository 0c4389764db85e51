import { z } from '@hono/zod-openapi';
import { bboxSchema } from './common.ts';
import { numberParameter } from './parameters.ts';

export const tileType = 'application/vnd.mapbox-vector-tile';

const deepestZoom = 24;

/** Where a tile lies, as parts of a path. */
export const tilePlaceParameters = z.object({
  z: numberParameter(0, deepestZoom),
  x: numberParameter(0, 2 ** deepestZoom - 1),
  y: numberParameter(0, 2 ** deepestZoom - 1),
});

/** How a tile is answered. */
export const tileAnswers = {
  200: {
    description: 'The tile',
    content: { [tileType]: { schema: z.string().openapi({ format: 'binary' }) } },
  },
  204: { description: 'Nothing lies in this tile' },
} as const;

const vectorLayerSchema = z.object({
  id: z.string(),
  description: z.string().optional(),
  minzoom: z.number().int().optional(),
  maxzoom: z.number().int().optional(),
  fields: z.record(z.string(), z.string()),
});

export const baseMapSchema = z
  .object({
    tilejson: z.literal('3.0.0'),
    scheme: z.literal('xyz'),
    attribution: z.string(),
    tiles: z.array(z.string()),
    minzoom: z.number().int(),
    maxzoom: z.number().int(),
    bounds: bboxSchema,
  })
  .openapi('BaseMap', { description: 'TileJSON 3.0.0 of the base map; its layers are those of its maker.' });

export const tileJsonSchema = z
  .object({
    tilejson: z.string(),
    name: z.string().optional(),
    description: z.string().optional(),
    attribution: z.string().optional(),
    tiles: z.array(z.string()),
    minzoom: z.number().int(),
    maxzoom: z.number().int(),
    bounds: bboxSchema,
    vector_layers: z.array(vectorLayerSchema),
  })
  .openapi('TileJson', { description: 'TileJSON 3.0.0.' });
