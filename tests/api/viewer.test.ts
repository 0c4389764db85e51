import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { readViewerFiles } from '../../api/pages/viewer-files.ts';
import { makeFolder } from '../setup/folder.ts';

const folder = await makeFolder('viewer');
const script = 'console.log("kaart");\n'.repeat(100);
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Wijkinformatie</title>');
writeFileSync(join(folder, 'assets/main-1a2b.js'), script);
writeFileSync(join(folder, 'assets/inter-3c4d.woff2'), 'font');

const startup = { phase: { status: 'starting', step: '' }, isWarm: false } as const;
const app = createApp(
  { startup, logger: pino({ level: 'silent' }), publicUrl: null },
  readViewerFiles(folder),
);

function request(path: string, headers: Record<string, string> = {}) {
  return app.request(path, { headers });
}

describe('the built viewer', () => {
  test('the page is asked for again each time, under a strict policy', async () => {
    const response = await request('/?indicator=misdrijven');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toContain('text/html');
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:/);
  });

  test('an asset with a hash in its name is kept for a year', async () => {
    const response = await request('/assets/main-1a2b.js');
    expect(response.headers.get('Content-Type')).toContain('javascript');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    expect(await response.text()).toBe(script);
  });

  test('text is sent in the coding that the browser prefers', async () => {
    const zipped = await request('/assets/main-1a2b.js', { 'Accept-Encoding': 'gzip' });
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip');
    expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(script);
    const brotli = await request('/assets/main-1a2b.js', { 'Accept-Encoding': 'br' });
    expect(brotli.headers.get('Content-Encoding')).toBe('br');
    expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(script);
  });

  test('a font is sent as it is', async () => {
    const response = await request('/assets/inter-3c4d.woff2', { 'Accept-Encoding': 'br, gzip' });
    expect(response.headers.get('Content-Encoding')).toBeNull();
    expect(await response.text()).toBe('font');
  });

  test('who has it already is spared the body', async () => {
    const tag = (await request('/')).headers.get('ETag') ?? '';
    expect(tag).toMatch(/^"[^"]+"$/);
    for (const header of [tag, `"other", W/${tag}`, '*']) {
      const response = await request('/', { 'If-None-Match': header });
      expect(response.status).toBe(304);
      expect(response.headers.get('ETag')).toBe(tag);
      expect(await response.text()).toBe('');
    }
    expect((await request('/', { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  test('HEAD has the headers and no body', async () => {
    const response = await app.request('/', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test.each([
    '/../package.json',
    '/..%2f..%2fetc%2fpasswd',
    '/assets',
    '/assets/main-1a2b.js.gz',
    '/%00',
    '/%E0%A4%A',
  ])('%s is nothing', async (path) => {
    expect((await request(path)).status).toBe(404);
  });
});
