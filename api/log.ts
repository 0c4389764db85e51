import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import type { Metrics } from './metrics/metrics.ts';
import { isAnswering } from './questionnaires/answering/failure.ts';

/** Who hears of each answered request. */
export interface RequestNotes {
  readonly logger: Logger;
  readonly metrics?: Metrics | null | undefined;
}

interface AnsweredRequest {
  readonly method: string;
  readonly path: string;
  /** What answered it, for all its addresses. */
  readonly route: string;
  readonly status: number;
  /** When it came, on the clock of `performance`. */
  readonly start: number;
  readonly requestId: string;
}

/** Notes an answered request. Without the query and the address of the reader: what someone looked at is nobody's business. */
export function noteRequest({ logger, metrics }: RequestNotes, request: AnsweredRequest): void {
  const { method, path, route, status, start, requestId } = request;
  const duration = performance.now() - start;
  metrics?.observe({ method, route, status, seconds: duration / 1000 });
  if (!logger.isLevelEnabled('info')) return;
  const ms = Math.round(duration * 10) / 10;
  logger.info({ method, path, status, ms, requestId }, 'request');
}

/** One line a request, but of those with which a questionnaire is answered: nobody is to find when whose code was. */
export function noteRequests(notes: RequestNotes): MiddlewareHandler {
  return async (context, next) => {
    const start = performance.now();
    await next();
    const { method, path } = context.req;
    if (isAnswering(path)) return;
    noteRequest(notes, {
      method,
      path,
      route: nameRoute(context),
      status: context.res.status,
      start,
      requestId: context.get('requestId'),
    });
  };
}

/** The route that a request is for, as the API's description writes it; `page` for the viewer's files and what is nothing. */
function nameRoute(context: Context): string {
  const isOwn = ({ method, path }: { method: string; path: string }) =>
    method !== 'ALL' && !path.endsWith('*');
  const path = matchedRoutes(context).find(isOwn)?.path ?? 'page';
  return path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}');
}
