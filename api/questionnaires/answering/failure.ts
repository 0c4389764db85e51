import type { Context } from 'hono';
import type { Logger } from 'pino';
import { RoundRefusal } from '../../../sql/questionnaires/round-refusal.ts';
import { RequestProblem } from '../../errors.ts';
import { readCookie } from './cookie.ts';
import { sendPage } from './delivery.ts';
import { chooseLanguage } from './languages.ts';
import { writeNoticePage } from './notice-page.ts';
import { answeringLanguages } from './words.ts';

/** Whether a path is of the pages for whoever answers, of which no request is written down. */
export function isAnswering(path: string): boolean {
  return path === '/vragenlijst' || path.startsWith('/vragenlijst/');
}

/**
 * Says in the language of whoever answers that something failed. The log hears what kind of error it was, and neither which
 * page was asked for nor what the database said, which names what was to be written.
 */
export async function answerFailure(logger: Logger, error: Error, c: Context): Promise<Response> {
  const language = chooseLanguage(c.req.query('taal') ?? readCookie(c, null)?.language, answeringLanguages);
  // What was looked up when the page was asked for is no longer so: it was sent, or the round was closed.
  if (error instanceof RoundRefusal)
    return sendPage(c, writeNoticePage({ kind: 'sentBefore' }, { language, email: null }), 409);
  const isPassing = error instanceof RequestProblem;
  if (!isPassing)
    logger.error({ reason: error.name, code: codeOf(error) }, 'a questionnaire was not answered');
  if (isPassing && error.kind === 'not-found')
    return sendPage(c, writeNoticePage({ kind: 'notFound' }, { language, email: null }), 404);
  if (isPassing && error.kind === 'too-large')
    return sendPage(c, writeNoticePage({ kind: 'failed' }, { language, email: null }), 413);
  if (isPassing && error.kind === 'invalid-parameter')
    return sendPage(c, writeNoticePage({ kind: 'otherPage' }, { language, email: null }), 400);
  c.header('Retry-After', '60');
  const kind = isPassing ? 'unavailable' : 'failed';
  return sendPage(c, writeNoticePage({ kind }, { language, email: null }), isPassing ? 503 : 500);
}

/** Of PostgreSQL or of the system: `40001`, `ECONNREFUSED`. */
function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
