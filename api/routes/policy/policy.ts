import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { listCycles } from '../../../sql/policy/cycles.ts';
import { listTemplates } from '../../../sql/policy/templates.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../../context.ts';
import { readerOf } from '../../readers/reader.ts';
import { cyclesSchema, templatesSchema } from '../../schemas/policy.ts';
import { problems } from '../../schemas/problem.ts';
import { policyChanges } from './changes.ts';

const templatesRoute = createRoute({
  method: 'get',
  path: '/api/policy/templates',
  tags: ['Policy'],
  summary: 'The steps that a policy can go through, with their wording and documents',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'Templates', content: { 'application/json': { schema: templatesSchema } } },
    ...problems,
  },
});

const cyclesRoute = createRoute({
  method: 'get',
  path: '/api/policy/cycles',
  tags: ['Policy'],
  summary: 'The policy of each municipality: how far its steps are, its priorities, and what partners do',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'Cycles', content: { 'application/json': { schema: cyclesSchema } } },
    ...problems,
  },
});

/** GET /api/policy/templates and /api/policy/cycles, and what changes a cycle. */
export function policyRoutes(context: ApiContext) {
  return createRoutes()
    .openapi(templatesRoute, async (c) => {
      // Templates are for everybody; a closed site is closed before it comes here.
      await readerOf(c);
      return c.json({ rows: await listTemplates(requireDatabase(context)) }, 200);
    })
    .openapi(cyclesRoute, async (c) => {
      const rows = await listCycles(requireDatabase(context), await readerOf(c));
      return c.json({ rows }, 200);
    })
    .route('/', policyChanges(context));
}
