import type { Context } from 'hono';

/**
 * Where whoever asks reaches the site, without a slash at the end: as it is set, or as the request says. For addresses in
 * what is answered to him; what is made for others goes by `originOf` of the accounts, which believes no request.
 */
export function readOrigin({ req }: Context, publicUrl: string | null): string {
  return new URL(publicUrl ?? req.url).origin;
}
