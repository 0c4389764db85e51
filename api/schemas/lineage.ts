import { z } from '@hono/zod-openapi';
import { changes } from '../../geodata/boundary/lineage/change.ts';
import { mapLevelSchema } from './common.ts';

export const lineageRowSchema = z
  .object({
    level: mapLevelSchema,
    fromCode: z.string().nullable().openapi({ description: 'null for new ground' }),
    toCode: z.string().nullable().openapi({ description: 'null for lost ground' }),
    change: z.enum(changes),
    areaShare: z.number().openapi({ description: 'Share of the area of `fromCode` that lies in `toCode`.' }),
    populationShare: z.number().nullable(),
    toAreaShare: z
      .number()
      .nullable()
      .openapi({ description: 'Share of the area of `toCode` that came from `fromCode`.' }),
    toPopulationShare: z.number().nullable(),
  })
  .openapi('LineageRow');

export const lineageSchema = z
  .object({
    from: z.number().int(),
    to: z.number().int(),
    method: z.enum(['overlay', 'chain']),
    years: z
      .array(z.number().int())
      .openapi({ description: 'The boundary years passed, both ends included.' }),
    rows: z.array(lineageRowSchema),
  })
  .openapi('Lineage');
export type Lineage = z.infer<typeof lineageSchema>;
