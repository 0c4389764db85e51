import type { Context } from 'hono';
import type { ContributionFile } from '../../sql/contributions/contribution.ts';
import { matchesTag } from '../sending/etag.ts';
import type { FileStore } from './file-store.ts';

/** Shown on the page; whatever else there is, is saved by whoever opens it. */
const shownTypes = ['image/webp'];

/** Sends a file as what it was found to be and nothing else; asked for anew each time, as it may be withdrawn. */
export async function deliverFile(c: Context, store: FileStore, file: ContributionFile): Promise<Response> {
  const tag = `"${file.sha256}"`;
  const disposition = shownTypes.includes(file.type) ? 'inline' : 'attachment';
  const headers = {
    ETag: tag,
    'Cache-Control': 'private, no-cache',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  };
  if (matchesTag(c.req.header('If-None-Match'), tag)) return c.body(null, 304, headers);
  const bytes = await store.read(file.sha256);
  return c.body(new Uint8Array(bytes), 200, { ...headers, 'Content-Type': file.type });
}
