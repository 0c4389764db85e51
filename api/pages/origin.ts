import type { Context } from 'hono';

/**
 * Where whoever asks reaches the site, without a slash at the end: as it is set, or as the request says. For addresses in
 * what is answered to him; what is made for others goes by `originOf` of the accounts, which believes no request.
 */
export function readOrigin({ req }: Context, publicUrl: string | null): string {
  return new URL(publicUrl ?? req.url).origin;
}

/**
 * Whether a request was sent by a page of an origin: a browser says from which one by `Sec-Fetch-Site` or `Origin`, also
 * where a form or a script of another site sends its cookies along, and cannot be made to say it elsewhere.
 */
export function isFromPageOf(origin: string, { req }: Context): boolean {
  const site = req.header('Sec-Fetch-Site');
  return req.header('Origin') === origin && (site === undefined || site === 'same-origin');
}
