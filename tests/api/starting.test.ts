import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { problemSchema } from '../../api/schemas/problem.ts';
import type { Startup } from '../../api/startup.ts';

const startup: Startup = { phase: { status: 'starting', step: 'preparing the database' }, isWarm: false };
const app = createApp({ startup, logger: pino({ level: 'silent' }), publicUrl: null }, new Map());

describe('while the server starts', () => {
  test('it is alive, and tells what it is doing', async () => {
    expect((await app.request('/healthz')).status).toBe(200);
    const response = await app.request('/readyz');
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('1');
    expect(await response.json()).toMatchObject({ status: 'starting', step: 'preparing the database' });
  });

  test.each(['/api/catalog', '/api/search?q=enschede', '/tiles/2024.json', '/api/areas/GM0153/profile'])(
    '%s asks to come back later',
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(503);
      expect(response.headers.get('Retry-After')).toBe('1');
      expect(problemSchema.parse(await response.json()).detail).toContain('preparing the database');
    },
  );

  test('parameters are checked all the same', async () => {
    expect((await app.request('/api/search')).status).toBe(400);
  });

  test('the documentation is there', async () => {
    expect((await app.request('/api/docs')).status).toBe(200);
  });
});

describe('problems', () => {
  test('an unknown address is a problem 404 that names it', async () => {
    const response = await app.request('/api/nothing');
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({ status: 404, instance: '/api/nothing' });
    expect(problem.requestId).toBe(response.headers.get('X-Request-Id'));
  });

  test('another method is refused, with those that are allowed', async () => {
    const response = await app.request('/api/catalog', { method: 'POST' });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, HEAD');
    expect(problemSchema.parse(await response.json()).status).toBe(405);
  });

  test('a parameter that is meant once and given twice is refused', async () => {
    for (const path of ['/api/search?q=a&q=b', '/api/contributions?kind=story&kind=news']) {
      const response = await app.request(path);
      expect([path, response.status]).toEqual([path, 400]);
    }
  });

  test('every parameter that is refused is named, with what is allowed', async () => {
    const response = await app.request('/api/observations?level=village&limit=0&colour=red');
    const { errors } = problemSchema.parse(await response.json());
    expect(response.status).toBe(400);
    const messages = Object.fromEntries((errors ?? []).map(({ parameter, message }) => [parameter, message]));
    expect(Object.keys(messages).sort()).toEqual(['colour', 'indicator', 'level', 'limit']);
    expect(messages.level).toContain('neighbourhood');
    expect(messages.limit).toContain('from 1 to 10000');
    expect(messages.indicator).toBe('is required');
  });

  test('what nobody foresaw is logged whole and told to nobody', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'error' }, { write: (line: string) => lines.push(line) });
    const broken: Startup = {
      get phase(): never {
        throw new Error('secret of the house');
      },
      isWarm: false,
    };
    const response = await createApp({ startup: broken, logger, publicUrl: null }, new Map()).request(
      '/api/catalog',
    );
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(lines.join()).toContain('secret of the house');
  });
});

describe('headers', () => {
  test('public data may be read from any page', async () => {
    const response = await app.request('/healthz', { headers: { Origin: 'https://example.nl' } });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
  });

  test('a question beforehand is answered', async () => {
    const headers = { Origin: 'https://example.nl', 'Access-Control-Request-Method': 'GET' };
    const response = await app.request('/api/catalog', { method: 'OPTIONS', headers });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Methods')).toContain('GET');
  });

  test('an answer that is no page may load nothing', async () => {
    const { headers } = await app.request('/healthz');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  });

  test('the log has the path but not the query', async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line: string) => lines.push(line) });
    await createApp({ startup, logger, publicUrl: null }, new Map()).request('/api/search?q=marie');
    const line = JSON.parse(lines[0] ?? '{}');
    expect(line).toMatchObject({ method: 'GET', path: '/api/search', status: 503 });
    expect(lines.join()).not.toContain('marie');
  });
});
