import type { Context } from 'hono';
import type { ApiContext } from '../context.ts';
import { RequestProblem } from '../errors.ts';
import { isFromPageOf, readOrigin } from '../pages/origin.ts';

/**
 * Refuses a request that may change something and was not sent by our own page. Throws a problem 403. Who signs in or
 * changes how he does is asked by `requireOwnOrigin` of the accounts, which believes no request on where the site is.
 */
export function requireOwnPage(c: Context, { publicUrl }: ApiContext): void {
  if (!isFromPageOf(readOrigin(c, publicUrl), c))
    throw new RequestProblem('other-page', 'Only the page of this site itself may change something');
}

/**
 * The same of what programs may send as well: a browser says of each request that may change something where it is from, so
 * that one which says nothing is of a program. Throws a problem 403.
 */
export function requireNoOtherPage(c: Context, context: ApiContext): void {
  const isOfBrowser = c.req.header('Origin') !== undefined || c.req.header('Sec-Fetch-Site') !== undefined;
  if (isOfBrowser) requireOwnPage(c, context);
}
