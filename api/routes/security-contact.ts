import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { type ApiContext, createRoutes } from '../context.ts';
import { notFound } from '../errors.ts';
import { readOrigin } from '../pages/origin.ts';
import { notFoundProblem, problems } from '../schemas/problem.ts';

const path = '/.well-known/security.txt';

const contactRoute = createRoute({
  method: 'get',
  path,
  tags: ['Server'],
  summary: 'To whom a weakness of this site is told (RFC 9116)',
  description: 'Where `CONTACT_EMAIL` is set.',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'The contact', content: { 'text/plain': { schema: z.string() } } },
    400: problems[400],
    ...notFoundProblem,
  },
});

/** How long what was read counts; RFC 9116 asks for less than a year. */
const validDays = 180;

/** GET /.well-known/security.txt */
export function securityContactRoutes({ publisher, publicUrl }: ApiContext) {
  return createRoutes().openapi(contactRoute, (c) => {
    if (!publisher?.email) throw notFound('No contact is given here: CONTACT_EMAIL is not set');
    // A day, so that everybody reads the same until the next one.
    const expires = new Date(Math.floor(Date.now() / dayMilliseconds + validDays) * dayMilliseconds);
    const lines = [
      `Contact: mailto:${publisher.email}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: nl, en',
      `Canonical: ${readOrigin(c, publicUrl)}${path}`,
    ];
    c.header('Cache-Control', 'public, max-age=3600');
    return c.text(`${lines.join('\n')}\n`, 200);
  });
}

const dayMilliseconds = 24 * 60 * 60 * 1000;
