import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { ApiContext } from '../../api/context.ts';
import type { Startup } from '../../api/startup.ts';
import { readAccessibilityRecord } from '../../api/statements/accessibility-record.ts';
import { writeAccessibilityStatement } from '../../api/statements/statement.ts';

const startup: Startup = { phase: { status: 'starting', step: 'opening the database' }, isWarm: false };
const email = 'privacy@wijk.example.nl';

async function read(path: string, more: Partial<ApiContext> = {}): Promise<string> {
  const context = { startup, logger: pino({ level: 'silent' }), publicUrl: null, ...more };
  const answer = await createApp(context, new Map()).request(path);
  expect(answer.status, path).toBe(200);
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  return answer.text();
}

test('what is kept of whom is told in both languages, with how long the trail is kept and whom to ask', async () => {
  const publisher = { name: null, iri: null, email };
  const dutch = await read('/gegevensbescherming', { publisher, trailDays: 365 });
  expect(dutch).toContain('<html lang="nl">');
  expect(dutch).toContain('<td>365 dagen</td>');
  expect(dutch).toContain(`Vragen over uw gegevens: ${email}.`);
  const english = await read('/gegevensbescherming?lang=en');
  expect(english).toContain('<html lang="en">');
  expect(english).toContain('<td>730 days</td>');
  expect(english).toContain('to the organisation that offers this site');
  expect(english).toContain('<a href="/toegankelijkheid?lang=en">Accessibility</a>');
});

test('what is typed in the search field is said to go elsewhere only where it does', async () => {
  const locationServer = { find: async () => [] };
  const told = { nl: 'naar de dienst die adressen zoekt', en: 'to the service that finds addresses' };
  for (const [lang, words] of Object.entries(told)) {
    const address = `/gegevensbescherming?lang=${lang}`;
    expect(await read(address, { locationServer })).toContain(words);
    expect(await read(address)).not.toContain(words);
  }
});

test('the statement on accessibility says when the screens were looked at, and that nothing was found', async () => {
  const record = await readAccessibilityRecord();
  expect(record.looks).toBeGreaterThan(40);
  expect(record.screens).toBeGreaterThan(15);
  const page = await read('/toegankelijkheid');
  expect(page).toContain(`${record.looks} keer gekeken, op ${record.screens} verschillende schermen`);
  expect(page.includes('Daarbij is niets gevonden.')).toBe(record.findings.length === 0);
});

test('what was found is listed, as text', () => {
  const findings = [{ screen: '<map>', rule: 'color-contrast', times: 2 }];
  const record = { day: '2026-11-30', looks: 60, screens: 20, findings };
  const page = writeAccessibilityStatement({ email, record }, 'en');
  expect(page).toContain('30 November 2026; 60 times, on 20 different screens');
  expect(page).toContain('<tr><th scope="row">&lt;map&gt;</th><td>color-contrast</td><td>2</td></tr>');
  expect(page).not.toContain('Nothing was found');
});
