import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnswering } from '../../api/answering.ts';
import type { ApiContext } from '../../api/context.ts';
import { createMetrics } from '../../api/metrics/metrics.ts';
import { readyStartup, type Startup } from '../../api/startup.ts';
import { closeSite } from '../../sql/visibility-rules.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const token = 'a-token-of-the-tests';
const logger = pino({ level: 'silent' });

describeOnBothDatabases('metrics', (getDatabase) => {
  let startup: Startup;
  let origin: string;
  const server = createServer((incoming, outgoing) => listener(incoming, outgoing));
  let listener: ReturnType<typeof createAnswering>['listener'];

  beforeAll(async () => {
    await publishFixture(getDatabase());
    startup = readyStartup(getDatabase());
    const context: ApiContext = { startup, logger, publicUrl: null, metrics: createMetrics(token, startup) };
    ({ listener } = createAnswering(context, new Map()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const ask = (sent = token) => fetch(`${origin}/metrics`, { headers: { Authorization: `Bearer ${sent}` } });

  /** The value of a line; null where there is none that begins so. */
  async function read(line: string): Promise<number | null> {
    const found = (await (await ask()).text()).split('\n').find((each) => each.startsWith(line));
    return found === undefined ? null : Number(found.split(' ').at(-1));
  }

  test('are given to whoever sends the token, and to nobody else', async () => {
    for (const refused of [await ask('another'), await fetch(`${origin}/metrics`)]) {
      expect(refused.status).toBe(401);
      expect(refused.headers.get('WWW-Authenticate')).toBe('Bearer realm="metrics"');
    }
    const given = await ask();
    expect(given.status).toBe(200);
    expect(given.headers.get('Content-Type')).toContain('text/plain; version=0.0.4');
    expect(given.headers.get('Cache-Control')).toBe('no-store');
    expect(await given.text()).toContain('process_resident_memory_bytes');
  });

  test('count requests by route and status, without what somebody looked at', async () => {
    for (const path of ['/api/areas/GM9001', '/api/areas/GM9002', '/api/areas/GM0000', '/nowhere?q=secret'])
      await (await fetch(origin + path)).text();
    const count = (labels: string) => read(`http_request_duration_seconds_count{${labels}}`);
    expect(await count('method="GET",route="/api/areas/{code}",status="200"')).toBe(2);
    expect(await count('method="GET",route="/api/areas/{code}",status="404"')).toBe(1);
    expect(await (await ask()).text()).not.toMatch(/GM9001|nowhere|secret/);
  });

  test('tell how the server is', async () => {
    expect(await read('wijkinformatie_ready')).toBe(1);
    expect(await read('wijkinformatie_database_away_seconds')).toBe(0);
    startup.lostSince = Date.now() - 60_000;
    expect(await read('wijkinformatie_database_away_seconds')).toBeGreaterThanOrEqual(60);
    startup.lostSince = null;
  });

  test('are given where the site is closed too', async () => {
    await closeSite(getDatabase(), true);
    expect((await ask()).status).toBe(200);
    expect((await fetch(`${origin}/api/areas/GM9001`)).status).toBe(401);
  });
});
