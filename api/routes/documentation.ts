import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { writeDocumentation } from '../documentation/page.ts';

const information = {
  openapi: '3.1.0',
  info: {
    title: 'Wijkinformatie Twente',
    version: '1',
    description:
      'Figures on safety and liveability of the neighbourhoods of Twente, their boundaries, and where each figure comes from.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: '/' }],
};

/** GET /api/openapi.json and GET /api/docs, both made once from the schemas that check the requests. */
export function documentationRoutes(api: OpenAPIHono) {
  const document = api.getOpenAPI31Document(information);
  const { html, policy } = writeDocumentation(document);
  return new Hono()
    .get('/api/openapi.json', (c) => c.json(document, 200))
    .get('/api/docs', (c) =>
      c.html(html, 200, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' }),
    );
}
