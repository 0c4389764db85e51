import { promisify } from 'node:util';
import { brotliCompress, gunzip, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { chooseEncoding, type Encoding } from './encoding.ts';
import { answerNotModified, hashOf, matchesTag } from './etag.ts';

const unzip = promisify(gunzip);
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Bytes that were compressed when they were made. */
export interface Artefact {
  readonly hash: string;
  readonly brotli: Uint8Array;
  readonly gzip: Uint8Array;
}

interface Delivery {
  readonly type: string;
  /** Whether the address holds the hash, so that what it gives can never change. */
  readonly immutable: boolean;
}

/** Sends stored bytes as they are stored, in the coding that the client prefers. Each coding has a tag of its own. */
export async function sendArtefact(
  context: Context,
  artefact: Artefact,
  delivery: Delivery,
): Promise<Response> {
  const encoding = chooseEncoding(context.req.header('Accept-Encoding'));
  const tag = `"${artefact.hash}-${encoding}"`;
  context.header('Cache-Control', delivery.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  context.header('Vary', 'Accept-Encoding', { append: true });
  if (matchesTag(context.req.header('If-None-Match'), tag)) return answerNotModified(context, tag);
  context.header('ETag', tag);
  context.header('Content-Type', delivery.type);
  if (encoding !== 'identity') context.header('Content-Encoding', encoding);
  return context.body(new Uint8Array(await pickBytes(artefact, encoding)));
}

async function pickBytes({ brotli, gzip }: Artefact, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'br') return brotli;
  return encoding === 'gzip' ? gzip : unzip(gzip);
}

/** Compresses an answer that many will ask for, once. */
export async function compressArtefact(body: string): Promise<Artefact> {
  const [brotli, zipped] = await Promise.all([compressBrotli(body), compressGzip(body)]);
  return { hash: hashOf(body), brotli, gzip: zipped };
}
