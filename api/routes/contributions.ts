import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { documentTypes } from '../../geodata/contribution/document.ts';
import { findRegion } from '../../sql/catalog.ts';
import {
  countStories,
  findContribution,
  findShownFile,
  listContributions,
  readContributions,
  searchContributions,
} from '../../sql/contributions/shown.ts';
import { type ApiContext, createRoutes, requireDatabase, requireFiles } from '../context.ts';
import { deliverFile } from '../contributions/delivering.ts';
import { writeFeed } from '../contributions/feed.ts';
import { tellContribution, tellHit, tellSummary } from '../contributions/telling.ts';
import { notFound } from '../errors.ts';
import { readerOf } from '../readers/reader.ts';
import {
  contributionCountsSchema,
  contributionHitsSchema,
  contributionKindSchema,
  contributionSchema,
  contributionsSchema,
  documentKindSchema,
  sha256,
} from '../schemas/contribution.ts';
import {
  addressParameter,
  areaCodeParameter,
  mapLevelParameter,
  numberParameter,
  repeatable,
  searchText,
} from '../schemas/parameters.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';

const tags = ['Words'];
const limit = numberParameter(1, 100).default(50);
const id = z.object({ id: numberOf() });

/** The number of a contribution, read from an address. */
function numberOf() {
  return z
    .string()
    .regex(/^\d{1,15}$/, { error: 'the number of a contribution' })
    .transform(Number)
    .openapi({ type: 'integer' });
}

const listRoute = createRoute({
  method: 'get',
  path: '/api/contributions',
  tags,
  summary: 'Stories, practices, news and documents: pinned ones first, then the latest',
  request: {
    query: z.strictObject({
      kind: contributionKindSchema.optional(),
      practice: numberOf().optional(),
      document: documentKindSchema.optional(),
      area: repeatable(areaCodeParameter).optional(),
      indicator: repeatable(addressParameter).optional(),
      municipality: areaCodeParameter.optional(),
      limit,
    }),
  },
  responses: {
    200: {
      description: 'Without their texts',
      content: { 'application/json': { schema: contributionsSchema } },
    },
    ...problems,
  },
});

const countRoute = createRoute({
  method: 'get',
  path: '/api/contributions/counts',
  tags,
  summary: 'How many stories each area of a level has about an indicator',
  request: { query: z.strictObject({ indicator: addressParameter, level: mapLevelParameter }) },
  responses: {
    200: {
      description: 'Areas that have any, by code',
      content: { 'application/json': { schema: contributionCountsSchema } },
    },
    ...problems,
  },
});

const searchRoute = createRoute({
  method: 'get',
  path: '/api/contributions/search',
  tags,
  summary: 'Contributions with words in them, in every form of a word, with or without accents',
  request: {
    query: z.strictObject({
      q: searchText,
      kind: contributionKindSchema.optional(),
      document: documentKindSchema.optional(),
      municipality: areaCodeParameter.optional(),
      limit: numberParameter(1, 50).default(10),
    }),
  },
  responses: {
    200: {
      description: 'The best first',
      content: { 'application/json': { schema: contributionHitsSchema } },
    },
    ...problems,
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/api/contributions/{id}',
  tags,
  summary: 'The whole of a contribution',
  request: { params: id, query: z.strictObject({}) },
  responses: {
    200: { description: 'With its text', content: { 'application/json': { schema: contributionSchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

const fileRoute = createRoute({
  method: 'get',
  path: '/api/contributions/{id}/files/{sha256}',
  tags,
  summary: 'A picture or another file of a contribution',
  request: { params: id.extend({ sha256 }), query: z.strictObject({}) },
  responses: {
    200: {
      description: 'Its bytes',
      content: Object.fromEntries(
        ['image/webp', ...Object.keys(documentTypes)].map((type) => [
          type,
          { schema: z.string().openapi({ format: 'binary' }) },
        ]),
      ),
    },
    304: { description: 'As whoever asks has it' },
    ...problems,
    ...notFoundProblem,
  },
});

const feedRoute = createRoute({
  method: 'get',
  path: '/news.atom',
  tags,
  summary: 'The latest news as a feed, of all or of one municipality with that of the region',
  request: { query: z.strictObject({ municipality: areaCodeParameter.optional() }) },
  responses: {
    200: { description: 'Atom', content: { 'application/atom+xml': { schema: z.string() } } },
    ...problems,
  },
});
const itemsOfFeed = 30;

/** GET /api/contributions and what lies below it, and GET /news.atom. */
export function shownContributionRoutes(context: ApiContext) {
  return createRoutes()
    .openapi(listRoute, async (c) => {
      const { indicator: indicators, area: areas, ...filter } = c.req.valid('query');
      const wanted = { ...filter, indicators, areas, ofRegion: true };
      const rows = await listContributions(requireDatabase(context), await readerOf(c), wanted);
      return c.json({ rows: rows.map(tellSummary) }, 200);
    })
    .openapi(countRoute, async (c) => {
      const rows = await countStories(requireDatabase(context), await readerOf(c), c.req.valid('query'));
      return c.json({ rows }, 200);
    })
    .openapi(searchRoute, async (c) => {
      const { q: text, ...among } = c.req.valid('query');
      const rows = await searchContributions(requireDatabase(context), await readerOf(c), { text, ...among });
      return c.json({ rows: rows.map(tellHit) }, 200);
    })
    .openapi(readRoute, async (c) => {
      const { id: number } = c.req.valid('param');
      const found = await findContribution(requireDatabase(context), await readerOf(c), number);
      if (!found) throw notFound(`No contribution ${number}`);
      return c.json(tellContribution(found), 200);
    })
    .openapi(fileRoute, async (c) => {
      const { id: number, sha256 } = c.req.valid('param');
      const file = await findShownFile(requireDatabase(context), await readerOf(c), number, sha256);
      if (!file) throw notFound('No such file');
      return deliverFile(c, requireFiles(context), file) as never;
    })
    .openapi(feedRoute, async (c) => {
      const [db, reader, { municipality }] = [
        requireDatabase(context),
        await readerOf(c),
        c.req.valid('query'),
      ] as const;
      const region = await findRegion(db, reader);
      const filter = { kind: 'news', municipality, ofRegion: true, limit: itemsOfFeed } as const;
      const items = await readContributions(db, reader, filter);
      const site = context.publicUrl ?? new URL(c.req.url).origin;
      const path = `/news.atom${municipality === undefined ? '' : `?municipality=${municipality}`}`;
      const feed = writeFeed({ title: `Nieuws · ${region?.name.nl ?? ''}`, site, path, items });
      return c.body(feed, 200, {
        'Content-Type': 'application/atom+xml; charset=utf-8',
        'Cache-Control': 'no-cache',
      }) as never;
    });
}
