import { Hono } from 'hono';
import { restoreAddress } from '../../geodata/link/mending.ts';
import { deliver } from '../delivery.ts';
import { viewerPolicy } from '../security.ts';
import type { ViewerFiles } from '../viewer-files.ts';

/**
 * GET / and the files of the built viewer. A path that was the page before a program passed the link on leads there; any
 * other path that is no file is left to the next route.
 */
export function viewerRoutes(files: ViewerFiles) {
  return new Hono().get('/*', async (c, next) => {
    const file = files.get(c.req.path === '/' ? '/index.html' : c.req.path);
    if (!file) {
      const address = restoreAddress(c.req.path);
      return address === null ? next() : c.redirect(address);
    }
    c.header('Content-Security-Policy', viewerPolicy);
    return deliver(c, file);
  });
}
