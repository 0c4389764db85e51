import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { type ApiContext, createRoutes } from '../context.ts';
import { notFound, RequestProblem } from '../errors.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';

const metricsRoute = createRoute({
  method: 'get',
  path: '/metrics',
  tags: ['Server'],
  summary: 'What is counted of this process, for Prometheus and what reads its text form',
  description:
    'Only where `METRICS_TOKEN` is set, for whoever sends it: `Authorization: Bearer …`. Without areas, figures or persons.',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'Text form 0.0.4', content: { 'text/plain': { schema: z.string() } } },
    400: problems[400],
    401: { ...problems[401], description: 'The token is missing or another one.' },
    ...notFoundProblem,
  },
});

/** GET /metrics */
export function metricsRoutes({ metrics }: ApiContext) {
  return createRoutes().openapi(metricsRoute, async (c) => {
    if (!metrics) throw notFound('No metrics are given here: METRICS_TOKEN is not set');
    const [, sent = ''] = /^Bearer (.+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
    if (!metrics.isToken(sent)) {
      c.header('WWW-Authenticate', 'Bearer realm="metrics"');
      throw new RequestProblem('not-signed-in', 'Send what METRICS_TOKEN holds: Authorization: Bearer …');
    }
    c.header('Cache-Control', 'no-store');
    return c.text(await metrics.write(), 200, { 'Content-Type': metrics.type });
  });
}
