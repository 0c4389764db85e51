import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { writeDocumentation } from '../documentation/page.ts';
import { mendPatterns } from '../documentation/patterns.ts';

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

/**
 * GET /api/openapi.json and GET /api/docs, both made from the schemas that check the requests, when somebody first asks: most
 * starts are for maps.
 */
export function documentationRoutes(api: OpenAPIHono) {
  let made: ReturnType<typeof make> | undefined;
  const make = () => {
    const document = mendPatterns(api.getOpenAPI31Document(information));
    return { document, ...writeDocumentation(document) };
  };
  const read = () => (made ??= make());
  return new Hono()
    .get('/api/openapi.json', (c) => c.json(read().document, 200))
    .get('/api/docs', (c) => {
      const { html, policy } = read();
      return c.html(html, 200, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' });
    });
}
