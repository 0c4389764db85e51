import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const compress = promisify(gzip);

/** Its own style and forms, and nothing else: no script, no picture, no other site. */
const policy =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A page for one person: kept nowhere, found by no search engine, and told to no other site. */
export async function sendPage(
  c: Context,
  page: string,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  setHeaders(c);
  c.header('Content-Type', 'text/html; charset=utf-8');
  if (!takesGzip(c)) return c.body(page, status);
  c.header('Content-Encoding', 'gzip');
  return c.body(new Uint8Array(await compress(page, { level: 6 })), status);
}

export function takesGzip({ req }: Context): boolean {
  return /\bgzip\b/.test(req.header('Accept-Encoding') ?? '');
}

/** On to another page, by asking for it. */
export function sendTo(c: Context, address: string): Response {
  setHeaders(c);
  return c.redirect(address, 303);
}

function setHeaders(c: Context): void {
  c.header('Cache-Control', 'no-store');
  c.header('Vary', 'Cookie, Accept-Language, Accept-Encoding');
  c.header('Content-Security-Policy', policy);
  // A form says where it comes from; nobody else hears of it.
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('X-Robots-Tag', 'noindex, nofollow');
}
