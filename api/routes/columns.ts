import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { findColumn } from '../../sql/artefacts.ts';
import { publicReader } from '../../sql/reader.ts';
import { describeArtefact } from '../artefact.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { deliver } from '../delivery.ts';
import { notFound } from '../errors.ts';
import { hashParameter, indicatorParameter, mapLevelParameter } from '../schemas/parameters.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';

/** Apache Arrow's own media type for its streaming format. */
const columnType = 'application/vnd.apache.arrow.stream';

const columnRoute = createRoute({
  method: 'get',
  path: '/api/columns/{indicator}/{level}',
  tags: ['Figures'],
  summary:
    "Every figure of an indicator at one level, as an Apache Arrow table in the order of the tiles' feature ids",
  description:
    'Columns `2024@2024` (period at boundary year), and beside it `:status`, `:lower` and `:upper`. Values are whole numbers, ' +
    'scaled as the metadata says. With the `hash` of the catalog the answer never changes and may be kept for a year.',
  request: {
    params: z.object({ indicator: indicatorParameter, level: mapLevelParameter }),
    query: z.strictObject({ hash: hashParameter.optional() }),
  },
  responses: {
    200: {
      description: 'The column',
      content: { [columnType]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems,
    ...notFoundProblem,
  },
});

/** GET /api/columns/{indicator}/{level} */
export function columnRoutes(context: ApiContext) {
  return createRoutes().openapi(columnRoute, async (c) => {
    const { indicator, level } = c.req.valid('param');
    const { hash } = c.req.valid('query');
    const column = await findColumn(requireDatabase(context), publicReader, indicator, level);
    if (!column) throw notFound(`No column of indicator ${indicator} at level ${level}`);
    if (hash && hash !== column.hash)
      throw notFound(`This column has been replaced; its hash is ${column.hash} now`);
    const about = { type: columnType, hash: column.hash, immutable: hash !== undefined };
    return deliver(c, describeArtefact(column, about));
  });
}
