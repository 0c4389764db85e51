import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { publicReader } from '../../sql/reader.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { readObservations, streamObservations } from '../observations.ts';
import { observationsSchema } from '../schemas/observation.ts';
import {
  areaCodeParameter,
  cursorParameter,
  indicatorParameter,
  levelParameter,
  numberParameter,
  periodParameter,
  repeatable,
  yearParameter,
} from '../schemas/parameters.ts';
import { problems } from '../schemas/problem.ts';

const query = z.strictObject({
  indicator: repeatable(indicatorParameter),
  period: repeatable(periodParameter).optional(),
  level: repeatable(levelParameter).optional(),
  area: repeatable(areaCodeParameter).optional(),
  within: repeatable(areaCodeParameter).optional(),
  boundaryYear: repeatable(yearParameter).optional(),
  limit: numberParameter(1, 10_000, 1000),
  after: cursorParameter.optional(),
  format: z.enum(['json', 'csv'], { error: 'json or csv' }).default('json'),
});
export type ObservationQuery = z.output<typeof query>;

const observationsRoute = createRoute({
  method: 'get',
  path: '/api/observations',
  tags: ['Figures'],
  summary: 'Figures, one row an indicator, area, boundary year and period',
  description:
    'Every filter may be given more than once; figures that fit any of its values are listed. JSON comes in pages of ' +
    '`limit` rows: give `next` as `after` for the following one. CSV (RFC 4180, UTF-8) has every row at once unless `limit` is given.',
  request: { query },
  responses: {
    200: {
      description: 'The figures',
      content: {
        'application/json': { schema: observationsSchema },
        'text/csv': { schema: z.string() },
      },
    },
    ...problems,
  },
});

/** GET /api/observations */
export function observationRoutes(context: ApiContext) {
  return createRoutes().openapi(observationsRoute, async (c) => {
    const query = c.req.valid('query');
    const db = requireDatabase(context);
    if (query.format === 'json') return c.json(await readObservations(db, publicReader, query), 200);
    return c.body(streamObservations(db, publicReader, query), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="wijkinformatie.csv"',
    });
  });
}
