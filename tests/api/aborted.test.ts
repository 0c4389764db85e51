import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnswering } from '../../api/answering.ts';
import { readyStartup } from '../../api/startup.ts';
import { recordQueries } from '../../scripts/bench/recording.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const csv = '/api/observations?indicator=inwoners&format=csv';
const search = '/api/search?q=buurt';
/** So many come, and so many of them at once. */
const callers = 1000;
const atOnce = 50;
/** Of one client: as many long ones as it may have worked on at once. */
const mostLong = 24;

describeOnBothDatabases('callers who go', (getDatabase) => {
  let server: Server;
  let port = 0;

  beforeAll(async () => {
    await publishFixture(getDatabase());
    const startup = readyStartup(getDatabase());
    const logger = pino({ level: 'silent' });
    const context = { startup, logger, publicUrl: null, trustedProxies: ['127.0.0.1'] };
    server = createServer(createAnswering(context, new Map()).listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server?.close().closeAllConnections());

  /** Asks from an address of its own and goes: at once, or when the answer begins. */
  function leave(number: number, path: string, isBegun: boolean): Promise<void> {
    return new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      const client = `198.18.${number >> 8}.${number & 255}`;
      const request = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${client}\r\n\r\n`;
      socket.write(request, () => {
        if (!isBegun) socket.destroy();
      });
      socket.once('data', () => socket.destroy());
      socket.once('error', () => undefined);
      socket.once('close', () => resolve());
    });
  }

  async function leaveAll(path: string, isBegun: (number: number) => boolean): Promise<void> {
    for (let first = 0; first < callers; first += atOnce)
      await Promise.all(
        Array.from({ length: atOnce }, (_, index) => leave(first + index, path, isBegun(first + index))),
      );
  }

  test.each([
    ['files', csv],
    ['answers', search],
  ])('leave nothing behind: 1,000 %s', async (_, path) => {
    await leaveAll(path, (number) => number % 2 === 0);
    // Whoever asks then waits for what runs, and for nothing that the others wanted.
    const asked = await recordQueries(async () => {
      expect((await fetch(`http://127.0.0.1:${port}${search}`)).status).toBe(200);
    });
    expect(asked.length).toBeLessThan(callers / 4);
    // Nothing of theirs counts any more, and no connection to the database is lost.
    const all = await Promise.all(
      Array.from({ length: mostLong }, async () => {
        const answer = await fetch(`http://127.0.0.1:${port}${csv}`);
        return [answer.status, (await answer.text()).length > 100];
      }),
    );
    expect(all).toEqual(Array.from({ length: mostLong }, () => [200, true]));
    const connections = await new Promise<number>((resolve) =>
      server.getConnections((_error, count) => resolve(count)),
    );
    expect(connections).toBeLessThanOrEqual(mostLong + 1);
  });
});
