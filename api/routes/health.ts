import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { type ApiContext, createRoutes } from '../context.ts';
import { healthSchema } from '../schemas/health.ts';
import { problems } from '../schemas/problem.ts';

const content = { 'application/json': { schema: healthSchema } };

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['Server'],
  summary: 'Whether the server is ready',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'Ready', content },
    400: problems[400],
    503: { description: 'Still starting (`step` says with what) or stopping', content },
  },
});

/** GET /healthz */
export function healthRoutes({ startup }: ApiContext) {
  return createRoutes().openapi(healthRoute, (c) => {
    const { phase, isWarm } = startup;
    const uptimeSeconds = Math.round(process.uptime() * 10) / 10;
    const step = 'step' in phase ? phase.step : null;
    c.header('Cache-Control', 'no-store');
    if (phase.status === 'ready') return c.json({ status: phase.status, step, uptimeSeconds, isWarm }, 200);
    c.header('Retry-After', '1');
    return c.json({ status: phase.status, step, uptimeSeconds, isWarm }, 503);
  });
}
