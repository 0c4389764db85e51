import { setTimeout as wait } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { restoreAddress } from '../../geodata/link/mending.ts';
import { seeAsParameter } from '../../geodata/link/seen-reader.ts';
import { restoreLinkId } from '../../geodata/link/short-link.ts';
import { defaultView, formatView, parseView } from '../../geodata/link/view.ts';
import { isPublic } from '../../sql/reader.ts';
import { type ApiContext, requireDatabase } from '../context.ts';
import { isDrawnInPage } from '../first-picture/drawable.ts';
import { earlyScript } from '../first-picture/early-script.ts';
import { writeFrame } from '../first-picture/frame.ts';
import { lateScript } from '../first-picture/late-script.ts';
import { holdScripts, type Page, putFrame, readPage } from '../first-picture/page.ts';
import type { PictureReadings, ReadPictures } from '../first-picture/pictures.ts';
import { writePicture } from '../first-picture/svg.ts';
import { describeFirstView, type FirstView, listFirstRequests } from '../first-view.ts';
import { listFrozenFigures } from '../links/opening.ts';
import { escapeText } from '../pages/escaped-text.ts';
import { readOrigin } from '../pages/origin.ts';
import { describeInline, writeViewerPolicy } from '../pages/security.ts';
import { readText, type ViewerFiles } from '../pages/viewer-files.ts';
import { hasPicture } from '../preview/drawn.ts';
import { writeCardTags } from '../preview/tags.ts';
import { readerOf } from '../readers/reader.ts';
import { rememberCompressed } from '../sending/compressed-texts.ts';
import { deliver } from '../sending/delivery.ts';

/** The page does not wait longer for what it would name, milliseconds: it finds out by itself as well. */
const longestWait = 1000;
/** Nor for its pictures, which the browser can draw as well. */
const picturePatience = 400;

/** Hashes of what a page runs that stands in it. */
const inlineScripts = [earlyScript, lateScript].map(describeInline);

/** What a page says of its link: what is drawn first, and the addresses that this needs. */
interface Named {
  /** null: the page itself asks for what it draws. */
  readonly firstView: FirstView | null;
  readonly addresses: readonly string[];
  /** Of each map, as far as the server draws them. */
  readonly pictures: readonly string[] | null;
  /** What other sites show of the link. */
  readonly tags: string;
}

/**
 * GET / and the files of the built viewer. The page holds what its link draws first and names what that needs, so that the
 * browser asks for it together with the scripts. A path that was the page before a program passed the link on leads there;
 * any other path that is no file is left to the next route.
 */
export function viewerRoutes(context: ApiContext, files: ViewerFiles, readings: PictureReadings): Hono {
  const { readPictures } = readings;
  const remember = rememberCompressed('text/html; charset=utf-8');
  let page: Promise<Page> | null = null;
  return new Hono().get('/*', async (c, next) => {
    const isPage = c.req.path === '/' || c.req.path === '/index.html';
    const file = files.get(isPage ? '/index.html' : c.req.path);
    if (!file) {
      const id = restoreLinkId(c.req.path);
      const address = id === null ? restoreAddress(c.req.path) : `/s/${id}`;
      return address === null ? next() : c.redirect(address);
    }
    // Nobody but an administrator sees as others do: the page is asked for as it is.
    if (isPage && c.req.query(seeAsParameter) !== undefined) return c.redirect(leaveSeenAs(c.req.url));
    if (!isPage) {
      c.header('Content-Security-Policy', writeViewerPolicy({ scripts: [], styles: [] }));
      return deliver(c, file);
    }
    const named = await Promise.race([readNamed(c), wait(longestWait, null, { ref: false })]);
    page ??= readText(file).then((html) => readPage(html, files));
    const { html, styles } = await page;
    const scripts = named?.firstView ? inlineScripts : [];
    c.header('Content-Security-Policy', writeViewerPolicy({ scripts, styles }));
    return deliver(c, remember(named ? writeInto(html, named) : html));
  });

  /** Nothing while the server starts, or where the catalog cannot be read: the viewer says so when it asks for it. */
  async function readNamed(c: Context): Promise<Named | null> {
    try {
      // An administrator who sees as others do waits for the page itself, which asks for everything as that reader.
      if (c.get('seenAs')) return null;
      const [db, reader, readStamp] = [
        requireDatabase(context),
        await readerOf(c),
        context.watch?.readStamp,
      ] as const;
      const catalog = await readings.readPublishedCatalog(db, reader, readStamp);
      const tilesets = await readings.readPublishedTilesets(db, reader, readStamp);
      const firstView = describeFirstView(catalog, tilesets, new URL(c.req.url).search);
      if (!firstView) return null;
      const origin = isPublic(reader) ? readOrigin(c, context.publicUrl) : null;
      const { frozen } = firstView.view;
      if (frozen !== null) {
        // Older figures are asked for by the page itself.
        if (origin === null) return null;
        const figures = await listFrozenFigures(db, reader, frozen);
        const isDrawn = hasPicture(firstView, catalog) && figures.every(({ state }) => state === 'same');
        const tags = writeCanonical(c, origin) + writeCardTags(firstView, catalog, origin, isDrawn);
        return { firstView: null, addresses: [], pictures: null, tags };
      }
      // What was read of it by then is there when the next one asks.
      const found = isDrawnInPage(firstView.view)
        ? await Promise.race([
            drawMaps(readPictures(db, reader, firstView, tilesets, catalog)),
            wait(picturePatience, null, { ref: false }),
          ])
        : null;
      const isDrawn = !found?.isLeftToBrowser && hasPicture(firstView, catalog);
      const tags =
        origin === null ? '' : writeCanonical(c, origin) + writeCardTags(firstView, catalog, origin, isDrawn);
      const pictures = found?.pictures ?? null;
      return { firstView, addresses: listFirstRequests(firstView, catalog), pictures, tags };
    } catch {
      return null;
    }
  }
}

/** null where something is published just then. */
async function drawMaps(reading: ReturnType<ReadPictures>) {
  const subjects = await reading.catch(() => undefined);
  if (subjects === undefined) return null;
  return {
    isLeftToBrowser: subjects === null,
    pictures: subjects?.map((subject) => writePicture(subject)) ?? null,
  };
}

/** However the link came to be written, a search engine keeps it once; the page as it begins by its shortest address. */
function writeCanonical({ req }: Context, origin: string): string {
  const { view } = parseView(new URL(req.url).search);
  const address = `${origin}/${formatView({ ...defaultView, ...view, seeAs: null })}`;
  return `<link rel="canonical" href="${escapeText(address)}" />\n    `;
}

function leaveSeenAs(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(seeAsParameter);
  return `${url.pathname}${url.search}`;
}

/** Addresses as the viewer's own `fetch` asks for them, or the browser would ask twice. */
function writeInto(html: string, { firstView, addresses, pictures, tags }: Named): string {
  const putHead = (page: string, ...elements: string[]) =>
    page.replace('</head>', () => `${elements.filter(Boolean).join('\n    ')}\n  </head>`);
  if (!firstView) return putHead(html, tags);
  const links = addresses.map(
    (address) => `<link rel="preload" href="${escapeText(address)}" as="fetch" crossorigin="anonymous" />`,
  );
  // No text of it can end the element.
  const json = JSON.stringify(firstView).replaceAll('<', '\\u003c');
  const script = `<script type="application/json" id="first-view">${json}</script>`;
  const framed = putFrame(pictures ? holdScripts(html) : html, writeFrame(firstView, pictures));
  return putHead(framed, tags, ...links, script);
}
