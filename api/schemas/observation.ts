import { z } from '@hono/zod-openapi';
import { levelSchema, originSchema, reasonSchema, sourceSchema, statusSchema } from './common.ts';

const value = z.number().nullable();

export const observationRowSchema = z
  .object({
    indicator: z.string(),
    category: z
      .string()
      .nullable()
      .openapi({ description: 'Key of the category that it is a figure of; null: the whole.' }),
    area: z.string(),
    areaName: z.string(),
    level: levelSchema,
    boundaryYear: z.number().int(),
    period: z.string(),
    value,
    lower: value,
    upper: value,
    sampleSize: z.number().int().nullable(),
    status: statusSchema,
    origin: originSchema,
    source: z.string().openapi({ description: 'Title of the source; `sources` has the rest.' }),
    reason: reasonSchema.nullable(),
    roundedTo: z.number().nullable().openapi({
      description:
        'The multiple that the figure, or what it was made of, was rounded to here; null: as it is.',
    }),
    measuredShare: z.number().nullable().optional().openapi({
      description:
        'Only with `carriedTo`: share of the value (of a rate or a mean: of what it is divided by) that came from areas carried whole; 1 for what is not estimated.',
    }),
    carriedFrom: z.number().int().nullable().optional().openapi({
      description:
        'Only with `carriedTo`: the boundary year on which it was published; null for that of the row.',
    }),
  })
  .openapi('ObservationRow');
export type ObservationRow = z.infer<typeof observationRowSchema>;

export const observationsSchema = z
  .object({
    rows: z.array(observationRowSchema),
    sources: z
      .array(sourceSchema)
      .openapi({ description: 'The sources of these rows, with their licences.' }),
    next: z.string().nullable().openapi({ description: 'Cursor of the next page: give it as `after`.' }),
  })
  .openapi('Observations');
export type Observations = z.infer<typeof observationsSchema>;
