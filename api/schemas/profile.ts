import { z } from '@hono/zod-openapi';
import { areaReferenceSchema, noteSchema, originSchema, sourceSchema, statusSchema } from './common.ts';

const value = z.number().nullable();

/** A figure without what it is about. */
const figureFields = {
  period: z.string(),
  boundaryYear: z.number().int(),
  value,
  lower: value,
  upper: value,
  sampleSize: z.number().int().nullable(),
  status: statusSchema,
};

export const seriesPointSchema = z.object(figureFields).openapi('SeriesPoint');

export const benchmarkSchema = z
  .object({ code: z.string(), name: z.string(), value, status: statusSchema })
  .openapi('Benchmark', { description: 'The figure of a larger area, for the same indicator and period.' });

export const rankSchema = z
  .object({
    position: z.number().int().openapi({ description: '1 for the highest value.' }),
    of: z.number().int(),
    ties: z.number().int().openapi({ description: 'Areas that share the position, this one included.' }),
    direction: z.enum(['highest-first']),
  })
  .openapi('Rank', {
    description:
      'Place among the areas of the same level that have a value; areas of equal value share a position.',
  });

export const profileIndicatorSchema = z
  .object({
    indicator: z.string(),
    category: z
      .string()
      .nullable()
      .openapi({ description: 'Key of the category that it is about; null: the whole.' }),
    ...figureFields,
    origin: originSchema,
    note: noteSchema.nullable(),
    source: sourceSchema,
    series: z.array(seriesPointSchema),
    benchmarks: z.object({
      municipality: benchmarkSchema.nullable(),
      region: benchmarkSchema.nullable(),
      country: benchmarkSchema.nullable(),
    }),
    rank: rankSchema.nullable(),
  })
  .openapi('ProfileIndicator');
export type ProfileIndicator = z.infer<typeof profileIndicatorSchema>;

export const profileSchema = z
  .object({
    area: areaReferenceSchema,
    boundaryYear: z.number().int(),
    indicators: z.array(profileIndicatorSchema),
  })
  .openapi('Profile');
export type Profile = z.infer<typeof profileSchema>;
