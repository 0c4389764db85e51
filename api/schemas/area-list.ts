import { z } from '@hono/zod-openapi';
import { bboxSchema, mapLevelSchema, positionSchema } from './common.ts';

export const listedAreaSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    parent: z.string().nullable().openapi({ description: 'Code of the area one level up.' }),
    index: z.number().int().openapi({ description: 'Feature id in the tiles and row in the columns.' }),
    water: z.boolean(),
    bbox: bboxSchema,
    centroid: positionSchema.openapi({ description: 'A point inside the area, to label it.' }),
    neighbours: z
      .array(z.string())
      .openapi({ description: 'Codes of the areas of the same level that share a border.' }),
  })
  .openapi('ListedArea');

export const areaListSchema = z
  .object({ boundaryYear: z.number().int(), level: mapLevelSchema, rows: z.array(listedAreaSchema) })
  .openapi('AreaList');
