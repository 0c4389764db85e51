import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { findDefinition, readAddress, writeAddress } from '../../geodata/dimension.ts';
import type { Database } from '../../sql/database.ts';
import { holdsClosedFigures } from '../../sql/observations.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { notFound } from '../errors.ts';
import { carryObservations, streamCarried } from '../figures/carried-observations.ts';
import { csvMetadataPath, csvMetadataType, describeCsv, linkCsvMetadata } from '../figures/csv-metadata.ts';
import { readObservations, streamObservations } from '../figures/observations.ts';
import { readPageCursor } from '../figures/one-release.ts';
import { rememberJson } from '../memory/public-answers.ts';
import type { PublishedReading } from '../memory/snapshot.ts';
import { recordClosedDownloads } from '../readers/closed-downloads.ts';
import { readerOf } from '../readers/reader.ts';
import type { Catalog } from '../schemas/catalog.ts';
import { observationsSchema } from '../schemas/observation.ts';
import {
  addressParameter,
  areaCodeParameter,
  categoryFilterParameter,
  cursorParameter,
  everyCategory,
  levelParameter,
  numberParameter,
  periodParameter,
  repeatable,
  yearParameter,
} from '../schemas/parameters.ts';
import { notFoundProblem, outdatedProblem, problems } from '../schemas/problem.ts';
import { rememberCompressed } from '../sending/compressed-texts.ts';
import { deliver } from '../sending/delivery.ts';

/** Rows of a page of JSON when `limit` is not given. */
const rowsOfPage = 1000;

const query = z.strictObject({
  indicator: repeatable(addressParameter),
  category: repeatable(categoryFilterParameter).optional(),
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
  summary: 'Figures, one row an indicator or category of it, area, boundary year and period',
  description:
    'Every filter may be given more than once; figures that fit any of its values are listed. JSON comes in pages of ' +
    '`limit` rows (1000 when not given): give `next` as `after` for the following one. CSV (RFC 4180, UTF-8) has every row at once unless `limit` is given; a text that a spreadsheet would run as a formula has an apostrophe before it. ' +
    'Without `category` an indicator is the whole of it. ' +
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
    ...outdatedProblem,
  },
});

const csvMetadataRoute = createRoute({
  method: 'get',
  path: csvMetadataPath,
  tags: ['Figures'],
  summary: 'What is in each column of the CSV of the same query (CSV on the Web)',
  description: 'A CSV of figures names it in its `Link` header, as `describedby`.',
  request: { query },
  responses: {
    200: {
      description: 'Metadata of the CSV',
      content: { [csvMetadataType]: { schema: z.record(z.string(), z.unknown()) } },
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

/** GET /api/observations, and the metadata of its CSV. */
export function observationRoutes(context: ApiContext, readCatalog: PublishedReading<Catalog>) {
  const recordDownload = recordClosedDownloads(context);
  const remember = rememberCompressed(csvMetadataType);
  const answerPage = rememberJson();
  return createRoutes()
    .openapi(csvMetadataRoute, async (c) => {
      const { indicator, category, carriedTo } = c.req.valid('query');
      const catalog = await readCatalog(requireDatabase(context), await readerOf(c));
      const addresses = listAddresses(catalog, indicator, category);
      const { searchParams } = new URL(c.req.url);
      // It is about the CSV, whoever asks for it without saying so.
      searchParams.set('format', 'csv');
      const metadata = describeCsv(catalog, {
        url: `/api/observations?${searchParams}`,
        indicators: addresses.map((address) => readAddress(address).indicator),
        isCarried: carriedTo !== undefined,
      });
      return deliver(c, remember(JSON.stringify(metadata)));
    })
    .openapi(observationsRoute, async (c) => {
      const { format, limit, after, carriedTo, indicator, category, ...rest } = c.req.valid('query');
      const { search } = new URL(c.req.url);
      const db = requireDatabase(context);
      const reader = await readerOf(c);
      const cursor = after === undefined ? undefined : await readPageCursor(db, reader, after);
      const catalog = await readCatalog(db, reader);
      const filter = { ...rest, indicator: listAddresses(catalog, indicator, category) };
      const question = { db, reader, asked: c.req.valid('query'), basis: catalog };
      // What is carried may be made of figures of any area.
      const read = carriedTo === undefined ? rest : { level: rest.level };
      for (const address of filter.indicator)
        if (await holdsClosedFigures(db, reader, { ...read, indicator: [address] }))
          await recordDownload(c, `indicator:${address}`, { form: format, ...rest });
      if (carriedTo !== undefined) {
        if (!catalog.boundaryYears.some(({ year }) => year === carriedTo))
          throw notFound(`No boundaries of ${carriedTo}`);
        const carried = { db, reader, catalog, filter: { ...filter, carriedTo, after: cursor } };
        if (format === 'json') {
          const readPage = (together: Database) =>
            carryObservations({ ...carried, db: together }, limit ?? rowsOfPage);
          return answerPage(c, { ...question, read: readPage });
        }
        return c.body(await streamCarried(carried, limit), 200, {
          ...csvHeaders,
          Link: linkCsvMetadata(search),
        });
      }
      if (format === 'json') {
        const page = { ...filter, after: cursor, limit: limit ?? rowsOfPage };
        const readPage = (together: Database) => readObservations(together, reader, page);
        return answerPage(c, { ...question, read: readPage });
      }
      const stream = await streamObservations(db, reader, { ...filter, after: cursor }, limit);
      return c.body(stream, 200, { ...csvHeaders, Link: linkCsvMetadata(search) });
    });
}

/** The addresses of what is asked for. Throws a problem 404 that names what is unknown. */
function listAddresses(
  catalog: Catalog,
  indicators: readonly string[],
  categories: readonly string[] | undefined,
): string[] {
  // Before anything is looked up: 200 indicators times 200 categories are few addresses.
  const addresses = new Set(
    indicators.flatMap((key) =>
      categories ? categories.flatMap((category) => readCategory(catalog, key, category)) : [key],
    ),
  );
  for (const address of addresses) {
    const { indicator, category } = readAddress(address);
    if (findDefinition(catalog, address)) continue;
    throw notFound(
      category !== null && findDefinition(catalog, indicator)
        ? `No category ${category} of indicator ${indicator}`
        : `No indicator ${indicator}`,
    );
  }
  return [...addresses];
}

function readCategory(catalog: Catalog, address: string, category: string): string[] {
  const { indicator } = readAddress(address);
  const whole = catalog.indicators.find(({ key }) => key === indicator);
  const dimension = catalog.dimensions.find(({ key }) => key === whole?.dimension);
  if (category === everyCategory)
    return [indicator, ...(whole?.items ?? []).map((item) => writeAddress({ indicator, ...item }))];
  return [writeAddress({ indicator, category: category === dimension?.total ? null : category })];
}
