import { createHash, randomBytes, randomInt } from 'node:crypto';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { listFollowed, restrictState } from '../../geodata/follow/follow-state.ts';
import { followCodeLength, isFollowCode } from '../../geodata/link/follow-code.ts';
import { decodeWhole } from '../../geodata/link/mending.ts';
import { linkSigns } from '../../geodata/link/signs.ts';
import {
  beginSession,
  countSessions,
  endSession,
  readSessions,
  renewSession,
} from '../../sql/follow/sessions.ts';
import { listUnknownFigures } from '../../sql/unknown-figures.ts';
import { networkOf } from '../accounts/limits.ts';
import { trustProxies } from '../accounts/site.ts';
import { requireNoOtherPage } from '../changes/own-page.ts';
import { type ApiContext, createRoutes, requirePrimary } from '../context.ts';
import { notFound, RequestProblem } from '../errors.ts';
import { type Follower, openFollowers } from '../follow/followers.ts';
import { createPace } from '../follow/limits.ts';
import { limitLinks } from '../links/limit.ts';
import { readerOf } from '../readers/reader.ts';
import {
  begunSchema,
  followParameters,
  newStateSchema,
  presenterKeyHeader,
  renewalSchema,
  renewedSchema,
  toldSessionSchema,
} from '../schemas/follow.ts';
import { notFoundProblem, problems, refusedProblem, tooManyProblem } from '../schemas/problem.ts';
import { bodyOf } from '../schemas/written.ts';

/** How many sessions go on at once. */
const mostSessions = 500;
/** A sign of life for proxies, and how long one answer goes on before the reader is found anew, milliseconds. */
const beat = 15_000;
const longestStream = 10 * 60_000;

const shared = { tags: ['Following'] };
const keyHeaders = z.object({
  [presenterKeyHeader.toLowerCase()]: z.string().min(20).max(100),
});

const beginRoute = createRoute({
  ...shared,
  method: 'post',
  path: '/api/follow',
  summary:
    'Begins a session in which the maps of others follow; gives its code, and the key of the presenter',
  request: { body: bodyOf(newStateSchema) },
  responses: {
    200: { description: 'The session', content: { 'application/json': { schema: begunSchema } } },
    ...problems,
    ...refusedProblem,
    ...tooManyProblem,
  },
});

const sessionRoute = createRoute({
  ...shared,
  method: 'get',
  path: '/api/follow/{code}',
  summary: 'What a presenter shows now',
  request: { params: followParameters, query: z.strictObject({}) },
  responses: {
    200: { description: 'The session', content: { 'application/json': { schema: toldSessionSchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

const eventsRoute = createRoute({
  ...shared,
  method: 'get',
  path: '/api/follow/{code}/events',
  summary: 'The same, again and again as it changes',
  description:
    'Server-sent events: `state` with what is shown, of which the id is its version; `end` once the session is over.',
  request: { params: followParameters, query: z.strictObject({}) },
  responses: {
    200: { description: 'Events', content: { 'text/event-stream': { schema: z.string() } } },
    ...problems,
    ...notFoundProblem,
  },
});

const renewRoute = createRoute({
  ...shared,
  method: 'post',
  path: '/api/follow/{code}',
  summary: 'Shows something else, or says that the presenter is there; for the presenter',
  request: { params: followParameters, headers: keyHeaders, body: bodyOf(renewalSchema) },
  responses: {
    200: { description: 'How many follow', content: { 'application/json': { schema: renewedSchema } } },
    ...problems,
    ...notFoundProblem,
    ...tooManyProblem,
  },
});

const endRoute = createRoute({
  ...shared,
  method: 'delete',
  path: '/api/follow/{code}',
  summary: 'Ends a session; for the presenter',
  request: { params: followParameters, headers: keyHeaders },
  responses: {
    200: {
      description: 'It is over',
      content: { 'application/json': { schema: z.object({ isOver: z.literal(true) }) } },
    },
    ...problems,
    ...notFoundProblem,
  },
});

const openRoute = createRoute({
  ...shared,
  method: 'get',
  path: '/volg/{code}',
  summary: 'Leads to the map that follows a session',
  request: { params: z.object({ code: z.string() }) },
  responses: { 302: { description: 'The address' }, ...problems },
});

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

/** What begins, shows, tells and ends sessions that others follow. */
export function followRoutes(context: ApiContext) {
  const addressOf = trustProxies(context.trustedProxies ?? []);
  const followers = context.followers ?? openFollowers();
  const keepPace = createPace();
  return createRoutes()
    .openapi(beginRoute, async (c) => {
      requireNoOtherPage(c, context);
      const state = c.req.valid('json');
      const db = requirePrimary(context);
      await limitLinks(db, addressOf(c), 'session');
      if ((await countSessions(db)) >= mostSessions)
        throw new RequestProblem(
          'too-many-attempts',
          'Too many sessions go on: try again later',
          undefined,
          60,
        );
      const key = randomBytes(32).toString('base64url');
      for (;;) {
        const code = Array.from(
          { length: followCodeLength },
          () => linkSigns[randomInt(linkSigns.length)],
        ).join('');
        if (await beginSession(db, { code, keyHash: hashOf(key), state })) return c.json({ code, key }, 200);
      }
    })
    .openapi(sessionRoute, async (c) => {
      const { code } = c.req.valid('param');
      const db = requirePrimary(context);
      const [session] = await readSessions(db, [code]);
      if (!session) throw notFound(`No session ${code}`);
      const { state, version, isOver } = session;
      if (isOver) return c.json({ isOver, version, state: null }, 200);
      const unknown = await listUnknownFigures(db, await readerOf(c), listFollowed(state));
      return c.json({ isOver, version, state: restrictState(state, unknown) }, 200);
    })
    .openapi(eventsRoute, async (c) => {
      const { code } = c.req.valid('param');
      const follower = await followers.join(
        requirePrimary(context),
        code,
        await readerOf(c),
        networkOf(addressOf(c)),
      );
      if (follower === 'full')
        throw new RequestProblem(
          'too-many-attempts',
          'As many follow as can: try again later',
          undefined,
          10,
        );
      if (follower === 'stopping') throw new RequestProblem('not-ready', 'The server is stopping');
      if (!follower) throw notFound(`No session ${code}`);
      c.header('X-Accel-Buffering', 'no');
      return sendEvents(c, follower);
    })
    .openapi(renewRoute, async (c) => {
      const { code } = c.req.valid('param');
      const { state } = c.req.valid('json');
      const keyHash = hashOf(c.req.header(presenterKeyHeader) ?? '');
      // Who has another key takes nothing of the presenter's.
      keepPace(`${code} ${keyHash}`);
      const renewed = await renewSession(requirePrimary(context), { code, keyHash, state });
      if (!renewed) throw notFound(`No session ${code} of yours goes on`);
      followers.look(code, renewed.version);
      return c.json(renewed, 200);
    })
    .openapi(endRoute, async (c) => {
      const { code } = c.req.valid('param');
      const isEnded = await endSession(
        requirePrimary(context),
        code,
        hashOf(c.req.header(presenterKeyHeader) ?? ''),
      );
      if (!isEnded) throw notFound(`No session ${code} of yours goes on`);
      followers.look(code);
      return c.json({ isOver: true as const }, 200);
    })
    .openapi(openRoute, (c) => {
      const text = decodeWhole(c.req.valid('param').code).toLowerCase();
      const code = text.replace(/[^a-z0-9]/g, '').slice(0, followCodeLength);
      const named = isFollowCode(code) ? code : encodeURIComponent([...text].slice(0, 40).join(''));
      c.header('Cache-Control', 'no-store');
      return c.redirect(`/?follow=${named}`, 302);
    });
}

/** Sends what is shown as it changes: of changes that come faster than somebody can take them, the last. */
function sendEvents(c: Context, follower: Follower): Response {
  let sent = Number(c.req.header('Last-Event-ID') ?? 0);
  const until = Date.now() + longestStream;
  return streamSSE(c, async (stream) => {
    stream.onAbort(follower.leave);
    try {
      for (let isFirst = true; !stream.aborted && Date.now() < until; isFirst = false) {
        const session = follower.session();
        if (!session) return;
        if (session.isOver) return await stream.writeSSE({ event: 'end', data: '{}' });
        // Who comes back may have other rights than before.
        if (isFirst || session.version !== sent) {
          const data = await follower.tell();
          await stream.writeSSE({ event: 'state', id: String(session.version), data, retry: 1000 });
          sent = session.version;
        } else await stream.write(':\n\n');
        await follower.next(sent, beat);
      }
    } finally {
      follower.leave();
    }
  });
}
