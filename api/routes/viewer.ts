import { Hono } from 'hono';
import { deliver } from '../delivery.ts';
import { viewerPolicy } from '../security.ts';
import type { ViewerFiles } from '../viewer-files.ts';

/** GET / and the files of the built viewer. A path that is no file is left to the next route. */
export function viewerRoutes(files: ViewerFiles) {
  return new Hono().get('/*', async (c, next) => {
    const file = files.get(c.req.path === '/' ? '/index.html' : c.req.path);
    if (!file) return next();
    c.header('Content-Security-Policy', viewerPolicy);
    return deliver(c, file);
  });
}
