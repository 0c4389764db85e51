import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { ApiContext } from '../../api/context.ts';
import { readyStartup } from '../../api/startup.ts';
import { publicReader, type Reader } from '../../sql/reader.ts';
import { closeSite } from '../../sql/visibility-rules.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };

describeOnBothDatabases('frames for other sites', (getDatabase) => {
  let app: ReturnType<typeof createApp>;
  const serve = (reader: Reader, more: Partial<ApiContext> = {}) =>
    createApp(
      {
        startup: readyStartup(getDatabase()),
        logger: pino({ level: 'silent' }),
        publicUrl: 'https://wijk.example.nl',
        ...more,
      },
      new Map(),
      () => reader,
    );

  beforeAll(async () => {
    await publishFixture(getDatabase());
    app = serve(publicReader);
  });

  async function read(query: string, status = 200, from = app): Promise<string> {
    const response = await from.request(`/embed?${query}`);
    expect(response.status, query).toBe(status);
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(response.headers.get('Set-Cookie')).toBeNull();
    return response.text();
  }

  test('a chart has the area beside its municipality, and a table that says the same', async () => {
    const html = await read('show=chart&indicator=inwoners&area=BU90010000');
    expect(html).toContain('<h1>Inwoners, Dorpskern</h1>');
    expect(html.match(/<path class="(own|other)" d="M/g)).toHaveLength(4);
    expect(html).toContain('</svg>Dorpskern</li>');
    expect(html).toContain('</svg>Westerbroek</li>');
    expect(html).toMatch(/<th scope="row">2024<\/th><td class="number-cell">1\.000 aantal<\/td>/);
    expect(html).toMatch(/<footer>Bron: [^·]+ · <a href="\/\?indicator=inwoners&amp;area=BU90010000"/);
  });

  test('a figure stands with its period, its status and that of the municipality', async () => {
    const html = await read('show=figure&indicator=misdrijven&period=2024&area=BU90010000');
    expect(html).toContain('<p class="number">40 aantal</p><p>Dorpskern, 2024, voorlopig</p>');
    expect(html).toContain('Westerbroek: 50 aantal (2024)');
    const english = await read('show=figure&indicator=misdrijven&period=2024&area=BU90010000&lang=en');
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('Dorpskern, 2024, provisional');
    expect(await read('show=figure&indicator=misdrijven&period=2024&area=BU90020001')).toContain(
      '<p class="number">geen gegevens</p>',
    );
  });

  test('a table has every area of the level once, highest first, and keeps to a municipality', async () => {
    const rowsOf = (html: string) => [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/g)].map(([row]) => row);
    const all = await read('show=table&indicator=inwoners&period=2024');
    expect(new Set(rowsOf(all)).size).toBe(rowsOf(all).length);
    const values = [...all.matchAll(/number-cell">([\d.]+)/g)].map(([, text = '']) =>
      Number(text.replace('.', '')),
    );
    expect(values.length).toBeGreaterThan(3);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const within = await read('show=table&indicator=inwoners&period=2024&area=GM9001');
    expect(within).toContain('Westerbroek</h1>');
    expect(rowsOf(within).length).toBeLessThan(rowsOf(all).length);
  });

  test('what cannot be shown says why, and leads to the map', async () => {
    const refusals: Record<string, string> = {
      'show=chart&indicator=inwoners': 'Er is geen gebied gekozen',
      'show=chart&indicator=inwoners&area=BU99999999': 'Wat hier stond is er niet meer',
      'indicator=onbekend': 'Wat hier stond is er niet meer',
      'indicator=inwoners&period=1999': 'Wat hier stond is er niet meer',
      'page=sources': 'Wat hier stond is er niet meer',
      'indicator=inwoners&period=2024&change=2021.absolute': 'Verandering, afwijking',
      'indicator=inwoners&frozen=abcd2345': 'geen vastgehouden',
    };
    for (const [query, text] of Object.entries(refusals)) {
      const html = await read(query, 404);
      expect(html, query).toContain(text);
      expect(html).toContain('Bekijk in Wijkinformatie</a>');
    }
    expect(await read('indicator=onbekend&lang=en', 404)).toContain('no longer there');
  });

  test('everybody sees what is public, and the addresses of the frame stay out of the link', async () => {
    for (const query of ['show=table&indicator=meldingen', 'show=chart&indicator=misdrijven&area=GM9001']) {
      const [one, other] = [
        await app.request(`/embed?${query}`),
        await serve(partner).request(`/embed?${query}`),
      ];
      expect(other.status).toBe(one.status);
      expect(await other.text()).toBe(await one.text());
      expect(other.headers.get('Cache-Control')).toBe(one.headers.get('Cache-Control'));
    }
    const html = await read('show=figure&indicator=inwoners&area=GM9001&theme=dark');
    expect(html).toContain('<html lang="nl" data-theme="dark">');
    expect(html).toContain('<a href="/?indicator=inwoners&amp;area=GM9001" target="_blank"');
    expect(await read('show=figure&indicator=inwoners&area=GM9001&theme=%22x')).not.toContain(' data-theme=');
  });

  test('any site may show them, or those that are named', async () => {
    const policyOf = async (from: typeof app) =>
      (await from.request('/embed?show=table')).headers.get('Content-Security-Policy') ?? '';
    expect(await policyOf(app)).toMatch(/frame-ancestors \*$/);
    expect(await policyOf(app)).toContain("default-src 'none'");
    const named = serve(publicReader, {
      embedAncestors: ['https://www.example.nl', 'https://*.example.org'],
    });
    expect(await policyOf(named)).toMatch(
      /frame-ancestors https:\/\/www\.example\.nl https:\/\/\*\.example\.org$/,
    );
    const script = await app.request('/embed.js');
    expect(script.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(await script.text()).toContain('wijkinformatie-height');
  });

  test('a closed site shows nothing, not even to who has signed in', async () => {
    const db = getDatabase();
    await closeSite(db, true);
    try {
      for (const from of [serve(publicReader), serve(partner)])
        expect(await read('show=table&indicator=inwoners', 401, from)).toContain(
          'Deze site is niet openbaar',
        );
    } finally {
      await closeSite(db, false);
    }
  });
});
