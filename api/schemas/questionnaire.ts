import { z } from '@hono/zod-openapi';
import type { Questionnaire, Wording } from '../../geodata/questionnaire/questionnaire.ts';
import { roundStates } from '../../geodata/questionnaire/round.ts';

/** A version as `geodata/questionnaire/questionnaire.ts` says it, read by `readQuestionnaire`. */
export const definitionSchema = z.custom<Questionnaire>().openapi('Questionnaire', {
  type: 'object',
  description:
    'A version of a questionnaire: blocks, questions, texts by language and the indicators that are made of it.',
});

export const wordingSchema = z.custom<Wording>().openapi('Wording', {
  type: 'object',
  description: 'A text by language tag; Dutch (`nl`) is always there.',
});

export const keySchema = z
  .string()
  .max(60, { error: 'at most 60 characters' })
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'small letters, digits and hyphens' });
export const versionNumberSchema = z
  .number({ error: 'the number of a version' })
  .int()
  .min(1, { error: 'the number of a version' })
  .max(9999, { error: 'the number of a version' });
export const revisionSchema = z
  .number({ error: 'the revision that was read' })
  .int()
  .min(1)
  .max(2_000_000_000)
  .openapi({ description: 'The revision that was read. Another one is answered 409.' });

export const versionParameters = z.object({
  key: keySchema,
  version: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: 'the number of a version' })
    .transform(Number)
    .openapi({ type: 'integer' }),
});

export const seenDraftSchema = z.strictObject({
  key: keySchema,
  version: versionNumberSchema,
  revision: revisionSchema,
});

/** What is begun: a file or the template, or the next version of what there is. */
export const beginSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('definition'), definition: definitionSchema }),
  z.strictObject({
    from: z.literal('template'),
    key: keySchema,
    name: z.string().trim().min(1, { error: 'a name' }).max(120, { error: 'at most 120 characters' }),
  }),
  z.strictObject({ from: z.literal('version'), key: keySchema, version: versionNumberSchema }),
]);

/** Codes of the municipalities whose own part who asks may change; null: all parts of all. */
export const ownSchema = z.array(z.string()).nullable().openapi({
  description: 'Codes of the municipalities whose own part who asks may change; null: everything.',
});

export const questionnaireSchema = z.object({
  definition: definitionSchema,
  isFixed: z.boolean(),
  revision: z.number().int(),
  changedOn: z.string(),
  rounds: z.number().int(),
  own: ownSchema,
  versions: z.array(z.object({ version: z.number().int(), isFixed: z.boolean() })),
});
export type QuestionnaireBody = z.infer<typeof questionnaireSchema>;

export const questionnairesSchema = z.object({
  own: ownSchema,
  boundaryYears: z.array(z.number().int()),
  questionnaires: z.array(
    z.object({
      key: z.string(),
      version: z.number().int(),
      name: wordingSchema,
      languages: z.array(z.string()).readonly(),
      blocks: z.number().int(),
      questions: z.number().int(),
      isFixed: z.boolean(),
      revision: z.number().int(),
      changedOn: z.string(),
      rounds: z.number().int(),
    }),
  ),
  rounds: z.array(
    z.object({
      key: z.string(),
      name: wordingSchema,
      questionnaire: z.string(),
      version: z.number().int(),
      period: z.string(),
      state: z.enum(roundStates),
      opensOn: z.string(),
      closesOn: z.string(),
    }),
  ),
});
export type QuestionnairesBody = z.infer<typeof questionnairesSchema>;

export const readFileSchema = z.object({
  definition: definitionSchema,
  notes: z
    .array(z.string())
    .readonly()
    .openapi({ description: 'What was read otherwise than it stood in the file.' }),
});
export type ReadFileBody = z.infer<typeof readFileSchema>;
