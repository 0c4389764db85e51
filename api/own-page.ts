import type { Context } from 'hono';
import type { ApiContext } from './context.ts';
import { RequestProblem } from './errors.ts';

/**
 * Refuses a request that may change something and was not sent by our own page: a browser says from which one by
 * `Sec-Fetch-Site` or `Origin`, also where a form or a script of another site sends its cookies along. Throws a problem 403.
 */
export function requireOwnPage({ req }: Context, { publicUrl }: ApiContext): void {
  const own = new URL(publicUrl ?? req.url).origin;
  const site = req.header('Sec-Fetch-Site');
  const isOwn = req.header('Origin') === own && (site === undefined || site === 'same-origin');
  if (!isOwn)
    throw new RequestProblem('other-page', 'Only the page of this site itself may change something');
}
