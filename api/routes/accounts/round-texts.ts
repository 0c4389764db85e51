import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { type ApiContext, createRoutes, requirePrimary } from '../../context.ts';
import { requireAsker, requireChangingAdministrator, type SignedAsker } from '../../questionnaires/asker.ts';
import { requireSurveyKey } from '../../questionnaires/holding.ts';
import { confirmText, layRoundTexts, tellTexts } from '../../questionnaires/texts.ts';
import { keySchema } from '../../schemas/questionnaire.ts';
import { roundParameters, textsSchema } from '../../schemas/round.ts';
import { linesSchema, numberSchema } from '../../schemas/written.ts';
import { describeRoute } from './description.ts';
import { answerWith, reading, roundsPath } from './round-parts.ts';

const textsRoute = createRoute({
  ...reading,
  path: `${roundsPath}/{key}/texts`,
  summary: 'Open answers: those that wait, for administrators, and those that a person has cleaned',
  request: { params: roundParameters, query: z.strictObject({}) },
  responses: answerWith(textsSchema),
});
const layTextsRoute = describeRoute({
  method: 'post',
  path: `${roundsPath}/texts`,
  summary: 'Takes the open answers of a closed round out of its sheets; for administrators',
  body: z.strictObject({ key: keySchema }),
  answer: textsSchema,
});
const cleanRoute = describeRoute({
  method: 'post',
  path: `${roundsPath}/texts/clean`,
  summary: 'Keeps what a person left of an open answer, null for nothing; for administrators',
  body: z.strictObject({ key: keySchema, id: numberSchema, cleaned: linesSchema(4000).nullable() }),
  answer: textsSchema,
});

/** The open answers of a round: taken out of its sheets, cleaned by a person, read by the municipality's editor. */
export function roundTextRoutes(context: ApiContext) {
  return createRoutes()
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

  async function texts(asker: SignedAsker['asker'], key: string) {
    return tellTexts(requirePrimary(context), asker, key, (await context.survey?.find()) ?? null);
  }
}
