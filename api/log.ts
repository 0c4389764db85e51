import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';

/** One line a request. Without the query and the address of the reader: what someone looked at is nobody's business. */
export function logRequests(logger: Logger): MiddlewareHandler {
  return async (context, next) => {
    const start = performance.now();
    await next();
    const ms = Math.round((performance.now() - start) * 10) / 10;
    const { method, path } = context.req;
    logger.info(
      { method, path, status: context.res.status, ms, requestId: context.get('requestId') },
      'request',
    );
  };
}
