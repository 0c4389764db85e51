import type { MiddlewareHandler } from 'hono';
import { compressOnce } from './compression.ts';
import { answerWith, type Deliverable } from './delivery.ts';
import { hashOf } from './etag.ts';

/** Answers that are remembered with their compressed bytes; the one that was asked for longest ago goes first. */
const mostAnswers = 200;
const mostBytes = 1_000_000;
/** What fits a network packet gains nothing. */
const leastBytes = 1000;

/**
 * Gives JSON a strong tag, spares a client the body that it has, and sends it compressed. The same body is compressed
 * once, however often it is asked for.
 */
export function deliverJson(): MiddlewareHandler {
  const remember = createMemory();
  return async (context, next) => {
    await next();
    const response = context.res;
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    if (response.status !== 200 || !isJson) return;
    const body = await response.text();
    const { status, headers, bytes } = await answerWith(context.req, remember(body));
    const all = new Headers(response.headers);
    all.delete('Content-Type');
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    context.res = undefined;
    context.res = new Response(bytes, { status, headers: all });
  };
}

function createMemory(): (body: string) => Deliverable {
  const answers = new Map<string, Deliverable>();
  return (body) => {
    const hash = hashOf(body);
    const answer = answers.get(hash) ?? describeJson(body, hash);
    if (body.length > mostBytes) return answer;
    answers.delete(hash);
    answers.set(hash, answer);
    const [oldest] = answers.keys();
    if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}

function describeJson(body: string, hash: string): Deliverable {
  const compress = compressOnce(Buffer.from(body));
  return {
    type: 'application/json',
    hash,
    immutable: false,
    encode: (encoding) => (encoding === 'identity' || body.length >= leastBytes ? compress(encoding) : null),
  };
}
