import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { Startup } from '../../api/startup.ts';

const startup: Startup = { phase: { status: 'starting', step: 'opening the database' }, isWarm: false };
const publisher = { name: null, iri: null, email: 'beveiliging@wijk.example.nl' };

function ask(email: string | null) {
  const logger = pino({ level: 'silent' });
  const context = {
    startup,
    logger,
    publicUrl: 'https://wijk.example.nl',
    publisher: { ...publisher, email },
  };
  return createApp(context, new Map()).request('/.well-known/security.txt');
}

test('says to whom a weakness is told, while the server starts too', async () => {
  const answer = await ask(publisher.email);
  expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=UTF-8');
  const lines = Object.fromEntries(
    (await answer.text())
      .trim()
      .split('\n')
      .map((line) => line.split(': ')),
  );
  expect(lines).toEqual({
    Contact: 'mailto:beveiliging@wijk.example.nl',
    Expires: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/),
    'Preferred-Languages': 'nl, en',
    Canonical: 'https://wijk.example.nl/.well-known/security.txt',
  });
  const days = (Date.parse(lines.Expires ?? '') - Date.now()) / (24 * 60 * 60 * 1000);
  expect(days).toBeGreaterThan(178);
  // RFC 9116, section 2.5.5: less than a year.
  expect(days).toBeLessThan(365);
});

test('is not there where no contact is set', async () => {
  expect((await ask(null)).status).toBe(404);
});
