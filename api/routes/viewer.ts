import { setTimeout as wait } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { restoreAddress } from '../../geodata/link/mending.ts';
import { addSeenAs, seeAsParameter } from '../../geodata/link/seen-reader.ts';
import { rememberCompressed } from '../compressed-texts.ts';
import { type ApiContext, requireDatabase } from '../context.ts';
import { deliver } from '../delivery.ts';
import { listFirstRequests } from '../first-requests.ts';
import { readerOf } from '../reader.ts';
import type { Catalog } from '../schemas/catalog.ts';
import { viewerPolicy } from '../security.ts';
import type { PublishedReading } from '../snapshot.ts';
import { readText, type ViewerFiles } from '../viewer-files.ts';

/** The page does not wait longer for what it would name, milliseconds: it finds out by itself as well. */
const patience = 1000;

/**
 * GET / and the files of the built viewer. The page names what its link will ask for, so that the browser asks for it
 * together with the scripts. A path that was the page before a program passed the link on leads there; any other path
 * that is no file is left to the next route.
 */
export function viewerRoutes(
  context: ApiContext,
  files: ViewerFiles,
  readCatalog: PublishedReading<Catalog>,
): Hono {
  const remember = rememberCompressed('text/html; charset=utf-8');
  return new Hono().get('/*', async (c, next) => {
    const isPage = c.req.path === '/' || c.req.path === '/index.html';
    const file = files.get(isPage ? '/index.html' : c.req.path);
    if (!file) {
      const address = restoreAddress(c.req.path);
      return address === null ? next() : c.redirect(address);
    }
    // Nobody but an administrator sees as others do: the page is asked for as it is.
    if (isPage && c.req.query(seeAsParameter) !== undefined) return c.redirect(leaveSeenAs(c.req.url));
    c.header('Content-Security-Policy', viewerPolicy);
    if (!isPage) return deliver(c, file);
    const addresses = await Promise.race([readAddresses(c), wait(patience, [], { ref: false })]);
    if (addresses.length === 0) return deliver(c, file);
    return deliver(c, remember(nameRequests(await readText(file), addresses)));
  });

  /** None while the server starts, or where the catalog cannot be read: the viewer says so when it asks for it. */
  async function readAddresses(c: Context): Promise<string[]> {
    try {
      const catalog = await readCatalog(requireDatabase(context), await readerOf(c));
      const addresses = listFirstRequests(catalog, new URL(c.req.url).search);
      return addresses.map((address) => addSeenAs(address, c.get('seenAs') ?? null));
    } catch {
      return [];
    }
  }
}

function leaveSeenAs(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(seeAsParameter);
  return `${url.pathname}${url.search}`;
}

/** As the viewer's own `fetch` asks for them, or the browser would ask twice. */
function nameRequests(html: string, addresses: readonly string[]): string {
  const links = addresses.map((address) => {
    const href = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `<link rel="preload" href="${href}" as="fetch" crossorigin="anonymous" />`;
  });
  return html.replace('</head>', () => `${links.join('\n    ')}\n  </head>`);
}
