import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { parseCursor } from '../../sql/observations.ts';
import { publicReader } from '../../sql/reader.ts';
import { carryObservations, streamCarried } from '../carried-observations.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { invalidParameter, notFound } from '../errors.ts';
import { readObservations, streamObservations } from '../observations.ts';
import type { Catalog } from '../schemas/catalog.ts';
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
import { notFoundProblem, problems } from '../schemas/problem.ts';
import type { PublishedReading } from '../snapshot.ts';

/** Rows of a page of JSON when `limit` is not given. */
const rowsOfPage = 1000;

const query = z.strictObject({
  indicator: repeatable(indicatorParameter),
  period: repeatable(periodParameter).optional(),
  level: repeatable(levelParameter).optional(),
  area: repeatable(areaCodeParameter).optional(),
  within: repeatable(areaCodeParameter).optional(),
  boundaryYear: repeatable(yearParameter).optional(),
  carriedTo: yearParameter.optional(),
  limit: numberParameter(1, 10_000).optional(),
  after: cursorParameter.optional(),
  format: z.enum(['json', 'csv'], { error: 'json or csv' }).default('json'),
});

const observationsRoute = createRoute({
  method: 'get',
  path: '/api/observations',
  tags: ['Figures'],
  summary: 'Figures, one row an indicator, area, boundary year and period',
  description:
    'Every filter may be given more than once; figures that fit any of its values are listed. JSON comes in pages of ' +
    '`limit` rows (1000 when not given): give `next` as `after` for the following one. CSV (RFC 4180, UTF-8) has every row at once unless `limit` is given. ' +
    'With `carriedTo` every period comes once, on the boundaries of that year: as published on those, else carried from the nearest year that has it. ' +
    'Counts go by inhabitants (by ground where those are unknown), rates by their carried numerator and denominator, means by their weights; what a redrawn area needed is `estimated`, ' +
    'and `measuredShare` says how much of it was measured. `area` and `within` then mean areas of that year, `boundaryYear` the years to carry from.',
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
    ...notFoundProblem,
  },
});

const csvHeaders = {
  'Content-Type': 'text/csv; charset=utf-8; header=present',
  'Content-Disposition': 'attachment; filename="wijkinformatie.csv"',
  'Cache-Control': 'no-cache',
};

/** GET /api/observations */
export function observationRoutes(context: ApiContext, readCatalog: PublishedReading<Catalog>) {
  return createRoutes().openapi(observationsRoute, async (c) => {
    const { format, limit, after, carriedTo, ...filter } = c.req.valid('query');
    const db = requireDatabase(context);
    const cursor = after === undefined ? undefined : parseCursor(after);
    if (cursor === null) throw invalidParameter('after', 'a cursor as `next` gave it');
    const catalog = await readCatalog(db, publicReader);
    requireIndicators(catalog, filter.indicator);
    if (carriedTo !== undefined) {
      if (!catalog.boundaryYears.some(({ year }) => year === carriedTo))
        throw notFound(`No boundaries of ${carriedTo}`);
      const carried = { db, reader: publicReader, catalog, filter: { ...filter, carriedTo, after: cursor } };
      if (format === 'json') return c.json(await carryObservations(carried, limit ?? rowsOfPage), 200);
      return c.body(await streamCarried(carried, limit), 200, csvHeaders);
    }
    if (format === 'json') {
      const page = await readObservations(db, publicReader, {
        ...filter,
        after: cursor,
        limit: limit ?? rowsOfPage,
      });
      return c.json(page, 200);
    }
    const stream = await streamObservations(db, publicReader, { ...filter, after: cursor }, limit);
    return c.body(stream, 200, csvHeaders);
  });
}

function requireIndicators(catalog: Catalog, keys: readonly string[]): void {
  const unknown = keys.find((key) => !catalog.indicators.some((indicator) => indicator.key === key));
  if (unknown !== undefined) throw notFound(`No indicator ${unknown}`);
}
