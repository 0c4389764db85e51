import type { Context, MiddlewareHandler } from 'hono';
import { isPublic, publicReader, type Reader } from '../../sql/reader.ts';

/** What a request says of who sends it. */
export interface Asking {
  /** A header by its name, in capitals or not; undefined where it was not sent. */
  header(name: string): string | undefined;
  /** Of the connection that it came by. */
  readonly address?: string | undefined;
}

/**
 * Finds who asks: at once where nothing has to be looked up, so that what lies in memory is sent without waiting.
 * What fails is a promise that fails; then nothing is answered that depends on the reader.
 */
export type FindReader = (asking: Asking) => Reader | Promise<Reader>;

/** Where nobody can sign in everybody is the public. */
export const findReader: FindReader = () => publicReader;

/** What comes along with a request: its reader, where whoever hands it on has found him already. */
export interface Environment {
  readonly reader?: Reader;
  /** Of the connection that the request came by. */
  readonly address?: string | undefined;
}

declare module 'hono' {
  interface ContextVariableMap {
    findReader: FindReader;
    /** Once a route has asked for him. */
    reader?: Reader;
    /** As whom an administrator sees it, in the words of the link. */
    seenAs?: string;
  }
}

/**
 * Lets the routes ask who the reader is. An answer that was made for others than the public is kept by no cache that
 * several people share, whatever its route says.
 */
export function identifyReaders(find: FindReader): MiddlewareHandler {
  return async (context, next) => {
    context.set('findReader', find);
    await next();
    const reader = context.get('reader');
    if (!reader || (isPublic(reader) && context.get('seenAs') === undefined)) return;
    const { headers } = context.res;
    headers.set('Cache-Control', keepPrivate(headers.get('Cache-Control') ?? 'no-cache'));
  };
}

/** The reader of a request: the one way in which a route comes by whom it answers. */
export async function readerOf(context: Context): Promise<Reader> {
  const environment: Environment | undefined = context.env;
  const reader =
    context.get('reader') ?? environment?.reader ?? (await context.get('findReader')(askingOf(context)));
  context.set('reader', reader);
  return reader;
}

/** The public, whoever asks and whatever his browser sends along: for what is shown to everybody alike. */
export function readAsPublic(context: Context): Reader {
  context.set('reader', publicReader);
  return publicReader;
}

/** A request as those look at it who find out who sends it. */
export function askingOf(context: Context): Asking {
  const environment: Environment | undefined = context.env;
  return { header: (name) => context.req.header(name), address: environment?.address };
}

function keepPrivate(caching: string): string {
  const others = caching.split(/\s*,\s*/).filter((directive) => !/^(public|private)$/i.test(directive));
  return ['private', ...others].join(', ');
}
