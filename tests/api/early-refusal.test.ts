import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { refuseUnreadable } from '../../api/early-refusal.ts';
import { createListener } from '../../api/listener.ts';
import { createMemory } from '../../api/memory/answer-memory.ts';
import { findReader } from '../../api/readers/reader.ts';

let asked = 0;
const answer = () => {
  asked += 1;
  return new Response('well');
};
const logger = pino({ level: 'silent' });
const server = createServer(
  createListener({ answer, memory: createMemory(1000), find: findReader, notes: { logger } }),
);
refuseUnreadable(server);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => server.close().closeAllConnections());

function send(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text));
    let read = '';
    socket.on('data', (bytes) => (read += bytes));
    socket.on('error', reject);
    socket.on('close', () => resolve(read));
  });
}

test.each([
  ['no request', 'nothing at all\r\n\r\n', 400],
  ['a method that there is not', 'HAAL / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['a header without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
  ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
])('%s is refused with the headers of every answer, and asked of nobody', async (_, text, status) => {
  const answered = await send(text);
  expect(answered).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  if (text.includes('Host')) {
    for (const header of ['X-Content-Type-Options: nosniff', "Content-Security-Policy: default-src 'none'"])
      expect(answered).toContain(header);
    expect(JSON.parse(answered.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status });
  }
  expect(asked).toBe(0);
});
