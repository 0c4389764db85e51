import { z } from '@hono/zod-openapi';
import { personalDataKinds } from '../../geodata/contribution/personal-data.ts';
import { parsePeriod, writePeriod } from '../../geodata/period.ts';
import type { MeasuredIndicator } from '../../geodata/questionnaire/questionnaire.ts';
import { ageBands, type RoundSettings, roundStates } from '../../geodata/questionnaire/round.ts';
import { surveyModes } from '../../geodata/survey.ts';
import type { ToldResult } from '../questionnaires/results.ts';
import { keySchema, ownSchema, revisionSchema, versionNumberSchema, wordingSchema } from './questionnaire.ts';
import { daySchema } from './written.ts';

const whole = (least: number, most: number) =>
  z
    .number({ error: 'a whole number' })
    .int({ error: 'a whole number' })
    .min(least, { error: `at least ${least}` })
    .max(most, { error: `at most ${most}` });

const settingsSchema = z
  .strictObject({
    hiddenBelow: whole(10, 10_000),
    indicativeBelow: whole(10, 10_000),
    removesSheets: z.boolean(),
  })
  .refine(({ hiddenBelow, indicativeBelow }) => hiddenBelow <= indicativeBelow, {
    error: 'figures are hidden below no more than are called indicative',
  }) satisfies z.ZodType<RoundSettings>;

const nameSchema = z.record(
  z.string().regex(/^[a-z]{2,3}$/, { error: 'tags of languages' }),
  z.string().trim().max(120, { error: 'at most 120 characters' }),
);

/** What is planned of a round, and the revision that was read; null where it is new. */
export const saveRoundSchema = z
  .strictObject({
    revision: revisionSchema.nullable(),
    key: keySchema,
    name: nameSchema.refine(({ nl }) => Boolean(nl), { error: 'a name in Dutch' }),
    questionnaire: keySchema,
    version: versionNumberSchema,
    period: z.string().refine(
      (text) => {
        const period = parsePeriod(text);
        return period !== null && writePeriod(period) === text;
      },
      { error: 'a year such as 2026, a quarter such as 2026-Q3' },
    ),
    boundaryYear: whole(1990, 2100),
    opensOn: daySchema,
    closesOn: daySchema,
    ageFrom: z.union([z.literal(15), z.literal(18)], { error: '15 or 18' }),
    mode: z.enum(surveyModes),
    hasOpenLink: z.boolean(),
    settings: settingsSchema,
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
    path: ['closesOn'],
    error: 'a day on or after the one on which it opens',
  });

export const seenRoundSchema = z.strictObject({ key: keySchema, revision: revisionSchema });

export const areaCodeSchema = z
  .string()
  .regex(/^(GM\d{4}|WK\d{4}[0-9A-Z]{2})$/, { error: 'the code of a district or a municipality' });

export const saveStrataSchema = seenRoundSchema.extend({
  strata: z
    .array(
      z.strictObject({
        area: areaCodeSchema,
        population: whole(0, 10_000_000),
        planned: whole(0, 100_000),
        expectedResponse: z
          .number({ error: 'a share between 0 and 1' })
          .gt(0, { error: 'more than 0' })
          .max(1, { error: 'at most 1' }),
      }),
    )
    .max(500, { error: 'at most 500 strata' }),
});

export const roundParameters = z.object({ key: keySchema });

const countSchema = z.number().int().nullable().openapi({ description: 'null: too few to show' });

const responseSchema = z.object({
  elapsed: z.number().openapi({ description: 'Share of the days that are over, 0 to 1.' }),
  strata: z.array(
    z.object({
      area: z.string(),
      invited: z.number().int(),
      planned: z.number().int(),
      count: countSchema,
      share: z.number().nullable(),
      isLagging: z.boolean(),
    }),
  ),
  ages: z.array(z.object({ band: z.enum(ageBands).nullable(), count: countSchema })),
  days: z.array(z.object({ day: z.string(), count: z.number().int() })),
  ways: z.object({ code: countSchema, open: countSchema }),
});

export const roundSchema = z.object({
  plan: z.object({
    key: z.string(),
    name: wordingSchema,
    questionnaire: z.string(),
    version: z.number().int(),
    period: z.string(),
    boundaryYear: z.number().int(),
    opensOn: z.string(),
    closesOn: z.string(),
    ageFrom: z.union([z.literal(15), z.literal(18)]),
    mode: z.enum(surveyModes),
    hasOpenLink: z.boolean(),
    settings: z.object({
      hiddenBelow: z.number().int(),
      indicativeBelow: z.number().int(),
      removesSheets: z.boolean(),
    }),
  }),
  state: z.enum(roundStates),
  revision: z.number().int(),
  own: ownSchema,
  /** What its questionnaire is called, speaks and measures. */
  questionnaire: z.object({
    name: wordingSchema,
    languages: z.array(z.string()).readonly(),
    indicators: z
      .custom<readonly MeasuredIndicator[]>()
      .openapi({ type: 'array', items: { type: 'object' } }),
    texts: z.array(z.object({ key: z.string(), text: wordingSchema })),
  }),
  address: z.string().openapi({ description: 'Where the codes and the letters of the round lead.' }),
  strata: z.array(
    z.object({
      area: z.string(),
      municipality: z.string(),
      name: z.string().nullable(),
      ownName: z.string().nullable().openapi({
        description: 'The name, with its municipality where another area of its level has it too.',
      }),
      population: z.number().int(),
      planned: z.number().int(),
      invited: z.number().int(),
      expectedResponse: z.number(),
    }),
  ),
  register: z.record(z.string(), z.number().int()).openapi({
    description: 'People of the register by district, of the ages that are asked.',
  }),
  response: responseSchema.nullable(),
  waitingTexts: z.number().int().nullable().openapi({
    description: 'Open answers that wait to be cleaned; null for who is told nothing of them.',
  }),
  hasTexts: z.boolean(),
});
export type RoundBody = z.infer<typeof roundSchema>;

export const areasSchema = z.object({
  areas: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      level: z.enum(['municipality', 'district']),
      parent: z.string().nullable(),
    }),
  ),
});

/** What was made of a round: plain data of `geodata/weighting/`. */
export const resultSchema = z.custom<ToldResult>().openapi('RoundResult', {
  type: 'object',
  description:
    'What the weighting did (`report`), the estimates by indicator and area with their bounds, sample sizes and design effects, and the differences from the round before.',
});
export type ResultBody = z.infer<typeof resultSchema>;

/** An open answer to a question, of somebody in a municipality. */
const textSchema = z.object({ id: z.string(), municipality: z.string(), question: z.string() });
/** Open answers that wait to be cleaned, and those that a person has cleaned. */
export const textsSchema = z.object({
  waiting: z.array(
    textSchema.extend({
      original: z.string(),
      found: z.array(z.object({ kind: z.enum(personalDataKinds), text: z.string() })).readonly(),
      suggested: z.string(),
    }),
  ),
  cleaned: z.array(textSchema.extend({ cleaned: z.string() })),
});
export type TextsBody = z.infer<typeof textsSchema>;
