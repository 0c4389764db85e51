import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Database } from '../../sql/database.ts';
import { isAdministrator, type Reader } from '../../sql/reader.ts';
import { isSiteClosed, listRules } from '../../sql/visibility-rules.ts';
import { requireOwnPage } from '../changes/own-page.ts';
import { type ApiContext, createRoutes, requireDatabase, requirePrimary } from '../context.ts';
import { nothingAt } from '../errors.ts';
import { findActor } from '../readers/closed-downloads.ts';
import { readerOf } from '../readers/reader.ts';
import { changeRule, changeSite } from '../release/access.ts';
import { type Access, accessSchema, newRuleSchema, siteSchema } from '../schemas/access.ts';
import { notFoundProblem, problems, refusedProblem } from '../schemas/problem.ts';
import { bodyOf } from '../schemas/written.ts';

const answers = {
  responses: {
    200: { description: 'The settings', content: { 'application/json': { schema: accessSchema } } },
    ...problems,
    ...notFoundProblem,
  },
};

const accessRoute = createRoute({
  method: 'get',
  path: '/api/access',
  tags: ['Access'],
  summary: 'Who may see what, for administrators: for anybody else there is no such address',
  request: { query: z.strictObject({}) },
  ...answers,
});

const siteRoute = createRoute({
  method: 'put',
  path: '/api/access/site',
  tags: ['Access'],
  summary: 'Closes the whole site to who has not signed in, or opens it; for administrators',
  request: { body: bodyOf(siteSchema) },
  responses: { ...answers.responses, ...refusedProblem },
});

const ruleRoute = createRoute({
  method: 'put',
  path: '/api/access/rules',
  tags: ['Access'],
  summary:
    'Sets who may see a source, an indicator, an item, a release or the areas of a municipality; for administrators',
  request: { body: bodyOf(newRuleSchema) },
  responses: { ...answers.responses, ...refusedProblem },
});

/** GET /api/access, PUT /api/access/site and PUT /api/access/rules; for who is no administrator as if there were none. */
export function accessRoutes(context: ApiContext) {
  const routes = createRoutes();
  routes.use('/api/access/*', async (c, next) => {
    if (!isAdministrator(await readerOf(c))) throw nothingAt(c);
    if (c.req.method !== 'PUT') return next();
    requireOwnPage(c, context);
    await next();
    context.watch?.forget();
  });
  return routes
    .openapi(accessRoute, async (c) =>
      c.json(await readAccess(requireDatabase(context), await readerOf(c)), 200),
    )
    .openapi(siteRoute, async (c) => {
      const db = requirePrimary(context);
      await changeSite(db, await findActor(c, context), c.req.valid('json').isClosed);
      return c.json(await readAccess(db, await readerOf(c)), 200);
    })
    .openapi(ruleRoute, async (c) => {
      const db = requirePrimary(context);
      const { visibility, ...subject } = c.req.valid('json');
      await changeRule(
        db,
        { by: 'an administrator', actor: await findActor(c, context) },
        subject,
        visibility,
      );
      return c.json(await readAccess(db, await readerOf(c)), 200);
    });
}

async function readAccess(db: Database, reader: Reader): Promise<Access> {
  return { isClosed: await isSiteClosed(db), rules: await listRules(db, reader) };
}
