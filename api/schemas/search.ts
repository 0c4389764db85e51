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
    place: z.string().optional().openapi({
      description: 'The address, street or town in this neighbourhood that was found.',
      example: 'Oude Markt 24, 7511GB Enschede',
    }),
  })
  .openapi('SearchHit');

export const searchSchema = z
  .object({
    rows: z.array(searchHitSchema),
    addresses: z.enum(['asked', 'not-asked', 'unavailable']).openapi({
      description:
        'Whether addresses were looked for too: `not-asked` where no location server is set, or none was needed; `unavailable` where it did not answer.',
    }),
  })
  .openapi('SearchResult');
export type SearchResult = z.infer<typeof searchSchema>;
