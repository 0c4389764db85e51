import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RequestProblem } from '../errors.ts';

/** Far more than any form of the page sends. */
const mostBytes = 1024 ** 2;

/** Where files are sent, which are read part by part up to limits of their own. */
const takesFiles =
  /^\/api\/accounts\/(contributions\/(documents|files)|questionnaires\/file|rounds\/[a-z0-9-]+\/(register|letters|reminders))$/;

const limit = bodyLimit({
  maxSize: mostBytes,
  onError: () => {
    throw new RequestProblem('too-large', 'A request may hold at most 1 MB');
  },
});

/** Refuses what is too large before it is read whole. Throws a problem 413. */
export const boundBodies: MiddlewareHandler = (c, next) => {
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
  return isReading || takesFiles.test(c.req.path) ? next() : limit(c, next);
};
