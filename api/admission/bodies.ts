import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RequestProblem } from '../errors.ts';
import { isAnswering } from '../questionnaires/answering/failure.ts';

/** Far more than any form of the page sends. */
const mostBytes = 1024 ** 2;

/** Of a page of a questionnaire, which takes much less: anybody sends one, and it is taken apart as a whole. */
const mostAnswerBytes = 256 * 1024;

/** Where files are sent, which are read part by part up to limits of their own. */
const takesFiles =
  /^\/api\/accounts\/(contributions\/(documents|files)|questionnaires\/file|rounds\/[a-z0-9-]+\/(register|letters|reminders))$/;

const limit = bound(mostBytes, 'A request may hold at most 1 MB');
const limitAnswers = bound(mostAnswerBytes, 'A page of a questionnaire may hold at most 256 kB');

/** Refuses what is too large before it is read whole. Throws a problem 413. */
export const boundBodies: MiddlewareHandler = (c, next) => {
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (isReading || takesFiles.test(c.req.path)) return next();
  return isAnswering(c.req.path) ? limitAnswers(c, next) : limit(c, next);
};

function bound(maxSize: number, detail: string): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new RequestProblem('too-large', detail);
    },
  });
}
