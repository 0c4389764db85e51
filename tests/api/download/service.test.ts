import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { askService } from '../../../api/download/service.ts';
import { listen } from '../../setup/servers/listening.ts';

async function ask(answer: (request: IncomingMessage, response: ServerResponse) => void, wait = 5000) {
  const asked: IncomingMessage[] = [];
  const server = await listen((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  try {
    const got = await askService(`${server.base}/places`, { accept: 'application/json', wait });
    return { status: got.status, text: await got.text(), asked };
  } catch (error) {
    return { error, asked };
  } finally {
    await server.close();
  }
}

test('asks for the type that is wanted, once, and leaves what is answered to who asks', async () => {
  const found = await ask((_, response) => response.writeHead(500).end('broken'));
  expect(found).toMatchObject({ status: 500, text: 'broken' });
  expect(found.asked.map(({ headers }) => headers.accept)).toEqual(['application/json']);
});

test('goes nowhere else', async () => {
  const found = await ask((_, response) => response.writeHead(302, { Location: '/elsewhere' }).end());
  expect(found.error).toBeInstanceOf(TypeError);
  expect(found.asked.map(({ url }) => url)).toEqual(['/places']);
});

test('waits no longer than it is told to', async () => {
  const found = await ask(() => undefined, 50);
  expect(found.error).toMatchObject({ name: 'TimeoutError' });
  expect(found.asked.length).toBeLessThan(2);
});
