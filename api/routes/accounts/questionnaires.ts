import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { listOwnMunicipalities } from '../../../sql/questionnaires/permission.ts';
import { listQuestionnaires, type VersionName } from '../../../sql/questionnaires/questionnaires.ts';
import { listRounds } from '../../../sql/questionnaires/rounds.ts';
import { listYears } from '../../../sql/years.ts';
import { type ApiContext, createRoutes, requirePrimary } from '../../context.ts';
import { receive } from '../../contributions/reception.ts';
import { previewPolicy, writePreview } from '../../questionnaires/answering/preview.ts';
import {
  requireAsker,
  requireChangingAdministrator,
  requireChangingAsker,
  type SignedAsker,
} from '../../questionnaires/asker.ts';
import { beginDraft, fix, remove, requireQuestionnaire, saveDraft } from '../../questionnaires/drafts.ts';
import { mostFileBytes, readDefinitionFile } from '../../questionnaires/files.ts';
import { accountProblems } from '../../schemas/problem.ts';
import {
  beginSchema,
  definitionSchema,
  questionnaireSchema,
  questionnairesSchema,
  readFileSchema,
  revisionSchema,
  seenDraftSchema,
  versionParameters,
} from '../../schemas/questionnaire.ts';
import { describeRoute, done, doneSchema } from './description.ts';

const path = '/api/accounts/questionnaires';
const described = { method: 'get' as const, tags: ['Accounts'] };
const answer = <Schema extends z.ZodType>(schema: Schema) => ({
  200: { description: 'What there is', content: { 'application/json': { schema } } },
  ...accountProblems,
});

const listRoute = createRoute({
  ...described,
  path,
  summary: 'Questionnaires and rounds, for editors of a municipality and administrators',
  request: { query: z.strictObject({}) },
  responses: answer(questionnairesSchema),
});
const oneRoute = createRoute({
  ...described,
  path: `${path}/{key}/{version}`,
  summary: 'A version of a questionnaire',
  request: { params: versionParameters, query: z.strictObject({}) },
  responses: answer(questionnaireSchema),
});
const definitionRoute = createRoute({
  ...described,
  path: `${path}/{key}/{version}/file`,
  summary: 'A version as a file of JSON, which can be read in again',
  request: { params: versionParameters, query: z.strictObject({}) },
  responses: answer(definitionSchema),
});
const previewRoute = createRoute({
  ...described,
  path: `${path}/{key}/{version}/preview`,
  summary: 'A page of it as who is asked sees it, from which nothing is sent',
  request: {
    params: versionParameters,
    query: z.strictObject({
      language: z.string().regex(/^[a-z]{2,3}$/, { error: 'the tag of a language' }),
      block: z.string().max(64, { error: 'the key of a block' }).optional(),
    }),
  },
  responses: {
    200: { description: 'A page', content: { 'text/html': { schema: z.string() } } },
    ...accountProblems,
  },
});
const beginRoute = describeRoute({
  method: 'post',
  path: `${path}/begin`,
  summary: 'Begins a draft: of a file, of the template, or as the next version; for administrators',
  body: beginSchema,
  answer: questionnaireSchema,
});
const saveRoute = describeRoute({
  method: 'post',
  path: `${path}/save`,
  summary: 'Saves a draft; an editor what his own municipality asks, an administrator everything',
  body: z.strictObject({ revision: revisionSchema, definition: definitionSchema }),
  answer: questionnaireSchema,
});
const fixRoute = describeRoute({
  method: 'post',
  path: `${path}/fix`,
  summary: 'Fixes a draft, so that it can be asked and never changes; for administrators',
  body: seenDraftSchema,
  answer: questionnaireSchema,
});
const removeRoute = describeRoute({
  method: 'post',
  path: `${path}/remove`,
  summary: 'Removes a draft, for good; for administrators',
  body: seenDraftSchema,
  answer: doneSchema,
});
const fileRoute = createRoute({
  method: 'post',
  path: `${path}/file`,
  tags: ['Accounts'],
  summary: 'Reads a questionnaire from a file, JSON as it is given out or an XLSForm; keeps nothing',
  request: {
    query: z.strictObject({ name: z.string().max(200, { error: 'at most 200 characters' }) }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: answer(readFileSchema),
});

/** Questionnaires: designing, fixing, giving out and reading in. */
export function questionnaireRoutes(context: ApiContext) {
  return createRoutes()
    .openapi(listRoute, async (c) => {
      const { asker, session } = await requireAsker(c, context);
      const db = requirePrimary(context);
      const [questionnaires, rounds, boundaryYears] = [
        await listQuestionnaires(db, asker),
        await listRounds(db, asker),
        await listYears(db, session.reader),
      ];
      return c.json({ own: ownOf(asker), boundaryYears, questionnaires, rounds: rounds.map(tellRound) }, 200);
    })
    .openapi(oneRoute, async (c) => {
      const asked = await requireAsker(c, context);
      return c.json(await tell(asked, c.req.valid('param')), 200);
    })
    .openapi(definitionRoute, async (c) => {
      const { asker } = await requireAsker(c, context);
      const name = c.req.valid('param');
      const { definition } = await requireQuestionnaire(requirePrimary(context), asker, name);
      c.header('Content-Disposition', `attachment; filename="${name.key}-${name.version}.json"`);
      return c.body(`${JSON.stringify(definition, null, 2)}\n`, 200, {
        'Content-Type': 'application/json',
      }) as never;
    })
    .openapi(previewRoute, async (c) => {
      const { asker } = await requireAsker(c, context);
      const { definition } = await requireQuestionnaire(requirePrimary(context), asker, c.req.valid('param'));
      const { language, block = null } = c.req.valid('query');
      const page = writePreview({ questionnaire: definition, block, language, answers: {} });
      return c.html(page, 200, { 'Content-Security-Policy': previewPolicy }) as never;
    })
    .openapi(beginRoute, async (c) => {
      const asked = await requireChangingAdministrator(c, context);
      return c.json(
        await tell(asked, await beginDraft(requirePrimary(context), asked.asker, c.req.valid('json'))),
        200,
      );
    })
    .openapi(saveRoute, async (c) => {
      const asked = await requireChangingAsker(c, context);
      const { revision, definition } = c.req.valid('json');
      return c.json(
        await tell(asked, await saveDraft(requirePrimary(context), asked.asker, revision, definition)),
        200,
      );
    })
    .openapi(fixRoute, async (c) => {
      const asked = await requireChangingAdministrator(c, context);
      const seen = c.req.valid('json');
      await fix(requirePrimary(context), asked.asker, seen);
      return c.json(await tell(asked, seen), 200);
    })
    .openapi(removeRoute, async (c) => {
      const { asker } = await requireChangingAdministrator(c, context);
      await remove(requirePrimary(context), asker, c.req.valid('json'));
      return c.json(done, 200);
    })
    .openapi(fileRoute, async (c) => {
      await requireChangingAdministrator(c, context);
      const { name } = c.req.valid('query');
      return c.json(await readDefinitionFile(await receive(c.req.raw, mostFileBytes), name), 200);
    });

  async function tell({ asker }: SignedAsker, name: VersionName) {
    const db = requirePrimary(context);
    const kept = await requireQuestionnaire(db, asker, name);
    const all = await listQuestionnaires(db, asker);
    const versions = all
      .filter(({ key }) => key === name.key)
      .map(({ version, isFixed }) => ({ version, isFixed }));
    return { ...kept, own: ownOf(asker), versions };
  }
}

function ownOf(asker: SignedAsker['asker']): string[] | null {
  const own = listOwnMunicipalities(asker);
  return own && [...own];
}

function tellRound({
  key,
  name,
  questionnaire,
  version,
  period,
  state,
  opensOn,
  closesOn,
}: Awaited<ReturnType<typeof listRounds>>[number]) {
  return { key, name, questionnaire, version, period, state, opensOn, closesOn };
}
