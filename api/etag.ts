import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

/** Whether `If-None-Match` names this tag: a list, weak or strong, or `*` for any (RFC 9110, 13.1.2). */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.match(/"[^"]*"/g)?.includes(tag) ?? false;
}

/** Short text that only bytes like these give: 160 bits of SHA-256. */
export function hashOf(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 27);
}

/** Answers that the client has it already; the headers set on the context go along. */
export function answerNotModified(context: Context, tag: string): Response {
  return context.body(null, 304, { ETag: tag });
}

/** Gives JSON a strong ETag, and spares a client the body that it has. */
export const tagJson: MiddlewareHandler = async (context, next) => {
  await next();
  const response = context.res;
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  if (response.status !== 200 || !isJson || response.headers.has('ETag')) return;
  if (response.headers.get('Cache-Control') === 'no-store') return;
  const body = await response.text();
  const headers = new Headers(response.headers);
  const tag = `"${hashOf(body)}"`;
  headers.set('ETag', tag);
  headers.set('Cache-Control', 'no-cache');
  const isKnown = matchesTag(context.req.header('If-None-Match'), tag);
  if (isKnown) headers.delete('Content-Type');
  context.res = undefined;
  context.res = new Response(isKnown ? null : body, { status: isKnown ? 304 : 200, headers });
};
