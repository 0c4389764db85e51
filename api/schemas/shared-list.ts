import { z } from '@hono/zod-openapi';
import { codePatterns } from '../../geodata/area.ts';
import { mapLevels } from '../../geodata/level.ts';
import { listVisibilities, mostShared, problemDirections } from '../../geodata/policy/shared-list.ts';
import { levelSchema } from './common.ts';
import { addressParameter } from './parameters.ts';
import {
  accountSchema,
  contributionNumberSchema,
  lineSchema,
  linesSchema,
  versionSchema,
} from './written.ts';

const directionSchema = z
  .enum(problemDirections, { error: `one of ${problemDirections.join(', ')}` })
  .openapi({ description: 'What is wrong with the figure there: higher or lower than elsewhere.' });
const visibilitySchema = z.enum(listVisibilities, { error: `one of ${listVisibilities.join(', ')}` });

const sharedListSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    about: z.string(),
    indicator: z
      .string()
      .openapi({ description: 'Address of the indicator or category that the problem shows in.' }),
    direction: directionSchema,
    period: z.string().openapi({ description: 'In which it was found.' }),
    visibility: visibilitySchema,
    createdOn: z.string(),
    version: z.number().int(),
    areas: z
      .array(
        z.object({
          area: z.string(),
          name: z.string(),
          level: levelSchema,
          owner: z.string().openapi({ description: 'A role or an organisation.' }),
          account: accountSchema.nullable(),
          practice: z.object({ title: z.string(), id: z.number().int().nullable() }),
          note: z.string(),
          version: z.number().int(),
        }),
      )
      .readonly(),
    members: z
      .array(z.object({ organisation: z.string(), account: accountSchema.nullable(), joinedOn: z.string() }))
      .readonly(),
  })
  .openapi('SharedList', {
    description: 'Areas of several municipalities with one problem, tackled together.',
  });

export const sharedListsSchema = z
  .object({ rows: z.array(sharedListSchema).readonly().openapi({ description: 'The newest first.' }) })
  .openapi('SharedLists');

const areaCode = z.string().refine((code) => mapLevels.some((level) => codePatterns[level].test(code)), {
  error: 'the code of a municipality, district or neighbourhood',
});

export const areaParameters = z.strictObject({ id: z.uuid({ error: 'a UUID' }), area: areaCode });

/** A list to make or to change; its figure, direction, period and areas count when it is made. */
export const newListSchema = z.strictObject({
  title: lineSchema(200).min(1, { error: 'give it a title' }),
  about: linesSchema(2000),
  indicator: addressParameter,
  direction: directionSchema,
  period: z.string().regex(/^\d{4}(-(Q[1-4]|\d{2}|W\d{2})|\.\.\d{4})?$/, { error: 'a period such as 2025' }),
  visibility: visibilitySchema,
  areas: z
    .array(areaCode)
    .min(1, { error: 'at least one area' })
    .max(mostShared, { error: `at most ${mostShared} areas` }),
  version: versionSchema,
  remove: z.boolean().optional(),
});

export const newAreaSchema = z.strictObject({
  owner: lineSchema(200),
  isMine: z
    .boolean()
    .nullable()
    .openapi({ description: 'Whether who asks has it in hand; null leaves it to whoever has.' }),
  practice: z.strictObject({ title: lineSchema(200), id: contributionNumberSchema }),
  note: linesSchema(1000),
  version: versionSchema,
  remove: z.boolean().optional(),
});

export const membershipSchema = z.strictObject({ isMember: z.boolean({ error: 'true or false' }) });
