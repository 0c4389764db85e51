import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { StoredBytes } from '../../sql/artefacts.ts';
import type { Database } from '../../sql/database.ts';
import { findLineageAnswer } from '../../sql/lineage.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { invalidParameter, notFound } from '../errors.ts';
import { describeLineage } from '../figures/lineage.ts';
import { ReadyJson, rememberJson } from '../memory/public-answers.ts';
import { readerOf } from '../readers/reader.ts';
import { type Lineage, lineageSchema } from '../schemas/lineage.ts';
import { mapLevelParameter, yearParameter } from '../schemas/parameters.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';

const unzip = promisify(gunzip);

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

/** GET /api/lineage */
export function lineageRoutes(context: ApiContext) {
  const answerLineage = rememberJson();
  return createRoutes().openapi(lineageRoute, async (c) => {
    const { from, to, level } = c.req.valid('query');
    if (from === to) throw invalidParameter('to', `another boundary year than ${from}`);
    const [db, reader] = [requireDatabase(context), await readerOf(c)];
    const read = async (together: Database): Promise<Lineage | ReadyJson> => {
      const ready = await findLineageAnswer(together, reader, from, to);
      if (ready && level === undefined) return new ReadyJson(ready);
      const lineage = ready ? await readReady(ready) : await describeLineage(together, reader, from, to);
      if (!lineage) throw notFound(`No lineage from the boundaries of ${from} to those of ${to}`);
      return { ...lineage, rows: lineage.rows.filter((row) => level === undefined || row.level === level) };
    };
    return answerLineage(c, { db, reader, asked: [from, to, level], read });
  });
}

async function readReady({ gzip }: StoredBytes): Promise<Lineage> {
  return JSON.parse((await unzip(gzip)).toString());
}
