import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { Document } from '../../api/documentation/document.ts';

const startup = { phase: { status: 'starting', step: '' }, isWarm: false } as const;
const app = createApp({ startup, logger: pino({ level: 'silent' }), publicUrl: null }, new Map());
const response = await app.request('/api/openapi.json');
const document = (await response.json()) as Document;

const paths = [
  '/healthz',
  '/readyz',
  '/api/catalog',
  '/api/areas',
  '/api/areas/{code}',
  '/api/areas/{code}/profile',
  '/api/observations',
  '/api/observations.csv-metadata.json',
  '/api/columns/{indicator}/{level}',
  '/api/columns/{indicator}/{category}/{level}',
  '/api/lineage',
  '/api/links',
  '/api/links/{id}',
  '/s/{id}',
  '/api/presentations/{id}',
  '/api/follow',
  '/api/follow/{code}',
  '/api/follow/{code}/events',
  '/volg/{code}',
  '/preview.png',
  '/embed',
  '/embed.js',
  '/api/releases',
  '/api/search',
  '/api/sources',
  '/api/targets',
  '/api/access',
  '/api/access/rules',
  '/api/access/site',
  '/api/policy/templates',
  '/api/policy/cycles',
  '/api/policy/cycles/{id}',
  '/api/policy/cycles/{id}/steps/{step}',
  '/api/policy/cycles/{id}/priorities/{priority}',
  '/api/policy/cycles/{id}/priorities/{priority}/actions/{action}',
  '/api/shared-lists',
  '/api/shared-lists/{id}',
  '/api/shared-lists/{id}/areas/{area}',
  '/api/shared-lists/{id}/membership',
  '/tiles/{boundaryYear}.json',
  '/tiles/{boundaryYear}/{hash}/{z}/{x}/{y}.mvt',
  '/base-map.json',
  '/base-map/{z}/{x}/{y}.mvt',
  '/areas/{code}',
  '/sitemap.xml',
  '/robots.txt',
  '/.well-known/security.txt',
  '/metrics',
  '/gegevensbescherming',
  '/toegankelijkheid',
  '/catalog.jsonld',
  '/catalog.ttl',
  '/ogc',
  '/ogc/conformance',
  '/ogc/api',
  '/ogc/collections',
  '/ogc/collections/{collectionId}',
  '/ogc/collections/{collectionId}/items',
  '/ogc/collections/{collectionId}/items/{featureId}',
  '/ogc/collections/{collectionId}/tiles',
  '/ogc/collections/{collectionId}/tiles/{tileMatrixSetId}',
  '/ogc/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}',
  '/ogc/tileMatrixSets',
  '/ogc/tileMatrixSets/{tileMatrixSetId}',
  '/api/contributions',
  '/api/contributions/counts',
  '/api/contributions/search',
  '/api/contributions/{id}',
  '/api/contributions/{id}/files/{sha256}',
  '/news.atom',
  '/api/accounts/questionnaires',
  '/api/accounts/questionnaires/{key}/{version}',
  '/api/accounts/questionnaires/{key}/{version}/file',
  '/api/accounts/questionnaires/{key}/{version}/preview',
  '/api/accounts/questionnaires/begin',
  '/api/accounts/questionnaires/save',
  '/api/accounts/questionnaires/fix',
  '/api/accounts/questionnaires/remove',
  '/api/accounts/questionnaires/file',
  '/api/accounts/rounds/{key}',
  '/api/accounts/rounds/{key}/areas',
  '/api/accounts/rounds/{key}/register',
  '/api/accounts/rounds/{key}/reminders',
  '/api/accounts/rounds/{key}/letters',
  '/api/accounts/rounds/{key}/result',
  '/api/accounts/rounds/{key}/texts',
  '/api/accounts/rounds/save',
  '/api/accounts/rounds/strata',
  '/api/accounts/rounds/codes',
  '/api/accounts/rounds/codes/take-back',
  '/api/accounts/rounds/open',
  '/api/accounts/rounds/close',
  '/api/accounts/rounds/weigh',
  '/api/accounts/rounds/publish',
  '/api/accounts/rounds/withdraw',
  '/api/accounts/rounds/remove',
  '/api/accounts/rounds/texts',
  '/api/accounts/rounds/texts/clean',
  '/api/accounts/contributions',
  '/api/accounts/contributions/{id}',
  '/api/accounts/contributions/{id}/files/{sha256}',
  '/api/accounts/contributions/preview',
  '/api/accounts/contributions/save',
  '/api/accounts/contributions/offer',
  '/api/accounts/contributions/return',
  '/api/accounts/contributions/publish',
  '/api/accounts/contributions/renew',
  '/api/accounts/contributions/end',
  '/api/accounts/contributions/withdraw',
  '/api/accounts/contributions/pin',
  '/api/accounts/contributions/remove',
  '/api/accounts/contributions/files',
  '/api/accounts/contributions/documents',
  '/api/accounts/contributions/mark',
  '/api/accounts/session',
  '/api/accounts/ready-roles',
  '/api/accounts/sign-in',
  '/api/accounts/sign-in/passkey/options',
  '/api/accounts/sign-in/passkey',
  '/api/accounts/second-factor',
  '/api/accounts/sign-out',
  '/api/accounts/providers/begin',
  '/api/accounts/providers/{provider}/callback',
  '/api/accounts/invitation',
  '/api/accounts/invitation/passkey/options',
  '/api/accounts/invitation/accept',
  '/api/accounts/me',
  '/api/accounts/me/sessions/end',
  '/api/accounts/me/passkeys/options',
  '/api/accounts/me/passkeys/add',
  '/api/accounts/me/ways/remove',
  '/api/accounts/me/password/begin',
  '/api/accounts/me/password/set',
  '/api/accounts/me/recovery-codes',
  '/api/accounts/me/remove',
  '/api/accounts/start',
  '/api/accounts/presentations',
  '/api/accounts/people',
  '/api/accounts/people/invite',
  '/api/accounts/people/invitations/withdraw',
  '/api/accounts/people/roles',
  '/api/accounts/people/end',
  '/api/accounts/people/sessions/end',
  '/api/accounts/people/remove',
  '/api/accounts/people/reset',
  '/api/accounts/trail',
];

describe('the OpenAPI document', () => {
  test('is version 3.1 and has every address', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(document.paths ?? {}).sort()).toEqual([...paths].sort());
  });

  test('names only schemas that it has', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    const schemas = Object.keys(document.components?.schemas ?? {});
    for (const [, name] of references) expect(schemas).toContain(name);
  });

  test('has patterns that can be read as they stand', () => {
    const patterns = [...JSON.stringify(document).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
      ([, text = '']) => JSON.parse(text) as string,
    );
    expect(patterns.length).toBeGreaterThan(50);
    for (const pattern of patterns) {
      expect(() => new RegExp(pattern, 'u')).not.toThrow();
      expect(pattern).not.toMatch(/\/[a-z]+$/);
    }
  });

  test('describes every parameter in the path of an address', () => {
    for (const [path, { get, put, post }] of Object.entries(document.paths ?? {})) {
      const described = ((get ?? put ?? post)?.parameters ?? []).flatMap((one) =>
        'in' in one && one.in === 'path' ? [one.name] : [],
      );
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(described).toEqual(named);
    }
  });

  test('says what may go wrong, as problem details', () => {
    for (const { get, put, post } of Object.values(document.paths ?? {})) {
      expect(JSON.stringify((get ?? put ?? post)?.responses?.[400])).toContain('application/problem+json');
    }
  });
});

describe('the documentation', () => {
  test('shows every address, without script and without asking another host', async () => {
    const page = await app.request('/api/docs');
    const html = await page.text();
    expect(page.headers.get('Content-Type')).toContain('text/html');
    for (const path of paths) expect(html).toContain(`<code>${path}</code>`);
    expect(html).not.toMatch(/<script|src=|url\(|https?:/);
  });

  test('links only to places in the page, or to the document', async () => {
    const html = await (await app.request('/api/docs')).text();
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...html.matchAll(/href="([^"]+)"/g)].map(([, target]) => target ?? '');
    expect(targets.length).toBeGreaterThan(30);
    for (const target of targets) {
      expect(target === '/api/openapi.json' || ids.has(target.replace(/^#/, '')), target).toBe(true);
    }
  });

  test('allows its own style and nothing else', async () => {
    const page = await app.request('/api/docs');
    const style = /<style>([\s\S]*)<\/style>/.exec(await page.text())?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page.headers.get('Content-Security-Policy')).toContain(`style-src 'sha256-${hash}'`);
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });
});
