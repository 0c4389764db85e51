import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { listAreaYears, listChildren } from '../../sql/areas.ts';
import type { Database } from '../../sql/database.ts';
import type { Reader } from '../../sql/reader.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { readProfile, requireArea } from '../figures/profile.ts';
import { rememberJson } from '../memory/public-answers.ts';
import { readerOf } from '../readers/reader.ts';
import { type AreaBody, areaSchema } from '../schemas/area.ts';
import {
  addressParameter,
  areaCodeParameter,
  periodParameter,
  repeatable,
  yearParameter,
} from '../schemas/parameters.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';
import { profileSchema } from '../schemas/profile.ts';

const areaRoute = createRoute({
  method: 'get',
  path: '/api/areas/{code}',
  tags: ['Areas'],
  summary: 'One area: its name, its place among others, where it lies',
  request: {
    params: z.object({ code: areaCodeParameter }),
    query: z.strictObject({ boundaryYear: yearParameter.optional() }),
  },
  responses: {
    200: { description: 'The area', content: { 'application/json': { schema: areaSchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

const profileRoute = createRoute({
  method: 'get',
  path: '/api/areas/{code}/profile',
  tags: ['Areas'],
  summary: 'Every figure of an area, its series, and how it compares',
  description: 'Of every indicator as a whole, or of the indicators and categories that `indicator` names.',
  request: {
    params: z.object({ code: areaCodeParameter }),
    query: z.strictObject({
      indicator: repeatable(addressParameter).optional(),
      boundaryYear: yearParameter.optional(),
      period: periodParameter.optional(),
    }),
  },
  responses: {
    200: { description: 'The profile', content: { 'application/json': { schema: profileSchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

/** GET /api/areas/{code} and GET /api/areas/{code}/profile */
export function areaRoutes(context: ApiContext) {
  const answerArea = rememberJson();
  const answerProfile = rememberJson();
  return createRoutes()
    .openapi(areaRoute, async (c) => {
      const { code } = c.req.valid('param');
      const { boundaryYear } = c.req.valid('query');
      const [db, reader] = [requireDatabase(context), await readerOf(c)];
      const read = (together: Database) => describeArea(together, reader, code, boundaryYear);
      return answerArea(c, { db, reader, asked: [code, boundaryYear], read });
    })
    .openapi(profileRoute, async (c) => {
      const question = { ...c.req.valid('param'), ...c.req.valid('query') };
      const [db, reader] = [requireDatabase(context), await readerOf(c)];
      const read = (together: Database) => readProfile(together, reader, question);
      return answerProfile(c, { db, reader, asked: question, read });
    });
}

async function describeArea(
  db: Database,
  reader: Reader,
  code: string,
  boundaryYear?: number,
): Promise<AreaBody> {
  const area = await requireArea(db, reader, code, boundaryYear);
  return {
    ...area,
    parents: [...area.parents],
    neighbours: [...area.neighbours],
    children: await listChildren(db, reader, code, area.boundaryYear),
    boundaryYears: await listAreaYears(db, reader, code),
  };
}
