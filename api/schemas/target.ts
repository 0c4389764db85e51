import { z } from '@hono/zod-openapi';

const targetSchema = z
  .object({
    municipality: z.string().openapi({ description: 'GM code of the municipality that set it.' }),
    indicator: z
      .string()
      .openapi({ description: 'Key of an indicator, or `indicator/category` for one category of it.' }),
    period: z.string().openapi({ description: 'The year that it is to be reached in.' }),
    value: z.number().openapi({ description: 'In the unit of the indicator.' }),
    source: z
      .object({ title: z.string(), url: z.string().nullable() })
      .openapi({ description: 'The plan or decision that sets it.' }),
  })
  .openapi('Target', { description: 'What a municipality means to reach.' });

export const targetsSchema = z
  .object({
    rows: z.array(targetSchema).openapi({ description: 'By indicator, municipality and year.' }),
  })
  .openapi('Targets');
