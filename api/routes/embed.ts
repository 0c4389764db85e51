import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { embedKinds, embedThemes } from '../../geodata/link/embed.ts';
import { defaultView, parseView } from '../../geodata/link/view.ts';
import { isSiteClosed } from '../../sql/visibility-rules.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { type EmbedLook, writeEmbed, writeEmbedPolicy, writeEmbedRefusal } from '../embed/page.ts';
import { readEmbed } from '../embed/reading.ts';
import { hostScript } from '../embed/script.ts';
import { type PictureReadings, requirePictures } from '../first-picture/pictures.ts';
import { rememberPublished } from '../memory/snapshot.ts';
import { readAsPublic } from '../readers/reader.ts';
import { problems } from '../schemas/problem.ts';
import { rememberCompressed } from '../sending/compressed-texts.ts';
import { deliver } from '../sending/delivery.ts';

const page = { content: { 'text/html': { schema: z.string() } } };

/** The first counts: in a frame a sentence serves better than a refusal. */
const repeatable = z.union([z.string(), z.array(z.string())]).optional();

const embedRoute = createRoute({
  method: 'get',
  path: '/embed',
  tags: ['Pages'],
  summary: 'A map, a chart, a figure or a table for a frame on another site',
  description:
    'Takes what the address of a page takes, and always shows what is public, whoever looks at it. Sends no cookie. ' +
    'It tells the page around it how high it is: `{type: "wijkinformatie-height", height}`, which `/embed.js` acts upon.',
  request: {
    query: z.looseObject({
      show: repeatable.openapi({ type: 'string', enum: [...embedKinds], default: 'map' }),
      theme: repeatable.openapi({ type: 'string', enum: [...embedThemes], default: 'system' }),
    }),
  },
  responses: {
    200: { description: 'The page of the frame', ...page },
    ...problems,
    401: { description: 'The site is closed: the page says so', ...page },
    404: { description: 'Nothing is shown there: the page says why', ...page },
  },
});

const scriptRoute = createRoute({
  method: 'get',
  path: '/embed.js',
  tags: ['Pages'],
  summary: 'Gives frames the height of what they show, on the page around them',
  request: { query: z.looseObject({}) },
  responses: {
    200: { description: 'A script', content: { 'text/javascript': { schema: z.string() } } },
    ...problems,
  },
});

/** GET /embed and /embed.js */
export function embedRoutes(context: ApiContext, readings: PictureReadings) {
  const { readPublishedCatalog, readPublishedTilesets } = readings;
  const readPictures = requirePictures(readings.readPictures);
  const remember = rememberCompressed('text/html; charset=utf-8');
  const rememberScript = rememberCompressed('text/javascript; charset=utf-8');
  const readIsClosed = rememberPublished((db) => isSiteClosed(db));
  return createRoutes()
    .openapi(embedRoute, async (c) => {
      const reader = readAsPublic(c);
      const [db, readStamp] = [requireDatabase(context), context.watch?.readStamp];
      const look = readLook(c);
      c.header('Cache-Control', 'no-cache');
      c.header('Content-Security-Policy', writeEmbedPolicy(context.embedAncestors ?? ['*']));
      if (await readIsClosed(db, reader, readStamp)) return c.html(writeEmbedRefusal('closed', look), 401);
      const kind = embedKinds.find((each) => each === c.req.query('show')) ?? 'map';
      const catalog = await readPublishedCatalog(db, reader, readStamp);
      const tilesets = await readPublishedTilesets(db, reader, readStamp);
      const found = await readEmbed(
        { db, reader, catalog, tilesets, readPictures },
        kind,
        new URL(c.req.url).search,
      );
      if (typeof found === 'string') return c.html(writeEmbedRefusal(found, look), 404);
      const table = kind === 'map' ? look.table : null;
      return deliver(c, remember(writeEmbed(found, { ...look, table })));
    })
    .openapi(scriptRoute, async (c) => {
      readAsPublic(c);
      return deliver(c, rememberScript(hostScript));
    });
}

/** What of the address is about the frame alone, and not of what the product itself shows. */
const ofFrame = ['show', 'theme'];

function readLook(c: Context): EmbedLook {
  const { searchParams } = new URL(c.req.url);
  const theme = searchParams.get('theme');
  for (const name of ofFrame) searchParams.delete(name);
  const query = searchParams.toString();
  const table = new URLSearchParams([
    ['show', 'table'],
    ...searchParams,
    ...(theme ? [['theme', theme]] : []),
  ]);
  return {
    language: { ...defaultView, ...parseView(query).view }.language,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    open: `/${query ? `?${query}` : ''}`,
    table: `/embed?${table}`,
  };
}
