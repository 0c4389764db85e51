import { z } from '@hono/zod-openapi';
import { statuses } from '../../geodata/observation.ts';
import { languages } from '../../geodata/text.ts';
import {
  addressParameter,
  areaCodeParameter,
  cursorParameter,
  numberParameter,
  periodParameter,
  searchText,
} from './parameters.ts';

/** Of features on a page: as many as are sent where nothing is said, and at most. */
export const usualLimit = 100;
export const mostFeatures = 1000;

/** A client may add what it was given to an address that has it already: the same again counts once. */
function onceOrAgain<Schema extends z.ZodType>(one: Schema) {
  const join = (value: unknown) =>
    Array.isArray(value) && new Set(value).size === 1 ? (value[0] as unknown) : value;
  return z.preprocess(join, one);
}

const form = onceOrAgain(z.enum(['json', 'html'], { error: 'json or html' }).optional()).openapi({
  type: 'string',
  enum: ['json', 'html'],
  description: 'The form of the answer; where it is left out, what `Accept` would rather have.',
});

/** What every address of the service takes, and hands on in its links. */
export const keptParameters = {
  indicator: onceOrAgain(addressParameter.optional()).openapi({
    type: 'string',
    description: 'Key of an indicator, or `indicator/category`, whose figures are told with the areas.',
    example: 'misdrijven',
  }),
  period: onceOrAgain(periodParameter.optional()).openapi({
    type: 'string',
    description: 'Period of the figures; where it is left out, the latest.',
    example: '2024',
  }),
  lang: onceOrAgain(z.enum(languages, { error: languages.join(' or ') }).optional()).openapi({
    type: 'string',
    enum: [...languages],
    description: 'Language of titles; Dutch where it is left out.',
  }),
  f: form,
};

export const keptQuery = z.strictObject(keptParameters);

/** Of a tileset, which is told as TileJSON too. */
export const tilesetQuery = keptQuery.extend({
  f: onceOrAgain(
    z.enum(['json', 'html', 'tilejson'], { error: 'json, html or tilejson' }).optional(),
  ).openapi({
    type: 'string',
    enum: ['json', 'html', 'tilejson'],
    description: 'The form of the answer; TileJSON for WebMercatorQuad alone.',
  }),
});

const crsText = z.string().max(200);
const crsParameter = (what: string) =>
  crsText.optional().openapi({
    type: 'string',
    description: `${what}, by one of the names that a collection lists in \`crs\`; CRS84 where it is left out.`,
    format: 'uri',
  });

export const itemQuery = z.strictObject({
  ...keptParameters,
  crs: crsParameter('System of the coordinates'),
});

export const itemsQuery = z.strictObject({
  ...keptParameters,
  limit: numberParameter(1, 999_999_999)
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: mostFeatures, default: usualLimit }),
  after: cursorParameter
    .optional()
    .openapi({ description: 'Where the page begins, as `next` of the one before says.' }),
  bbox: z
    .string()
    .max(200)
    .optional()
    .openapi({
      type: 'array',
      items: { type: 'number' },
      minItems: 4,
      maxItems: 6,
      description: 'Areas that touch this box: west, south, east, north, in `bbox-crs`.',
      param: { style: 'form', explode: false },
    }),
  'bbox-crs': crsParameter('System of `bbox`'),
  crs: crsParameter('System of the coordinates'),
  datetime: z
    .string()
    .max(100)
    .optional()
    .openapi({
      type: 'string',
      description:
        'A moment or an interval (RFC 3339), open ends as `..`. With figures: those of the latest period that it touches, or no areas where it touches none. Areas without figures are of no time.',
      param: { style: 'form', explode: false },
    }),
  code: areaCodeParameter.optional(),
  name: searchText.optional().openapi({ description: 'The whole name.' }),
  district: areaCodeParameter.optional(),
  municipality: areaCodeParameter.optional(),
  status: z
    .enum(statuses, { error: `one of ${statuses.join(', ')}` })
    .optional()
    .openapi({
      type: 'string',
      enum: [...statuses],
      description: 'Status of the figure; only with `indicator`.',
    }),
});

export const collectionParameter = z
  .string()
  .max(100)
  .openapi({ description: 'A level and a boundary year.', example: 'neighbourhood-2024' });

const linkSchema = z
  .object({
    rel: z.string(),
    href: z.string(),
    type: z.string().optional(),
    title: z.string().optional(),
    templated: z.boolean().optional(),
  })
  .openapi('Link');
const links = z.array(linkSchema);

export const landingSchema = z
  .object({ title: z.string(), description: z.string(), links })
  .openapi('LandingPage');

export const conformanceSchema = z.object({ conformsTo: z.array(z.string()) }).openapi('Conformance');

export const collectionSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    extent: z.object({
      spatial: z.object({ bbox: z.array(z.array(z.number())), crs: z.string() }),
      temporal: z.object({ interval: z.array(z.array(z.string().nullable())) }).optional(),
    }),
    itemType: z.literal('feature'),
    crs: z.array(z.string()),
    storageCrs: z.string(),
    links,
  })
  .openapi('Collection');

export const collectionsSchema = z
  .object({ links, crs: z.array(z.string()), collections: z.array(collectionSchema) })
  .openapi('Collections');

const property = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const featureSchema = z
  .object({
    type: z.literal('Feature'),
    id: z.string(),
    properties: z.record(z.string(), property).openapi({
      description:
        'Of the area, and of its figure as a row of `/api/observations` has it: a figure that is not there has `value` null and a `status`.',
    }),
    geometry: z.object({
      type: z.literal('MultiPolygon'),
      coordinates: z.array(z.array(z.array(z.array(z.number())))),
    }),
    links: links.optional(),
  })
  .openapi('Feature');

export const featuresSchema = z
  .object({
    type: z.literal('FeatureCollection'),
    numberMatched: z.number().int(),
    numberReturned: z.number().int(),
    links,
    features: z.array(featureSchema),
  })
  .openapi('FeatureCollection');

const tilesetItemSchema = z.object({
  title: z.string(),
  dataType: z.literal('vector'),
  crs: z.string(),
  tileMatrixSetURI: z.string().optional(),
  links,
});

export const tilesetsSchema = z.object({ links, tilesets: z.array(tilesetItemSchema) }).openapi('Tilesets');

export const tilesetSchema = tilesetItemSchema
  .extend({
    tileMatrixSetId: z.string(),
    tileMatrixSetLimits: z.array(
      z.object({
        tileMatrix: z.string(),
        minTileRow: z.number().int(),
        maxTileRow: z.number().int(),
        minTileCol: z.number().int(),
        maxTileCol: z.number().int(),
      }),
    ),
    boundingBox: z.object({
      lowerLeft: z.array(z.number()),
      upperRight: z.array(z.number()),
      crs: z.string(),
    }),
    layers: z.array(
      z.object({ id: z.string(), dataType: z.literal('vector'), geometryDimension: z.number().int() }),
    ),
  })
  .openapi('Tileset');

export const matrixSetsSchema = z
  .object({
    tileMatrixSets: z.array(
      z.object({ id: z.string(), title: z.string(), uri: z.string().optional(), links }),
    ),
  })
  .openapi('TileMatrixSets');

export const matrixSetSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    uri: z.string().optional(),
    crs: z.string(),
    orderedAxes: z.array(z.string()),
    wellKnownScaleSet: z.string(),
    tileMatrices: z.array(
      z.object({
        id: z.string(),
        scaleDenominator: z.number(),
        cellSize: z.number(),
        pointOfOrigin: z.array(z.number()),
        tileWidth: z.number().int(),
        tileHeight: z.number().int(),
        matrixWidth: z.number().int(),
        matrixHeight: z.number().int(),
      }),
    ),
  })
  .openapi('TileMatrixSet');
