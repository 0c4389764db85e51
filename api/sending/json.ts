import type { MiddlewareHandler } from 'hono';
import { rememberCompressed } from './compressed-texts.ts';
import { answerWith } from './delivery.ts';

/**
 * Gives JSON a strong tag, spares a client the body that it has, and sends it compressed. The same body is compressed
 * once, however often it is asked for.
 */
export function deliverJson(): MiddlewareHandler {
  const remember = rememberCompressed('application/json');
  return async (context, next) => {
    await next();
    const response = context.res;
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    // What has a tag is ready to be sent.
    if (response.status !== 200 || !isJson || response.headers.has('ETag')) return;
    const body = await response.text();
    const { status, headers, bytes } = await answerWith(context.req, remember(body));
    const all = new Headers(response.headers);
    all.delete('Content-Type');
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    context.res = undefined;
    context.res = new Response(bytes, { status, headers: all });
  };
}
