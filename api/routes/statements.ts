import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { languages } from '../../geodata/text.ts';
import { usualTrailDays } from '../config.ts';
import { type ApiContext, createRoutes } from '../context.ts';
import { plainPagePolicy } from '../pages/plain-page.ts';
import { problems } from '../schemas/problem.ts';
import { rememberCompressed } from '../sending/compressed-texts.ts';
import { deliver } from '../sending/delivery.ts';
import { type AccessibilityRecord, readAccessibilityRecord } from '../statements/accessibility-record.ts';
import {
  statementPaths,
  writeAccessibilityStatement,
  writePrivacyStatement,
} from '../statements/statement.ts';

const describe = <Path extends string>(path: Path, summary: string) =>
  createRoute({
    method: 'get',
    path,
    tags: ['Pages'],
    summary,
    request: { query: z.strictObject({ lang: z.enum(languages).default('nl') }) },
    responses: {
      200: { description: 'The page', content: { 'text/html': { schema: z.string() } } },
      400: problems[400],
    },
  });

const privacyRoute = describe(statementPaths.privacy, 'What is kept of whom, and how long');
const accessibilityRoute = describe(
  statementPaths.accessibility,
  'What is done so that everybody can use the site, and what the last look at it found',
);

/** GET /gegevensbescherming and /toegankelijkheid: what the site states of itself, to who may see nothing else too. */
export function statementRoutes({ publisher, trailDays = usualTrailDays, locationServer }: ApiContext) {
  const email = publisher?.email ?? null;
  const findsAddresses = Boolean(locationServer);
  const remember = rememberCompressed('text/html; charset=utf-8');
  let record: Promise<AccessibilityRecord> | undefined;
  return createRoutes()
    .openapi(privacyRoute, (c) => {
      c.header('Content-Security-Policy', plainPagePolicy);
      const page = writePrivacyStatement({ email, trailDays, findsAddresses }, c.req.valid('query').lang);
      return deliver(c, remember(page));
    })
    .openapi(accessibilityRoute, async (c) => {
      record ??= readAccessibilityRecord();
      const page = writeAccessibilityStatement({ email, record: await record }, c.req.valid('query').lang);
      c.header('Content-Security-Policy', plainPagePolicy);
      return deliver(c, remember(page));
    });
}
