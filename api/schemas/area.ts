import { z } from '@hono/zod-openapi';
import { areaReferenceSchema, bboxSchema, levelSchema, positionSchema } from './common.ts';

export const areaSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    level: levelSchema,
    boundaryYear: z.number().int(),
    boundaryYears: z
      .array(z.number().int())
      .openapi({ description: 'Every boundary year that has this code.' }),
    index: z.number().int().nullable().openapi({
      description:
        'Feature id in the tiles and row in the columns; null for a level without borders of its own.',
    }),
    parents: z
      .array(areaReferenceSchema)
      .openapi({ description: 'From the level just above to the country.' }),
    children: z.array(areaReferenceSchema),
    neighbours: z
      .array(areaReferenceSchema)
      .openapi({ description: 'Areas of the same level that share a border.' }),
    water: z.boolean(),
    areaM2: z.number().nullable(),
    bbox: bboxSchema.nullable(),
    centroid: positionSchema.nullable().openapi({ description: 'A point inside the area, to label it.' }),
  })
  .openapi('Area');
export type AreaBody = z.infer<typeof areaSchema>;
