import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { mapLevels } from '../../geodata/level.ts';
import { languages } from '../../geodata/text.ts';
import { findArea, listAreas, listChildren } from '../../sql/areas.ts';
import { findRegion, listBoundaryYears } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { listProfile } from '../../sql/profile.ts';
import { isPublic, type Reader } from '../../sql/reader.ts';
import { isSiteClosed } from '../../sql/visibility-rules.ts';
import { addressArea, writeAreaPage } from '../area-page/page.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { notFound } from '../errors.ts';
import { rememberPublic } from '../memory/public-answers.ts';
import { type PublishedReading, readTogether, rememberPublished } from '../memory/snapshot.ts';
import { escapeText } from '../pages/escaped-text.ts';
import { readOrigin } from '../pages/origin.ts';
import { plainPagePolicy } from '../pages/plain-page.ts';
import { readerOf } from '../readers/reader.ts';
import type { Catalog } from '../schemas/catalog.ts';
import { areaCodeParameter } from '../schemas/parameters.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';
import { rememberCompressed } from '../sending/compressed-texts.ts';
import { deliver } from '../sending/delivery.ts';

const answer = (description: string, type: string) => ({
  200: { description, content: { [type]: { schema: z.string() } } },
  ...problems,
  ...notFoundProblem,
});
const none = z.strictObject({});

const areaPageRoute = createRoute({
  method: 'get',
  path: '/areas/{code}',
  tags: ['Pages'],
  summary: 'An area to read, without scripts: its latest figures, their sources, its neighbours',
  request: {
    params: z.object({ code: areaCodeParameter }),
    // Whatever else programs hang on a link, it opens.
    query: z.object({
      lang: z
        .string()
        .optional()
        .openapi({ enum: [...languages], default: 'nl' }),
    }),
  },
  responses: answer('The page', 'text/html'),
});

const sitemapRoute = createRoute({
  method: 'get',
  path: '/sitemap.xml',
  tags: ['Pages'],
  summary: 'Every page of an area, for search engines',
  request: { query: none },
  responses: answer('Sitemap 0.9', 'application/xml'),
});

const robotsRoute = createRoute({
  method: 'get',
  path: '/robots.txt',
  tags: ['Pages'],
  summary: 'What search engines may read (RFC 9309)',
  request: { query: none },
  responses: answer('The rules', 'text/plain'),
});

const pageType = 'text/html; charset=utf-8';

/** A code as people type it. */
const smallCode = /^(?:gm|wk|bu)\d+$/;

/** As many as a sitemap may hold; the largest areas come first. */
const mostPlaces = 50_000;

/** GET /areas/{code}, /sitemap.xml and /robots.txt: what search engines find areas by. */
export function areaPageRoutes(context: ApiContext, readCatalog: PublishedReading<Catalog>) {
  const recallPage = rememberPublic(pageType);
  const rememberPage = rememberCompressed(pageType);
  const rememberMap = rememberCompressed('application/xml; charset=utf-8');
  const rememberRules = rememberCompressed('text/plain; charset=utf-8');
  const readAddresses = rememberPublished(listAddresses);
  return createRoutes()
    .openapi(areaPageRoute, async (c) => {
      const { code } = c.req.valid('param');
      const db = requireDatabase(context);
      const reader = await readerOf(c);
      // Who may see nothing has to sign in first.
      if (reader.rights.length === 0) return c.redirect('/');
      const catalog = await readCatalog(db, reader, context.watch?.readStamp);
      const { lang } = c.req.valid('query');
      const language = languages.find((each) => each === lang) ?? 'nl';
      const origin = readOrigin(c, context.publicUrl);
      const read = async (together: Database) => {
        const area = await findArea(together, reader, code);
        if (!area) return null;
        const children = await listChildren(together, reader, code, area.boundaryYear);
        const profile = await listProfile(together, reader, area);
        return writeAreaPage({ area, children, profile, catalog }, language, origin);
      };
      const asked = [code, language, origin];
      const page = isPublic(reader)
        ? await recallPage(c, { db, asked, read, basis: catalog })
        : await readTogether(db, read).then((text) => text && rememberPage(text));
      if (!page && smallCode.test(code)) return c.redirect(addressArea(code.toUpperCase()));
      if (!page) throw notFound(`No area ${code}`);
      c.header('Content-Security-Policy', plainPagePolicy);
      return deliver(c, page);
    })
    .openapi(sitemapRoute, async (c) => {
      const db = requireDatabase(context);
      const addresses = await readAddresses(db, await readerOf(c), context.watch?.readStamp);
      const origin = readOrigin(c, context.publicUrl);
      const places = addresses.map((path) => `<url><loc>${escapeText(origin + path)}</loc></url>`);
      const head =
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
      return deliver(c, rememberMap(`${head}\n${places.join('\n')}\n</urlset>\n`));
    })
    .openapi(robotsRoute, async (c) => {
      const isClosed = await isSiteClosed(requireDatabase(context));
      const rules = isClosed
        ? ['Disallow: /']
        : [
            'Disallow: /api/',
            'Disallow: /tiles/',
            'Disallow: /ogc/',
            '',
            `Sitemap: ${readOrigin(c, context.publicUrl)}/sitemap.xml`,
          ];
      await readerOf(c);
      return deliver(c, rememberRules(['User-agent: *', ...rules, ''].join('\n')));
    });
}

/** Paths of the pages of all areas of the latest boundaries that the reader may see, and of the region. */
async function listAddresses(db: Database, reader: Reader): Promise<string[]> {
  const region = await findRegion(db, reader);
  const latest = (await listBoundaryYears(db, reader)).at(-1)?.year;
  if (latest === undefined) return [];
  const lists = [];
  for (const level of mapLevels) lists.push(await listAreas(db, reader, latest, level));
  const paths = lists.flat().map(({ code }) => addressArea(code));
  return ['/', ...(region ? [addressArea(region.key)] : []), ...paths].slice(0, mostPlaces);
}
