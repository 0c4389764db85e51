import { type Context, Hono } from 'hono';
import { chooseEncoding } from '../encoding.ts';
import { answerNotModified, matchesTag } from '../etag.ts';
import { viewerPolicy } from '../security.ts';
import type { ViewerFile, ViewerFiles } from '../viewer-files.ts';

/** GET / and the files of the built viewer. A path that is no file is left to the next route. */
export function viewerRoutes(files: ViewerFiles) {
  return new Hono().get('/*', async (c, next) => {
    const path = c.req.path === '/' ? '/index.html' : c.req.path;
    const file = files.get(path);
    return file ? sendFile(c, file) : next();
  });
}

async function sendFile(c: Context, file: ViewerFile): Promise<Response> {
  const wanted = chooseEncoding(c.req.header('Accept-Encoding'));
  const encoding = file.encode(wanted) ? wanted : 'identity';
  const tag = `"${file.hash}-${encoding}"`;
  c.header('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  c.header('Vary', 'Accept-Encoding');
  c.header('Content-Security-Policy', viewerPolicy);
  if (matchesTag(c.req.header('If-None-Match'), tag)) return answerNotModified(c, tag);
  c.header('ETag', tag);
  c.header('Content-Type', file.type);
  if (encoding !== 'identity') c.header('Content-Encoding', encoding);
  return c.body(new Uint8Array((await file.encode(encoding)) ?? []));
}
