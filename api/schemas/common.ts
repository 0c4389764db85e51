import { z } from '@hono/zod-openapi';
import { codePatterns } from '../../geodata/area.ts';
import { figureReasons, withheldReasons } from '../../geodata/disclosure/rule.ts';
import { levels, mapLevels } from '../../geodata/level.ts';
import { origins, statuses } from '../../geodata/observation.ts';

/** A text that people read, in both languages of the screen. */
export const textSchema = z.object({ nl: z.string(), en: z.string() }).openapi('Text');

export const levelSchema = z.enum(levels).openapi('Level', {
  description: 'Administrative level, from the whole to the smallest part.',
});

export const mapLevelSchema = z.enum(mapLevels).openapi('MapLevel', {
  description: 'A level that has borders of its own on the map.',
});

export const municipalityCodeSchema = z
  .string()
  .regex(codePatterns.municipality, { error: 'a code of a municipality such as GM0153' });

export const statusSchema = z.enum(statuses).openapi('Status', {
  description:
    'Why a figure is as it is. Only `final`, `provisional` and `estimated` carry a value; `too-few` is a rate, share or ' +
    'mean of fewer people than the `smallestDenominator` of its indicator.',
});

export const originSchema = z.enum(origins).openapi('Origin', {
  description:
    'How a figure came to be: given by its source, added up from parts, computed from others, or given and withheld as it is of too few people.',
});

export const licenceSchema = z
  .object({ name: z.string(), title: z.string(), url: z.string().nullable() })
  .openapi('Licence');

export const sourceSchema = z
  .object({
    key: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    licence: licenceSchema.nullable(),
  })
  .openapi('Source', { description: 'Who published a figure, where, and under which licence.' });

/** An area named in passing: enough to show it and to link to it. */
export const areaReferenceSchema = z
  .object({ code: z.string(), name: z.string(), level: levelSchema })
  .openapi('AreaReference');

export const bboxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]).openapi('BoundingBox', {
  description: 'West, south, east, north, in degrees (WGS84).',
  type: 'array',
  items: { type: 'number' },
  minItems: 4,
  maxItems: 4,
});

export const positionSchema = z.tuple([z.number(), z.number()]).openapi('Position', {
  description: 'Longitude, latitude, in degrees (WGS84).',
  type: 'array',
  items: { type: 'number' },
  minItems: 2,
  maxItems: 2,
});

const withheld =
  'Why this databank suppresses a figure: `few-people` (fewer people than its rule asks for), `dominance` (a few contributors make up most of it), `small-count` (a count below the smallest one), `secondary` (it would give another figure away; it may be small itself), `few-answers` (too few people answered a survey). None where the source itself suppresses it, unless its data package says why (a field `as` `reason`).';
const suppressionSchema = z.enum(withheldReasons).openapi('SuppressionReason', { description: withheld });

/** What is said of a figure beside its status. */
export const reasonSchema = z.enum(figureReasons).openapi('FigureReason', {
  description: `${withheld} Or \`indicative\`: it is of few answers and may be far off.`,
});

/** How a derived or aggregated figure was made. */
export const noteSchema = z
  .object({
    denominatorPeriod: z.string().optional(),
    parts: z.number().int().optional(),
    partsKnown: z.number().int().optional(),
    items: z.number().int().optional(),
    itemsKnown: z.number().int().optional(),
    suppressed: suppressionSchema.optional(),
    isIndicative: z.boolean().optional(),
    roundedTo: z.number().optional(),
  })
  .openapi('Note', {
    description:
      'How a computed figure was made: the period of its denominator, the areas or items known of all that make it up. And what was done so that it points at nobody: why it is suppressed, and the multiple that it, or what it was made of, was rounded to.',
  });
