import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { readPublicationStamp } from '../../sql/publication-stamp.ts';
import { writeRightsKey } from '../../sql/reader.ts';
import { type ApiContext, createRoutes, requireDatabase } from '../context.ts';
import { notFound, RequestProblem } from '../errors.ts';
import { findHeld } from '../first-picture/drawable.ts';
import { type PictureReadings, requirePictures } from '../first-picture/pictures.ts';
import { describeFirstView } from '../first-view.ts';
import { listFrozenFigures } from '../links/opening.ts';
import { rememberReading } from '../memory/recent-memory.ts';
import { writeCard } from '../preview/card.ts';
import { hasPicture } from '../preview/drawn.ts';
import { drawPng } from '../preview/png.ts';
import { readerOf } from '../readers/reader.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';
import { deliver } from '../sending/delivery.ts';
import { hashOf } from '../sending/etag.ts';

/** Cards that are kept, some 60 kB each, and that are drawn at once: others are asked to come back. */
const mostCards = 64;
const mostAtOnce = 6;

const previewRoute = createRoute({
  method: 'get',
  path: '/preview.png',
  tags: ['Links'],
  summary: 'The maps of a link as a picture, for the card that other programs show of it',
  description:
    'Takes what the address of a page takes. There is none of figures carried to other boundaries, changes between those of different years, and what is too large or needs counts that are not shown.',
  request: { query: z.looseObject({}) },
  responses: {
    200: {
      description: 'The picture, 1200 by 630 pixels',
      content: { 'image/png': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems,
    ...notFoundProblem,
  },
});

/** GET /preview.png: drawn for its reader, who is the public where a program asks on its own. */
export function previewRoutes(
  context: ApiContext,
  { readPublishedCatalog, readPublishedTilesets, readPictures }: PictureReadings,
) {
  const remember = rememberReading<Uint8Array | null>(mostCards);
  let underWay = 0;
  return createRoutes().openapi(previewRoute, async (c) => {
    const [db, reader] = [requireDatabase(context), await readerOf(c)];
    const readStamp = context.watch?.readStamp ?? readPublicationStamp;
    const catalog = await readPublishedCatalog(db, reader, readStamp);
    const tilesets = await readPublishedTilesets(db, reader, readStamp);
    const first = describeFirstView(catalog, tilesets, new URL(c.req.url).search);
    if (!first) throw notFound('No map is shown there');
    if (!hasPicture(first, catalog)) throw notFound('There is no picture of what this map shows');
    const { frozen } = first.view;
    if (
      frozen !== null &&
      (await listFrozenFigures(db, reader, frozen)).some(({ state }) => state === 'renewed')
    )
      throw notFound('The map shows older figures, of which there is no picture');
    // What is drawn and nothing else, so that other words in the address make no other picture.
    const { panels, arrangement, camera, secondCamera, scale, active, chance } = first.view;
    const held = findHeld(first.view, catalog);
    const key = JSON.stringify([panels, arrangement, camera, secondCamera, scale, active, chance, held]);
    const bytes = await remember(`${await readStamp(db)} ${writeRightsKey(reader)} ${key}`, async () => {
      if (underWay >= mostAtOnce)
        throw new RequestProblem('not-ready', 'Other pictures are being drawn: ask again', undefined, 2);
      underWay += 1;
      try {
        const subjects = await requirePictures(readPictures)(db, reader, first, tilesets, catalog);
        if (!subjects) return null;
        return await drawPng(writeCard(subjects));
      } finally {
        underWay -= 1;
      }
    });
    if (!bytes) throw notFound('There is no picture of what this map shows');
    const picture = { type: 'image/png', hash: hashOf(bytes), immutable: false };
    return deliver(c, {
      ...picture,
      encode: (encoding) => (encoding === 'identity' ? Promise.resolve(bytes) : null),
    });
  });
}
