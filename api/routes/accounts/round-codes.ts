import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { originOf } from '../../accounts/site.ts';
import { type ApiContext, createRoutes, requirePrimary } from '../../context.ts';
import { requireChangingAsker } from '../../questionnaires/asker.ts';
import {
  type CodeMaking,
  listUnusedCodes,
  makeMissingCodes,
  printLetters,
  takeBackCodes,
} from '../../questionnaires/codes.ts';
import { requireSurveyKey } from '../../questionnaires/holding.ts';
import { letterLanguages } from '../../questionnaires/letters/words.ts';
import { tellRound } from '../../questionnaires/telling.ts';
import { accountProblems } from '../../schemas/problem.ts';
import { keySchema } from '../../schemas/questionnaire.ts';
import { areaCodeSchema, roundParameters, roundSchema } from '../../schemas/round.ts';
import { lineSchema } from '../../schemas/written.ts';
import { describeRoute } from './description.ts';
import { answerWith, fileBody, fileQuery, receiveFile, roundsPath } from './round-parts.ts';

const areaSchema = z
  .array(areaCodeSchema)
  .min(1, { error: 'an area' })
  .max(500, { error: 'at most 500 areas' });
const codesRoute = describeRoute({
  method: 'post',
  path: `${roundsPath}/codes`,
  summary:
    'Makes the codes of these strata that are missing, and gives them, once, as a CSV; an editor in his own',
  body: z.strictObject({ key: keySchema, areas: areaSchema }),
  answer: z.object({ list: z.string(), made: z.number().int(), round: roundSchema }),
});
const takeBackRoute = describeRoute({
  method: 'post',
  path: `${roundsPath}/codes/take-back`,
  summary:
    'Takes back the codes of a stratum that nobody used, before the round is open; an editor in his own',
  body: z.strictObject({ key: keySchema, area: areaCodeSchema }),
  answer: z.object({ taken: z.number().int(), round: roundSchema }),
});
const remindersRoute = createRoute({
  method: 'post',
  path: `${roundsPath}/{key}/reminders`,
  tags: ['Accounts'],
  summary: 'Gives a list of codes back without those that were answered with',
  request: { params: roundParameters, query: z.strictObject(fileQuery), body: fileBody },
  responses: answerWith(z.object({ list: z.string(), unused: z.number().int(), all: z.number().int() })),
});
const lettersRoute = createRoute({
  method: 'post',
  path: `${roundsPath}/{key}/letters`,
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

/** The codes of a round: made, taken back, printed on letters, and those for reminders. */
export function roundCodeRoutes(context: ApiContext) {
  return createRoutes()
    .openapi(codesRoute, async (c) => {
      const asked = await requireChangingAsker(c, context);
      const { key, areas } = c.req.valid('json');
      const made = await makeMissingCodes(requirePrimary(context), asked.asker, await making(c, key), areas);
      return c.json(
        {
          ...made,
          round: await tellRound(requirePrimary(context), asked.asker, key, originOf(c, context.publicUrl)),
        },
        200,
      );
    })
    .openapi(takeBackRoute, async (c) => {
      const asked = await requireChangingAsker(c, context);
      const { key, area } = c.req.valid('json');
      const taken = await takeBackCodes(requirePrimary(context), asked.asker, key, area);
      return c.json(
        {
          taken,
          round: await tellRound(requirePrimary(context), asked.asker, key, originOf(c, context.publicUrl)),
        },
        200,
      );
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
    });

  async function making(c: Context, key: string): Promise<CodeMaking> {
    return { key, surveyKey: await requireSurveyKey(context), address: originOf(c, context.publicUrl) };
  }
}
