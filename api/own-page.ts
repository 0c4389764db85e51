import type { Context } from 'hono';
import type { ApiContext } from './context.ts';
import { RequestProblem } from './errors.ts';
import { readOrigin } from './origin.ts';

/**
 * Whether a request was sent by a page of an origin: a browser says from which one by `Sec-Fetch-Site` or `Origin`, also
 * where a form or a script of another site sends its cookies along, and cannot be made to say it elsewhere.
 */
export function isFromPageOf(origin: string, { req }: Context): boolean {
  const site = req.header('Sec-Fetch-Site');
  return req.header('Origin') === origin && (site === undefined || site === 'same-origin');
}

/**
 * Refuses a request that may change something and was not sent by our own page. Throws a problem 403. Who signs in or
 * changes how he does is asked by `requireOwnOrigin` of the accounts, which believes no request on where the site is.
 */
export function requireOwnPage(c: Context, { publicUrl }: ApiContext): void {
  if (!isFromPageOf(readOrigin(c, publicUrl), c))
    throw new RequestProblem('other-page', 'Only the page of this site itself may change something');
}
