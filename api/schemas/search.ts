import { z } from '@hono/zod-openapi';
import { areaReferenceSchema } from './common.ts';

export const searchHitSchema = areaReferenceSchema
  .extend({
    boundaryYear: z.number().int().openapi({ description: 'Latest boundary year that has this code.' }),
    municipality: z.object({ code: z.string(), name: z.string() }).nullable(),
  })
  .openapi('SearchHit');

export const searchSchema = z.object({ rows: z.array(searchHitSchema) }).openapi('SearchResult');
export type SearchResult = z.infer<typeof searchSchema>;
