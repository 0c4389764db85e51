import { z } from '@hono/zod-openapi';
import { bboxSchema } from './common.ts';

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
