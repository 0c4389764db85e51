import { z } from '@hono/zod-openapi';
import { isLevel, isMapLevel, levels, mapLevels } from '../../geodata/level.ts';

/** Longest text of any parameter: no key, code, period or name comes near it. */
const longestText = 200;

/** Text that is given once. */
const singleText = () =>
  z.string({ error: ({ input }) => (input === undefined ? 'is required' : 'may be given only once') });

const yearPattern = /^\d{4}$/;
// Letters, digits and the separators that keys, codes, periods and survey rounds are made of: no spaces, no controls.
const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Text without control characters: PostgreSQL refuses NUL, and no name holds the others. */
const nameText = (what: string) =>
  singleText()
    .min(1, { error: `give ${what}` })
    .max(longestText, { error: `at most ${longestText} characters` })
    .regex(namePattern, { error: `${what}: letters, digits, ".", "_" and "-" only` });

/** A year of boundaries such as 2024, read from text. */
export const yearParameter = singleText()
  .regex(yearPattern, { error: 'a year of four digits, such as 2024' })
  .transform(Number)
  .openapi({ type: 'integer', minimum: 1000, maximum: 9999, example: 2024 });

export const areaCodeParameter = nameText('an area code').openapi({
  description: "NL00, a region's key such as `twente`, or a code of CBS: GM0153, WK015300, BU01530001.",
  example: 'GM0153',
});

export const indicatorParameter = nameText('the key of an indicator').openapi({
  description: 'Key of an indicator in the catalog.',
  example: 'misdrijven',
});

const addressPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]*(\/[\p{L}\p{N}][\p{L}\p{N}._-]*)?$/u;

export const addressParameter = singleText()
  .min(1, { error: 'give the key of an indicator' })
  .max(longestText, { error: `at most ${longestText} characters` })
  .regex(addressPattern, { error: 'the key of an indicator, or indicator/category' })
  .openapi({
    description: 'Key of an indicator in the catalog, or `indicator/category` for one category of it.',
    example: 'misdrijven/1.1.1',
  });

export const categoryParameter = nameText('the key of a category').openapi({
  description: "Key of a category of the indicator's dimension.",
  example: '1.1.1',
});

/** Every category, and the whole. */
export const everyCategory = '*';

export const categoryFilterParameter = z.union([z.literal(everyCategory), categoryParameter]).openapi({
  type: 'string',
  description:
    "Key of a category of the indicator's dimension; its total means the indicator as a whole, and `*` the whole and every category.",
  example: '1.1.1',
});

export const periodParameter = nameText('a period').openapi({
  description: 'A period of the catalog: 2024, 2024-Q1, 2024-03, 2024-W12 or a survey round.',
  example: '2024',
});

export const levelParameter = singleText()
  .refine(isLevel, { error: `one of ${levels.join(', ')}` })
  .openapi({ enum: [...levels] });

export const mapLevelParameter = singleText()
  .refine(isMapLevel, { error: `one of ${mapLevels.join(', ')}` })
  .openapi({ enum: [...mapLevels] });

export const hashParameter = singleText().regex(/^[0-9A-Za-z_-]{1,128}$/, {
  error: 'a hash as the catalog or the TileJSON gives it',
});

/** What a person types to find an area. */
export const searchText = singleText()
  .max(longestText, { error: `at most ${longestText} characters` })
  .regex(/^\P{Cc}*$/u, { error: 'no control characters' })
  .transform((text) => text.trim())
  .refine((text) => text.length > 0, { error: 'give a part of a name or code' })
  .openapi({ description: 'Part of a name or a code; typing errors are forgiven.', example: 'enschede' });

/** A whole number from `least` to `most`, read from text. */
export function numberParameter(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`;
  return singleText()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error })
    .openapi({ type: 'integer', minimum: least, maximum: most });
}

/** Where a page of rows ends, as the page before gave it in `next`. */
export const cursorParameter = singleText()
  .max(600, { error: 'a cursor as `next` gave it' })
  .regex(/^[A-Za-z0-9_.-]+$/, { error: 'a cursor as `next` gave it' })
  .openapi({ description: 'Cursor of the page: `next` of the one before.' });

/** A parameter that may be given more than once; always read as a list, in which what is repeated stands once. */
export function repeatable<Output, Input extends string>(one: z.ZodType<Output, Input>) {
  const most = 200;
  return z
    .union([one.transform((value) => [value]), z.array(one).max(most, { error: `at most ${most} times` })])
    .transform((values) => [...new Set(values)])
    .openapi({ type: 'array' });
}
