import { z } from '@hono/zod-openapi';
import { areaReferenceSchema } from './common.ts';

export const searchHitSchema = areaReferenceSchema
  .extend({
    boundaryYear: z.number().int().openapi({ description: 'Latest boundary year that has this code.' }),
    municipality: z.object({ code: z.string(), name: z.string() }).nullable(),
    postcode: z
      .object({
        code: z.string().openapi({ description: 'As it was asked for: `7511AB`, or `7511`.' }),
        share: z.number().openapi({
          description:
            'Of its addresses how many lie in this neighbourhood, 0 to 1; 1 where the house number does.',
        }),
      })
      .optional()
      .openapi({ description: 'Where a postcode was asked for.' }),
  })
  .openapi('SearchHit');

export const searchSchema = z.object({ rows: z.array(searchHitSchema) }).openapi('SearchResult');
export type SearchResult = z.infer<typeof searchSchema>;
