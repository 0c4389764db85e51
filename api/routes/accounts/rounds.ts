import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { personalDataKinds } from '../../../geodata/contribution/personal-data.ts';
import { originOf } from '../../accounts/site.ts';
import { type ApiContext, createRoutes, requirePrimary } from '../../context.ts';
import { receive } from '../../contributions/reception.ts';
import {
  requireAsker,
  requireChangingAdministrator,
  requireChangingAsker,
  type SignedAsker,
} from '../../questionnaires/asker.ts';
import {
  type CodeFile,
  type CodeMaking,
  listUnusedCodes,
  makeMissingCodes,
  printLetters,
  takeBackCodes,
} from '../../questionnaires/codes.ts';
import { mostFileBytes } from '../../questionnaires/files.ts';
import { closeRound, openRound, requireSurveyKey } from '../../questionnaires/holding.ts';
import { letterLanguages } from '../../questionnaires/letters/words.ts';
import { publish, tellResult, weigh, withdraw } from '../../questionnaires/results.ts';
import {
  listAreas,
  readRegisterFile,
  remove,
  requireRound,
  saveRound,
  saveStrata,
} from '../../questionnaires/rounds.ts';
import { tellRound } from '../../questionnaires/telling.ts';
import { confirmText, layRoundTexts, tellTexts } from '../../questionnaires/texts.ts';
import { accountProblems } from '../../schemas/problem.ts';
import { keySchema } from '../../schemas/questionnaire.ts';
import {
  areaCodeSchema,
  areasSchema,
  resultSchema,
  roundParameters,
  roundSchema,
  saveRoundSchema,
  saveStrataSchema,
  seenRoundSchema,
} from '../../schemas/round.ts';
import { lineSchema, linesSchema, numberSchema } from '../../schemas/written.ts';
import { describeRoute, done, doneSchema } from './description.ts';

const path = '/api/accounts/rounds';
const answer = <Schema extends z.ZodType>(schema: Schema) => ({
  200: { description: 'What there is', content: { 'application/json': { schema } } },
  ...accountProblems,
});
const described = { method: 'get' as const, tags: ['Accounts'] };

const oneRoute = createRoute({
  ...described,
  path: `${path}/{key}`,
  summary: 'A round: its plan, its strata, and how it is answered; an editor is told of his own municipality',
  request: { params: roundParameters, query: z.strictObject({}) },
  responses: answer(roundSchema),
});
const areasRoute = createRoute({
  ...described,
  path: `${path}/{key}/areas`,
  summary: 'The municipalities and districts that its strata can be',
  request: { params: roundParameters, query: z.strictObject({}) },
  responses: answer(areasSchema),
});
const change = <const Path extends string, Body extends z.ZodType>(own: Path, summary: string, body: Body) =>
  describeRoute({ method: 'post', path: `${path}/${own}` as const, summary, body, answer: roundSchema });

const saveRoute = change('save', 'Plans a round, or changes its plan; for administrators', saveRoundSchema);
const strataRoute = change(
  'strata',
  'Says from which areas people are drawn; for administrators',
  saveStrataSchema,
);
const openRoute = change('open', 'Opens a planned round; for administrators', seenRoundSchema);
const closeRoute = change('close', 'Closes an open round: its codes go; for administrators', seenRoundSchema);
const weighRoute = change(
  'weigh',
  'Weights a closed round to the register; for administrators',
  seenRoundSchema,
);
const publishRoute = change(
  'publish',
  'Publishes the figures of a weighted round as a release; for administrators',
  seenRoundSchema,
);
const withdrawRoute = change(
  'withdraw',
  'Takes the figures of a published round back; for administrators',
  seenRoundSchema,
);
const resultRoute = createRoute({
  ...described,
  path: `${path}/{key}/result`,
  summary:
    'The estimates of a weighted round beside those of the round before; an editor is told of his own municipality',
  request: { params: roundParameters, query: z.strictObject({}) },
  responses: answer(resultSchema),
});
const removeRoute = describeRoute({
  method: 'post',
  path: `${path}/remove`,
  summary: 'Removes a round that was never open; for administrators',
  body: seenRoundSchema,
  answer: doneSchema,
});
const registerRoute = createRoute({
  method: 'post',
  path: `${path}/{key}/register`,
  tags: ['Accounts'],
  summary: 'Reads the counts of the population register in, from a CSV or a workbook; for administrators',
  request: {
    params: roundParameters,
    query: z.strictObject({ name: z.string().max(200, { error: 'at most 200 characters' }) }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: answer(roundSchema.extend({ notes: z.array(z.string()).readonly() })),
});
const textSchema = z.object({ id: z.string(), municipality: z.string(), question: z.string() });
const textsSchema = z.object({
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
const textsRoute = createRoute({
  ...described,
  path: `${path}/{key}/texts`,
  summary: 'Open answers: those that wait, for administrators, and those that a person has cleaned',
  request: { params: roundParameters, query: z.strictObject({}) },
  responses: answer(textsSchema),
});
const layTextsRoute = describeRoute({
  method: 'post',
  path: `${path}/texts`,
  summary: 'Takes the open answers of a closed round out of its sheets; for administrators',
  body: z.strictObject({ key: keySchema }),
  answer: textsSchema,
});
const cleanRoute = describeRoute({
  method: 'post',
  path: `${path}/texts/clean`,
  summary: 'Keeps what a person left of an open answer, null for nothing; for administrators',
  body: z.strictObject({ key: keySchema, id: numberSchema, cleaned: linesSchema(4000).nullable() }),
  answer: textsSchema,
});

const areaSchema = z
  .array(areaCodeSchema)
  .min(1, { error: 'an area' })
  .max(500, { error: 'at most 500 areas' });
const codesRoute = describeRoute({
  method: 'post',
  path: `${path}/codes`,
  summary:
    'Makes the codes of these strata that are missing, and gives them, once, as a CSV; an editor in his own',
  body: z.strictObject({ key: keySchema, areas: areaSchema }),
  answer: z.object({ list: z.string(), made: z.number().int(), round: roundSchema }),
});
const takeBackRoute = describeRoute({
  method: 'post',
  path: `${path}/codes/take-back`,
  summary:
    'Takes back the codes of a stratum that nobody used, before the round is open; an editor in his own',
  body: z.strictObject({ key: keySchema, area: areaCodeSchema }),
  answer: z.object({ taken: z.number().int(), round: roundSchema }),
});
const fileQuery = { name: z.string().max(200, { error: 'at most 200 characters' }) };
const fileBody = {
  required: true,
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
};
const remindersRoute = createRoute({
  method: 'post',
  path: `${path}/{key}/reminders`,
  tags: ['Accounts'],
  summary: 'Gives a list of codes back without those that were answered with',
  request: { params: roundParameters, query: z.strictObject(fileQuery), body: fileBody },
  responses: answer(z.object({ list: z.string(), unused: z.number().int(), all: z.number().int() })),
});
const lettersRoute = createRoute({
  method: 'post',
  path: `${path}/{key}/letters`,
  tags: ['Accounts'],
  summary: 'Letters for the codes of a list that nobody used, one a page, as a PDF',
  request: {
    params: roundParameters,
    query: z.strictObject({
      ...fileQuery,
      language: z.enum(letterLanguages, { error: `one of ${letterLanguages.join(', ')}` }).optional(),
      sender: lineSchema(120),
      contact: lineSchema(200),
      reminder: z.enum(['0', '1'], { error: '0 or 1' }).default('0'),
    }),
    body: fileBody,
  },
  responses: {
    200: {
      description: 'A PDF',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...accountProblems,
  },
});

/** Rounds: planning, opening, watching and closing. */
export function roundRoutes(context: ApiContext) {
  return createRoutes()
    .openapi(oneRoute, async (c) => {
      const asked = await requireAsker(c, context);
      return c.json(await tell(asked, c.req.valid('param').key), 200);
    })
    .openapi(areasRoute, async (c) => {
      const { asker, session } = await requireAsker(c, context);
      const db = requirePrimary(context);
      const { boundaryYear } = await requireRound(db, asker, c.req.valid('param').key);
      const areas = (await listAreas(db, session.reader, boundaryYear)).map(
        ({ code, name, level, parent }) => ({
          code,
          name,
          level: level === 'district' ? level : ('municipality' as const),
          parent,
        }),
      );
      return c.json({ areas }, 200);
    })
    .openapi(saveRoute, async (c) => {
      const { revision, ...plan } = c.req.valid('json');
      const asked = await requireChangingAdministrator(c, context);
      await saveRound(requirePrimary(context), asked.asker, asked.session.reader, plan, revision);
      return c.json(await tell(asked, plan.key), 200);
    })
    .openapi(strataRoute, async (c) => {
      const { strata, ...seen } = c.req.valid('json');
      const asked = await requireChangingAdministrator(c, context);
      await saveStrata(requirePrimary(context), asked.asker, asked.session.reader, seen, strata);
      return c.json(await tell(asked, seen.key), 200);
    })
    .openapi(openRoute, (c) =>
      act(c, c.req.valid('json').key, ({ asker }, key) =>
        openRound(requirePrimary(context), asker, context, key),
      ),
    )
    .openapi(closeRoute, (c) =>
      act(c, c.req.valid('json').key, ({ asker }, key) =>
        closeRound(requirePrimary(context), asker, context, key),
      ),
    )
    .openapi(weighRoute, (c) => {
      const seen = c.req.valid('json');
      return act(c, seen.key, ({ asker }) => weigh(requirePrimary(context), asker, context, seen));
    })
    .openapi(publishRoute, (c) => {
      const seen = c.req.valid('json');
      return act(c, seen.key, ({ asker }) => publish(requirePrimary(context), asker, seen));
    })
    .openapi(withdrawRoute, (c) => {
      const seen = c.req.valid('json');
      return act(c, seen.key, ({ asker }) => withdraw(requirePrimary(context), asker, seen));
    })
    .openapi(resultRoute, async (c) => {
      const { asker, session } = await requireAsker(c, context);
      return c.json(
        await tellResult(requirePrimary(context), asker, session.reader, c.req.valid('param').key),
        200,
      );
    })
    .openapi(removeRoute, async (c) => {
      const { asker } = await requireChangingAdministrator(c, context);
      await remove(requirePrimary(context), asker, c.req.valid('json'));
      return c.json(done, 200);
    })
    .openapi(registerRoute, async (c) => {
      const asked = await requireChangingAdministrator(c, context);
      const { key } = c.req.valid('param');
      const file = await receiveFile(c);
      const notes = await readRegisterFile(
        requirePrimary(context),
        asked.asker,
        asked.session.reader,
        key,
        file,
      );
      return c.json({ ...(await tell(asked, key)), notes }, 200);
    })
    .openapi(codesRoute, async (c) => {
      const asked = await requireChangingAsker(c, context);
      const { key, areas } = c.req.valid('json');
      const made = await makeMissingCodes(requirePrimary(context), asked.asker, await making(c, key), areas);
      return c.json({ ...made, round: await tell(asked, key) }, 200);
    })
    .openapi(takeBackRoute, async (c) => {
      const asked = await requireChangingAsker(c, context);
      const { key, area } = c.req.valid('json');
      const taken = await takeBackCodes(requirePrimary(context), asked.asker, key, area);
      return c.json({ taken, round: await tell(asked, key) }, 200);
    })
    .openapi(remindersRoute, async (c) => {
      const { asker } = await requireChangingAsker(c, context);
      const { key } = c.req.valid('param');
      const file = await receiveFile(c);
      return c.json(await listUnusedCodes(requirePrimary(context), asker, await making(c, key), file), 200);
    })
    .openapi(lettersRoute, async (c) => {
      const { asker } = await requireChangingAsker(c, context);
      const { key } = c.req.valid('param');
      const { name: _name, language = null, reminder, ...from } = c.req.valid('query');
      const wish = { ...from, language, isReminder: reminder === '1' };
      const file = await receiveFile(c);
      const letters = await printLetters(requirePrimary(context), asker, await making(c, key), file, wish);
      c.header('Content-Disposition', `attachment; filename="${key}.pdf"`);
      return c.body(Buffer.from(letters), 200, { 'Content-Type': 'application/pdf' }) as never;
    })
    .openapi(textsRoute, async (c) => {
      const { asker } = await requireAsker(c, context);
      return c.json(await texts(asker, c.req.valid('param').key), 200);
    })
    .openapi(layTextsRoute, async (c) => {
      const { asker } = await requireChangingAdministrator(c, context);
      const { key } = c.req.valid('json');
      await layRoundTexts(requirePrimary(context), asker, key, await requireSurveyKey(context));
      return c.json(await texts(asker, key), 200);
    })
    .openapi(cleanRoute, async (c) => {
      const { asker } = await requireChangingAdministrator(c, context);
      const { key, ...text } = c.req.valid('json');
      await confirmText(requirePrimary(context), asker, key, text);
      return c.json(await texts(asker, key), 200);
    });

  async function making(c: Context, key: string): Promise<CodeMaking> {
    return { key, surveyKey: await requireSurveyKey(context), address: originOf(c, context.publicUrl) };
  }

  function tell({ asker }: SignedAsker, key: string) {
    return tellRound(requirePrimary(context), asker, key);
  }

  async function texts(asker: SignedAsker['asker'], key: string) {
    return tellTexts(requirePrimary(context), asker, key, (await context.survey?.find()) ?? null);
  }

  async function act(c: Context, key: string, work: (asked: SignedAsker, key: string) => Promise<void>) {
    const asked = await requireChangingAdministrator(c, context);
    await work(asked, key);
    return c.json(await tell(asked, key), 200);
  }
}

/** The file in the body of a request, under the name that it has where it comes from. */
async function receiveFile(c: Context): Promise<CodeFile> {
  return { bytes: await receive(c.req.raw, mostFileBytes), name: c.req.query('name') || 'file' };
}
