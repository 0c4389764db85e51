import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { readCatalog as readWholeCatalog } from '../catalog.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { invalidParameter, notFound } from '../errors.ts';
import { type ChainedLineage, readChainedLineage } from '../figures/lineage.ts';
import { createRecentMemory } from '../memory/recent-memory.ts';
import { type PublishedReading, rememberPublished } from '../memory/snapshot.ts';
import { readerOf } from '../readers/reader.ts';
import type { Catalog } from '../schemas/catalog.ts';
import { lineageSchema } from '../schemas/lineage.ts';
import { mapLevelParameter, yearParameter } from '../schemas/parameters.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';

const lineageRoute = createRoute({
  method: 'get',
  path: '/api/lineage',
  tags: ['Areas'],
  summary: 'What became of the areas from one boundary year to another',
  description:
    'Between any two boundary years, either way round. `method` says how it is known: `overlay` by comparing the shapes of both years, ' +
    '`chain` by multiplying the shares of comparisons over the years that `years` names.',
  request: {
    query: z.strictObject({
      from: yearParameter,
      to: yearParameter,
      level: mapLevelParameter.optional(),
    }),
  },
  responses: {
    200: {
      description: 'One row a pair of areas that share ground',
      content: { 'application/json': { schema: lineageSchema } },
    },
    ...problems,
    ...notFoundProblem,
  },
});

/** What is asked of is asked again: a link leads from a boundary year to the newest one. Some megabytes each. */
const mostKept = 16;

/** GET /api/lineage */
export function lineageRoutes(context: ApiContext, readCatalog: PublishedReading<Catalog>) {
  const readings = createRecentMemory<PublishedReading<ChainedLineage | null>>(mostKept);
  const readBetween = (from: number, to: number) =>
    readings.recall(`${from} ${to}`, () =>
      rememberPublished(async (db, reader) =>
        readChainedLineage(db, reader, await readWholeCatalog(db, reader), from, to),
      ),
    );
  return createRoutes().openapi(lineageRoute, async (c) => {
    const { from, to, level } = c.req.valid('query');
    if (from === to) throw invalidParameter('to', `another boundary year than ${from}`);
    const db = requireDatabase(context);
    const reader = await readerOf(c);
    const { boundaryYears } = await readCatalog(db, reader);
    const isKnown = [from, to].every((one) => boundaryYears.some(({ year }) => year === one));
    const lineage = isKnown ? await readBetween(from, to)(db, reader) : null;
    if (!lineage) throw notFound(`No lineage from the boundaries of ${from} to those of ${to}`);
    const { links, years } = lineage;
    const rows = links.filter((row) => level === undefined || row.level === level);
    const method = years.length === 2 ? ('overlay' as const) : ('chain' as const);
    return c.json({ from, to, method, years: [...years], rows }, 200);
  });
}
