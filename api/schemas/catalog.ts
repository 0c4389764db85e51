import { z } from '@hono/zod-openapi';
import { kinds, polarities } from '../../geodata/indicator.ts';
import { samplings, surveyModes } from '../../geodata/survey.ts';
import { bboxSchema, levelSchema, mapLevelSchema, sourceSchema, textSchema } from './common.ts';

export const themeSchema = z
  .object({ key: z.string(), parent: z.string().nullable(), name: textSchema })
  .openapi('Theme');

export const indicatorPeriodSchema = z
  .object({
    period: z.string(),
    boundaryYear: z.number().int(),
    status: z.enum(['final', 'provisional']),
    levels: z.array(levelSchema).openapi({ description: 'Levels that have figures then.' }),
  })
  .openapi('IndicatorPeriod', {
    description: 'A period with figures in the boundaries of a year; `provisional` as soon as one figure is.',
  });

const columnReferenceSchema = z
  .object({ hash: z.string(), bytes: z.number().int() })
  .openapi('ColumnReference');

const columnsSchema = z.partialRecord(mapLevelSchema, columnReferenceSchema).openapi('IndicatorColumns', {
  type: 'object',
  description: 'The value column of each level that has one, by its hash.',
  additionalProperties: {
    type: 'object',
    properties: { hash: { type: 'string' }, bytes: { type: 'integer' } },
    required: ['hash', 'bytes'],
  },
});

const derivationSchema = z
  .object({
    numerator: z.string().openapi({ description: 'Key of an indicator.' }),
    denominator: z.string().openapi({ description: 'Key of an indicator.' }),
    factor: z.number(),
  })
  .openapi('Derivation', {
    description:
      'numerator ÷ denominator × factor, both of the same area and boundary year; the denominator of the same period or else of the nearest one.',
  });

const aggregationSchema = z
  .union([z.enum(['sum', 'none', 'derived']), z.object({ weightedBy: z.string() })])
  .openapi('Aggregation', {
    description:
      'How the figures of parts make the figure of the whole: added up, not at all, derived from other indicators of the whole, or as a mean weighted by the indicator that `weightedBy` names.',
  });

const disclosureSchema = z
  .object({
    smallestCount: z
      .number()
      .nullable()
      .openapi({ description: 'Counts from 1 up to this one (not included) are suppressed.' }),
    smallestDenominator: z
      .number()
      .nullable()
      .openapi({ description: 'So are figures of areas where fewer are counted of `denominator`.' }),
    denominator: z.string().nullable().openapi({ description: 'Key of an indicator.' }),
    dominance: z
      .object({ contributors: z.number().int(), share: z.number(), given: z.string() })
      .nullable()
      .openapi({
        description:
          'So are figures of which so many contributors make up more than `share` per cent, as the indicator `given` tells.',
      }),
    rounding: z.number().nullable().openapi({
      description:
        'What is shown is rounded to a multiple of this, each figure by itself: they do not add up.',
    }),
    protection: z.number().openapi({
      description:
        'The width within which a suppressed figure stays unknown, whatever is added up or subtracted.',
    }),
  })
  .openapi('DisclosureRule', {
    description: 'When figures are suppressed here so that they point at nobody; none where it is left out.',
  });

const breakSchema = z
  .object({
    period: z.string().openapi({ description: 'The first period after the break.' }),
    reason: textSchema,
    categories: z.array(z.string()).nullable().openapi({
      description:
        'Keys of the categories that it concerns, the total among them; null: the whole and all of them.',
    }),
  })
  .openapi('SeriesBreak', {
    description: 'From its period on, figures cannot be compared with those before it.',
  });

const itemSchema = z
  .object({
    category: z.string(),
    levels: z.array(levelSchema).optional(),
    periods: z.array(indicatorPeriodSchema).optional(),
    columns: columnsSchema,
  })
  .openapi('Item', {
    description:
      'One category of an indicator that has figures, addressed as `indicator/category`. Where `levels` or `periods` are left out, they are those of the indicator.',
  });

export const dimensionSchema = z
  .object({
    key: z.string(),
    name: textSchema,
    total: z.string().nullable().openapi({
      description: 'What the source writes for everything together: the indicator itself, no category.',
    }),
    categories: z.array(z.object({ key: z.string(), parent: z.string().nullable(), name: textSchema })),
  })
  .openapi('Dimension', {
    description:
      'What indicators can be divided by; a group stands before the categories that it is the parent of.',
  });

export const surveySchema = z
  .object({
    key: z.string(),
    name: textSchema,
    rounds: z.array(
      z.object({
        period: z.string(),
        municipality: z.string().nullable().openapi({
          description: 'Code of the municipality that held it its own way; null: everywhere else.',
        }),
        ageFrom: z.number().int().nullable(),
        mode: z.enum(surveyModes).nullable(),
        sampling: z.enum(samplings).nullable(),
        respondents: z.number().int().nullable(),
        questionnaire: z.string().nullable(),
        followsFormat: z.boolean().nullable().openapi({
          description: 'Whether it kept to what was agreed on for all who hold it.',
        }),
        indicativeBelow: z.number().int().nullable().optional().openapi({
          description: 'Figures of fewer answers are called indicative; absent or null: none.',
        }),
        remark: textSchema.nullable(),
      }),
    ),
  })
  .openapi('Survey', {
    description: 'A survey with the facts of each of its rounds; null where one is not known.',
  });

export const indicatorSchema = z
  .object({
    key: z.string(),
    name: textSchema,
    theme: z.string(),
    unit: z.string(),
    kind: z.enum(kinds),
    decimals: z.number().int(),
    polarity: z.enum(polarities),
    aggregate: aggregationSchema,
    derive: derivationSchema.nullable(),
    smallestDenominator: z
      .number()
      .nullable()
      .openapi({
        description:
          'Of areas where fewer are counted of what the figure is divided by, the status is `too-few` and there is no value. ' +
          'That is the denominator of `derive`, else the weight of `aggregate`, else what the unit names. null: there is no such limit.',
      }),
    disclosure: disclosureSchema.optional(),
    levels: z.array(levelSchema),
    periods: z.array(indicatorPeriodSchema),
    source: sourceSchema.nullable(),
    sources: z.array(z.string()).openapi({ description: 'Keys of every source its figures come from.' }),
    columns: columnsSchema,
    dimension: z
      .string()
      .nullable()
      .openapi({ description: 'Key of the dimension that it can be divided by.' }),
    items: z.array(itemSchema),
    survey: z.string().nullable().openapi({ description: 'Key of the survey that its figures are from.' }),
    breaks: z.array(breakSchema),
  })
  .openapi('Indicator');

const areaCountsSchema = z
  .object({ municipality: z.number().int(), district: z.number().int(), neighbourhood: z.number().int() })
  .openapi('AreaCounts');

export const boundaryYearSchema = z
  .object({ year: z.number().int(), areas: areaCountsSchema, bbox: bboxSchema, source: z.string() })
  .openapi('BoundaryYear');

const placeSchema = z.object({ code: z.string(), name: z.string() }).openapi('Place');

export const catalogSchema = z
  .object({
    region: z.object({ key: z.string(), name: textSchema }),
    country: placeSchema,
    municipalities: z.array(placeSchema),
    levels: z.array(levelSchema),
    boundaryYears: z.array(boundaryYearSchema),
    themes: z.array(themeSchema),
    indicators: z.array(indicatorSchema),
    dimensions: z.array(dimensionSchema),
    surveys: z.array(surveySchema),
    targets: z.array(z.string()).openapi({
      description: 'Keys of the indicators, and `indicator/category` of the categories, that have a target.',
    }),
    sources: z.array(sourceSchema),
    demonstration: z.boolean(),
  })
  .openapi('Catalog', {
    description: 'Everything there is to show: the region, its boundary years, its indicators.',
  });
/** The catalog, and what this server offers beside it. */
export const catalogBodySchema = catalogSchema
  .extend({
    baseMap: z.boolean().openapi({ description: 'Whether there is a base map: `/base-map.json`.' }),
    findsAddresses: z.boolean().openapi({ description: 'Whether `/api/search` finds addresses.' }),
  })
  .openapi('CatalogBody');
export type CatalogBody = z.infer<typeof catalogBodySchema>;
export type Catalog = z.infer<typeof catalogSchema>;
export type CatalogIndicator = z.infer<typeof indicatorSchema>;
