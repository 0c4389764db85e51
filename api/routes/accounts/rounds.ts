import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { originOf } from '../../accounts/site.ts';
import { type ApiContext, createRoutes, requirePrimary } from '../../context.ts';
import { requireAsker, requireChangingAdministrator, type SignedAsker } from '../../questionnaires/asker.ts';
import { closeRound, openRound } from '../../questionnaires/holding.ts';
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
import {
  areasSchema,
  resultSchema,
  roundParameters,
  roundSchema,
  saveRoundSchema,
  saveStrataSchema,
  seenRoundSchema,
} from '../../schemas/round.ts';
import { describeRoute, done, doneSchema } from './description.ts';
import { answerWith, fileBody, fileQuery, reading, receiveFile, roundsPath } from './round-parts.ts';

const oneRoute = createRoute({
  ...reading,
  path: `${roundsPath}/{key}`,
  summary: 'A round: its plan, its strata, and how it is answered; an editor is told of his own municipality',
  request: { params: roundParameters, query: z.strictObject({}) },
  responses: answerWith(roundSchema),
});
const areasRoute = createRoute({
  ...reading,
  path: `${roundsPath}/{key}/areas`,
  summary: 'The municipalities and districts that its strata can be',
  request: { params: roundParameters, query: z.strictObject({}) },
  responses: answerWith(areasSchema),
});
const change = <const Path extends string, Body extends z.ZodType>(own: Path, summary: string, body: Body) =>
  describeRoute({
    method: 'post',
    path: `${roundsPath}/${own}` as const,
    summary,
    body,
    answer: roundSchema,
  });

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
  ...reading,
  path: `${roundsPath}/{key}/result`,
  summary:
    'The estimates of a weighted round beside those of the round before; an editor is told of his own municipality',
  request: { params: roundParameters, query: z.strictObject({}) },
  responses: answerWith(resultSchema),
});
const removeRoute = describeRoute({
  method: 'post',
  path: `${roundsPath}/remove`,
  summary: 'Removes a round that was never open; for administrators',
  body: seenRoundSchema,
  answer: doneSchema,
});
const registerRoute = createRoute({
  method: 'post',
  path: `${roundsPath}/{key}/register`,
  tags: ['Accounts'],
  summary: 'Reads the counts of the population register in, from a CSV or a workbook; for administrators',
  request: {
    params: roundParameters,
    query: z.strictObject(fileQuery),
    body: fileBody,
  },
  responses: answerWith(roundSchema.extend({ notes: z.array(z.string()).readonly() })),
});
/** Rounds: planning, opening, watching and closing. */
export function roundRoutes(context: ApiContext) {
  return createRoutes()
    .openapi(oneRoute, async (c) => {
      const asked = await requireAsker(c, context);
      return c.json(await tell(c, asked, c.req.valid('param').key), 200);
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
      return c.json(await tell(c, asked, plan.key), 200);
    })
    .openapi(strataRoute, async (c) => {
      const { strata, ...seen } = c.req.valid('json');
      const asked = await requireChangingAdministrator(c, context);
      await saveStrata(requirePrimary(context), asked.asker, asked.session.reader, seen, strata);
      return c.json(await tell(c, asked, seen.key), 200);
    })
    .openapi(openRoute, (c) => {
      const seen = c.req.valid('json');
      return act(c, seen.key, ({ asker }) => openRound(requirePrimary(context), asker, context, seen));
    })
    .openapi(closeRoute, (c) => {
      const seen = c.req.valid('json');
      return act(c, seen.key, ({ asker }) => closeRound(requirePrimary(context), asker, context, seen));
    })
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
      return c.json({ ...(await tell(c, asked, key)), notes }, 200);
    });

  function tell(c: Context, { asker }: SignedAsker, key: string) {
    return tellRound(requirePrimary(context), asker, key, originOf(c, context.publicUrl));
  }

  async function act(c: Context, key: string, work: (asked: SignedAsker) => Promise<void>) {
    const asked = await requireChangingAdministrator(c, context);
    await work(asked);
    return c.json(await tell(c, asked, key), 200);
  }
}
