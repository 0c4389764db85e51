import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { type ApiContext, createRoutes } from '../context.ts';
import { livenessSchema, readinessSchema } from '../schemas/health.ts';
import { problems } from '../schemas/problem.ts';
import type { Startup } from '../startup.ts';

const request = { query: z.strictObject({}) };
const content = { 'application/json': { schema: readinessSchema } };

const livenessRoute = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['Server'],
  summary: 'Whether the server runs',
  description: 'Whoever gets no answer starts it anew. It says nothing of the database: `/readyz` does.',
  request,
  responses: {
    200: { description: 'It runs', content: { 'application/json': { schema: livenessSchema } } },
    400: problems[400],
  },
});

const readinessRoute = createRoute({
  method: 'get',
  path: '/readyz',
  tags: ['Server'],
  summary: 'Whether the server is ready to answer',
  request,
  responses: {
    200: { description: 'Ready', content },
    400: problems[400],
    503: {
      description:
        'Still starting (`step` says with what), without its database (what lies in memory is answered), or stopping',
      content,
    },
  },
});

/** Seconds until it is worth asking again: of a start that goes on, and of a database that is gone. */
const later = { starting: 1, 'database-away': 5, stopping: 1 } as const;

/** GET /healthz and GET /readyz */
export function healthRoutes({ startup }: ApiContext) {
  return createRoutes()
    .openapi(livenessRoute, (c) => {
      c.header('Cache-Control', 'no-store');
      return c.json({ status: 'alive' as const, uptimeSeconds: readUptime() }, 200);
    })
    .openapi(readinessRoute, (c) => {
      const status = readStatus(startup);
      const { phase, isWarm } = startup;
      const step = 'step' in phase ? phase.step : null;
      const body = { status, step, uptimeSeconds: readUptime(), isWarm };
      c.header('Cache-Control', 'no-store');
      if (status === 'ready') return c.json(body, 200);
      c.header('Retry-After', String(later[status]));
      return c.json(body, 503);
    });
}

function readStatus({ phase, lostSince = null }: Startup) {
  return phase.status === 'ready' && lostSince !== null ? ('database-away' as const) : phase.status;
}

function readUptime(): number {
  return Math.round(process.uptime() * 10) / 10;
}
