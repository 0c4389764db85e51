import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';

interface AnsweredRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** When it came, on the clock of `performance`. */
  readonly start: number;
  readonly requestId: string;
}

/** Writes down an answered request. Without the query and the address of the reader: what someone looked at is nobody's business. */
export function writeRequest(logger: Logger, request: AnsweredRequest): void {
  if (!logger.isLevelEnabled('info')) return;
  const { method, path, status, start, requestId } = request;
  const ms = Math.round((performance.now() - start) * 10) / 10;
  logger.info({ method, path, status, ms, requestId }, 'request');
}

/** One line a request. */
export function logRequests(logger: Logger): MiddlewareHandler {
  return async (context, next) => {
    const start = performance.now();
    await next();
    const { method, path } = context.req;
    writeRequest(logger, {
      method,
      path,
      status: context.res.status,
      start,
      requestId: context.get('requestId'),
    });
  };
}
