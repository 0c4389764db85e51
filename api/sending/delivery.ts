import type { Context } from 'hono';
import { chooseEncoding, type Encoding } from './encoding.ts';
import { matchesTag } from './etag.ts';

/** Something to send, by its content. */
export interface Deliverable {
  readonly type: string;
  /** Text that only these bytes have. */
  readonly hash: string;
  /** Whether its address holds the hash, so that what it gives can never change. */
  readonly immutable: boolean;
  /** The bytes in a coding; null where there are none in that coding. Always gives them as they are (`identity`). */
  encode(encoding: Encoding): Promise<Uint8Array> | null;
}

interface Answer {
  readonly status: 200 | 304;
  readonly headers: Record<string, string>;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/**
 * The answer to a request for it: in the coding that the client prefers, or that the client has it already. Each coding
 * has a strong tag of its own.
 */
export async function answerWith(request: Context['req'], deliverable: Deliverable): Promise<Answer> {
  const wanted = chooseEncoding(request.header('Accept-Encoding'));
  const encoded = deliverable.encode(wanted);
  const encoding = encoded ? wanted : 'identity';
  const tag = `"${deliverable.hash}-${encoding}"`;
  const headers = {
    ETag: tag,
    'Cache-Control': deliverable.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
  };
  if (matchesTag(request.header('If-None-Match'), tag)) return { status: 304, headers, bytes: null };
  const bytes = new Uint8Array((await (encoded ?? deliverable.encode('identity'))) ?? []);
  const coding = encoding === 'identity' ? {} : { 'Content-Encoding': encoding };
  return { status: 200, headers: { ...headers, ...coding, 'Content-Type': deliverable.type }, bytes };
}

/** Sends it. */
export async function deliver(context: Context, deliverable: Deliverable): Promise<Response> {
  const { status, headers, bytes } = await answerWith(context.req, deliverable);
  return context.newResponse(bytes, status, headers);
}
