import type { MiddlewareHandler } from 'hono';
import { seeAsParameter } from '../../geodata/link/seen-reader.ts';
import { isAdministrator } from '../../sql/reader.ts';
import { findSeenReader } from '../../sql/seen-reader.ts';
import { invalidParameter } from '../errors.ts';
import { readerOf } from './reader.ts';

/**
 * Shows an administrator what another reader sees. For anybody else the parameter is unknown, as any that there is not. The
 * routes behind do not see it.
 */
export const seeAsAnother: MiddlewareHandler = async (context, next) => {
  const wish = context.req.query(seeAsParameter);
  if (wish === undefined || !isAdministrator(await readerOf(context))) return next();
  const seen = findSeenReader(wish);
  if (!seen) throw invalidParameter(seeAsParameter, 'public, partner, police or the code of a municipality');
  const url = new URL(context.req.url);
  url.searchParams.delete(seeAsParameter);
  context.req.raw = new Request(url, context.req.raw);
  context.set('reader', seen);
  context.set('seenAs', wish);
  return next();
};
