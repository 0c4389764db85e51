import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { writeAddress } from '../../geodata/dimension.ts';
import { findColumn } from '../../sql/artefacts.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { notFound } from '../errors.ts';
import { columnType, type LinkedColumn, readColumnAsItWas } from '../links/column.ts';
import { recordClosedDownloads } from '../readers/closed-downloads.ts';
import { readerOf } from '../readers/reader.ts';
import { linkIdSchema } from '../schemas/link.ts';
import {
  categoryParameter,
  hashParameter,
  indicatorParameter,
  mapLevelParameter,
} from '../schemas/parameters.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';
import { describeArtefact } from '../sending/artefact.ts';
import { deliver } from '../sending/delivery.ts';

const about = {
  description:
    'Fields `2024@2024` (period at boundary year) hold the step from the period before, in whole numbers: a figure is the sum ' +
    "of an area's steps so far, divided by the `scale` of the metadata. `:status` (0 final, 1 provisional, 2 estimated, " +
    '3 suppressed, 4 missing, 5 not asked, 6 too few people, 255 no such area) stands where it differs from the period before; only the first ' +
    'three have a figure. `:reason` says why one is suppressed here (1 few people, 2 dominance, 3 small count, 4 protects another). `:lower` and `:upper` are distances from it. With the `hash` of the catalog the answer never ' +
    'changes and may be kept for a year.',
  responses: {
    200: {
      description: 'The column',
      content: { [columnType]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems,
    ...notFoundProblem,
  },
};
const query = z.strictObject({
  hash: hashParameter.optional(),
  frozen: linkIdSchema.optional().openapi({
    description:
      'Name of a frozen link: the column as it was when that was made, where it differs; the `hash` is that of the link.',
  }),
});

const columnRoute = createRoute({
  method: 'get',
  path: '/api/columns/{indicator}/{level}',
  tags: ['Figures'],
  summary:
    "Every figure of an indicator at one level, as an Apache Arrow table in the order of the tiles' feature ids",
  request: { params: z.object({ indicator: indicatorParameter, level: mapLevelParameter }), query },
  ...about,
});

const itemColumnRoute = createRoute({
  method: 'get',
  path: '/api/columns/{indicator}/{category}/{level}',
  tags: ['Figures'],
  summary: 'The same of one category of an indicator',
  request: {
    params: z.object({
      indicator: indicatorParameter,
      category: categoryParameter,
      level: mapLevelParameter,
    }),
    query,
  },
  ...about,
});

/** GET /api/columns/{indicator}/{level} and GET /api/columns/{indicator}/{category}/{level} */
export function columnRoutes(context: ApiContext) {
  const recordDownload = recordClosedDownloads(context);
  return createRoutes()
    .openapi(columnRoute, async (c) => {
      const { indicator, level } = c.req.valid('param');
      return deliverColumn(c, { indicator, level }, c.req.valid('query'));
    })
    .openapi(itemColumnRoute, async (c) => {
      const { level, ...item } = c.req.valid('param');
      return deliverColumn(c, { indicator: writeAddress(item), level }, c.req.valid('query'));
    });

  async function deliverColumn(
    c: Context,
    figures: LinkedColumn,
    { hash, frozen }: { readonly hash?: string | undefined; readonly frozen?: string | undefined },
  ) {
    const { indicator, level } = figures;
    const [db, reader] = [requireDatabase(context), await readerOf(c)];
    const column = await findColumn(db, reader, indicator, level);
    if (!column) throw notFound(`No column of indicator ${indicator} at level ${level}`);
    const kept = frozen === undefined ? null : await readColumnAsItWas(db, reader, frozen, figures, column);
    if (hash && frozen === undefined && hash !== column.hash)
      throw notFound(`This column has been replaced; its hash is ${column.hash} now`);
    if (column.isClosed) await recordDownload(c, `indicator:${indicator}`, { form: 'column', level });
    if (kept) return deliver(c, kept);
    const artefact = {
      type: columnType,
      hash: column.hash,
      immutable: hash !== undefined && frozen === undefined,
    };
    return deliver(c, describeArtefact(column, artefact));
  }
}
