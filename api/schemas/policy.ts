import { z } from '@hono/zod-openapi';
import { stepStates } from '../../geodata/policy/cycle.ts';
import { visibilities } from '../../geodata/visibility.ts';
import { municipalityCodeSchema, textSchema } from './common.ts';
import { addressParameter } from './parameters.ts';
import {
  accountSchema,
  contributionNumberSchema,
  daySchema,
  lineSchema,
  linesSchema,
  linkSchema,
  versionSchema,
} from './written.ts';

const stateSchema = z
  .enum(stepStates, { error: `one of ${stepStates.join(', ')}` })
  .openapi('StepState', { description: 'How far a step or an action is.' });

const visibilitySchema = z.enum(visibilities, { error: `one of ${visibilities.join(', ')}` });

const templateSchema = z
  .object({
    key: z.string(),
    version: z.number().int(),
    name: textSchema,
    about: textSchema,
    steps: z
      .array(
        z.object({
          key: z.string(),
          name: textSchema,
          about: textSchema,
          documents: z
            .array(textSchema)
            .readonly()
            .openapi({ description: 'What is expected to be there at its end.' }),
          decidedBy: textSchema.nullable(),
          dueMonth: z.number().int().nullable().openapi({
            description:
              'Months from the first of January of the first year of the plan; negative before it.',
          }),
          usesSurvey: z.boolean().openapi({ description: 'Whether it stands on the figures of a survey.' }),
        }),
      )
      .readonly(),
  })
  .openapi('PolicyTemplate', { description: 'The steps that a policy goes through.' });

export const templatesSchema = z
  .object({
    rows: z.array(templateSchema).readonly().openapi({ description: 'The newest version of each first.' }),
  })
  .openapi('PolicyTemplates');

const stepSchema = z.object({
  step: z.string().openapi({ description: 'Key of the step in the template.' }),
  state: stateSchema,
  owner: z.string().openapi({ description: 'A role or an organisation.' }),
  account: accountSchema.nullable(),
  due: z.string().nullable(),
  document: z
    .object({ title: z.string(), url: z.string().nullable(), id: z.number().int().nullable() })
    .openapi({ description: 'A link, or the number of a contribution that is a document.' }),
  decision: z.string(),
  decidedOn: z.string().nullable(),
  version: z.number().int(),
});

const prioritySchema = z.object({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  indicators: z
    .array(z.string())
    .readonly()
    .openapi({ description: 'Addresses; what is to be reached is in /api/targets.' }),
  version: z.number().int(),
  actions: z
    .array(
      z.object({
        id: z.string(),
        what: z.string(),
        organisation: z.string(),
        until: z.string().nullable(),
        state: stateSchema,
        version: z.number().int(),
      }),
    )
    .readonly(),
});

export const cycleSchema = z
  .object({
    id: z.string(),
    municipality: z.string().openapi({ description: 'GM code.' }),
    template: z.string(),
    templateVersion: z.number().int(),
    fromYear: z.number().int(),
    toYear: z.number().int(),
    visibility: visibilitySchema,
    version: z.number().int(),
    steps: z.array(stepSchema).readonly().openapi({ description: 'Those of which something was said.' }),
    priorities: z.array(prioritySchema).readonly(),
  })
  .openapi('PolicyCycle', { description: 'The policy of a municipality over some years, step by step.' });

export const cyclesSchema = z
  .object({
    rows: z.array(cycleSchema).readonly().openapi({ description: 'By municipality, template and year.' }),
  })
  .openapi('PolicyCycles');

const yearSchema = z
  .number()
  .int()
  .min(1990, { error: 'a year from 1990' })
  .max(2100, { error: 'a year to 2100' });

/** A cycle to begin or to change. */
export const newCycleSchema = z
  .strictObject({
    municipality: municipalityCodeSchema,
    template: z.string().regex(/^[a-z0-9-]{1,60}$/, { error: 'the key of a template' }),
    fromYear: yearSchema,
    toYear: yearSchema,
    visibility: visibilitySchema,
    version: versionSchema,
    remove: z.boolean().optional(),
  })
  .refine(({ fromYear, toYear }) => toYear >= fromYear && toYear <= fromYear + 11, {
    error: 'not before the first year, and at most eleven years after it',
    path: ['toYear'],
  });

export const newStepSchema = z.strictObject({
  state: stateSchema,
  owner: lineSchema(200),
  isMine: z
    .boolean()
    .nullable()
    .openapi({ description: 'Whether who asks has it in hand; null leaves it to whoever has.' }),
  due: daySchema.nullable(),
  document: z.strictObject({
    title: lineSchema(200),
    url: linkSchema.nullable(),
    id: contributionNumberSchema,
  }),
  decision: linesSchema(1000),
  decidedOn: daySchema.nullable(),
  version: versionSchema,
});

export const newPrioritySchema = z.strictObject({
  title: lineSchema(200).min(1, { error: 'give it a name' }),
  about: linesSchema(2000),
  indicators: z.array(addressParameter).max(12, { error: 'at most twelve' }),
  version: versionSchema,
  remove: z.boolean().optional(),
});

export const newActionSchema = z.strictObject({
  what: lineSchema(300).min(1, { error: 'say what is done' }),
  organisation: lineSchema(200).min(1, { error: 'say who does it: an organisation or a role' }),
  until: daySchema.nullable(),
  state: stateSchema,
  version: versionSchema,
  remove: z.boolean().optional(),
});
