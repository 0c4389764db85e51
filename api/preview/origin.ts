import type { Context } from 'hono';
import type { ApiContext } from '../context.ts';

/** Where people reach the site, without a slash at the end: as it is set, or as the request says. */
export function originOf({ req }: Context, { publicUrl }: Pick<ApiContext, 'publicUrl'>): string {
  return new URL(publicUrl ?? req.url).origin;
}
