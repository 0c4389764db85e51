import { setMaxListeners } from 'node:events';
import type { Context, MiddlewareHandler } from 'hono';
import { DatabaseAwayError, OverloadError, runWork, type Work } from '../../sql/queue/work.ts';
import { networkOf } from '../accounts/limits.ts';
import { trustProxies } from '../accounts/site.ts';
import type { ApiContext } from '../context.ts';
import type { Environment } from '../readers/reader.ts';
import { followBody } from './body.ts';
import { createAdmission, usualLimits } from './limits.ts';

/** The first byte of an answer comes within this, and the last of a long one, milliseconds. */
const longestMaking = 30_000;
const longestSending = 15 * 60_000;

/** What looks at many figures, areas or texts, or draws. */
const longPath =
  /^\/(api\/(observations|search|contributions\/search)|ogc\/collections\/[^/]+\/items|preview\.png|catalog\.(ttl|jsonld)|sitemap\.xml)$/;
/** How whoever runs the server asks how it is. */
const ownPath = /^\/(healthz|readyz|metrics)$/;

/** Figures of areas that are named are few, and every map asks for some. */
function isLong({ req }: Context): boolean {
  const isOfAreas = req.path === '/api/observations' && Boolean(req.query('area'));
  return longPath.test(req.path) && !isOfAreas;
}

export interface Bounds {
  readonly making: number;
  readonly sending: number;
}

/**
 * Lets each client have only so much worked on at once, and ends the work of a reading whose caller has gone or whose time
 * is over. What changes something is brought to its end. Throws problems 429 and 503.
 */
export function boundWork(
  { startup, trustedProxies = [], limits = usualLimits }: ApiContext,
  { making, sending }: Bounds = { making: longestMaking, sending: longestSending },
): MiddlewareHandler {
  const findAddress = trustProxies(trustedProxies);
  const admission = createAdmission(limits);
  return async (c, next) => {
    const { path, method } = c.req;
    if (ownPath.test(path)) return next();
    const environment: Environment | undefined = c.env;
    const kind = isLong(c) ? 'long' : 'short';
    // What the server asks itself comes from no address.
    const isOwn = environment?.address === undefined;
    const client = isOwn ? '' : networkOf(findAddress(c));
    const leave = isOwn ? () => undefined : admission.enter(client, kind);
    const ending = new AbortController();
    // Each query that waits listens.
    setMaxListeners(0, ending.signal);
    const isReading = method === 'GET' || method === 'HEAD';
    const { signal } = c.req.raw;
    if (isReading && !isOwn) signal.addEventListener('abort', () => ending.abort(), { once: true });
    // It is known already: nobody waits to find out.
    if (startup.lostSince != null) ending.abort(new DatabaseAwayError());
    let age: number | null = null;
    const onStale = (seconds: number) => {
      age = Math.max(age ?? 0, seconds);
    };
    const work: Work = { kind, client, signal: ending.signal, onStale };
    const done = runWork(work, next);
    let timer: NodeJS.Timeout | undefined;
    const overdue = new Promise<never>((_, reject) => {
      const end = () => {
        const reason = new OverloadError('The answer took too long to make');
        ending.abort(reason);
        reject(reason);
      };
      if (isReading && !isOwn) timer = setTimeout(end, making);
    });
    try {
      await Promise.race([done, overdue]);
    } catch (error) {
      // What cannot be ended counts until it is over.
      done.then(leave, leave);
      throw error;
    } finally {
      clearTimeout(timer);
    }
    if (age !== null) tellAge(c, age);
    const isStream = c.res.headers.get('Content-Type')?.startsWith('text/csv') ?? false;
    if (!isStream || !c.res.body) return leave();
    // Nobody will read it, nor say so.
    if (method === 'HEAD') {
      ending.abort();
      await c.res.body.cancel().catch(() => undefined);
      c.res = new Response(null, c.res);
      return leave();
    }
    const body = followBody(c.res.body, { signal, longest: sending, onEnd: leave, ending });
    c.res = new Response(body, c.res);
  };
}

/** That an answer is as it was so many seconds ago: RFC 9111, section 5.1, and RFC 9211. */
function tellAge(c: Context, seconds: number): void {
  c.res.headers.set('Age', String(seconds));
  c.res.headers.set('Cache-Status', 'wijkinformatie; hit; ttl=0; detail=database-away');
}
