import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { readyStartup } from '../../api/startup.ts';
import { publicReader, type Reader } from '../../sql/reader.ts';
import { closeSite } from '../../sql/visibility-rules.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const origin = 'https://wijk.example.nl';
const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };

describeOnBothDatabases('pages of areas', (getDatabase) => {
  let app: ReturnType<typeof createApp>;
  const serve = (reader: Reader) =>
    createApp(
      { startup: readyStartup(getDatabase()), logger: pino({ level: 'silent' }), publicUrl: origin },
      new Map(),
      () => reader,
    );

  beforeAll(async () => {
    await publishFixture(getDatabase());
    app = serve(publicReader);
  });

  async function read(path: string, from = app): Promise<string> {
    const response = await from.request(path);
    expect(response.status, path).toBe(200);
    return response.text();
  }

  test('say without a script what is known of an area, in both languages', async () => {
    const html = await read('/areas/BU90010000');
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('<title>Wijkinformatie Dorpskern, Westerbroek</title>');
    expect(html).toContain(
      'Dorpskern is een buurt in de gemeente Westerbroek. Inwoners: 1.000 aantal (2024)',
    );
    expect(html).toContain(
      '<td>40 aantal (2024, voorlopig)</td><td>50 aantal (2024)</td><td>Proeftellingen</td>',
    );
    // The name says the unit already.
    expect(html).toContain('<td>40,0 (2024)</td>');
    const hung = await read('/areas/BU90010000?utm_source=mail&lang=xx');
    expect(hung).toBe(html);
    const english = await read('/areas/BU90010000?lang=en');
    expect(english).toContain('Dorpskern is a neighbourhood in the municipality of Westerbroek.');
    expect(english).toContain('(2024, provisional)');
    expect(await read('/areas/BU90020001')).toContain('<td>geheim</td>');
  });

  test('lead to the areas around, above and within, and each of those is there', async () => {
    const html = await read('/areas/GM9001');
    const paths = [...html.matchAll(/href="(\/areas\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths).toEqual(
      expect.arrayContaining(['/areas/proefstreek', '/areas/GM9002', '/areas/WK900100', '/areas/WK900101']),
    );
    for (const path of paths) await read(path);
    expect((await app.request('/areas/GM9999')).status).toBe(404);
    expect((await app.request('/areas/gm9001')).headers.get('Location')).toBe('/areas/GM9001');
  });

  test('name their own address and tell search engines what they are about', async () => {
    const html = await read('/areas/BU90010000?lang=en');
    expect(html).toContain(`<link rel="canonical" href="${origin}/areas/BU90010000?lang=en">`);
    for (const [language, search] of [
      ['nl', ''],
      ['en', '?lang=en'],
    ])
      expect(html).toContain(`hreflang="${language}" href="${origin}/areas/BU90010000${search}"`);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@id': `${origin}/areas/BU90010000?lang=en`,
      mainEntity: {
        '@type': 'AdministrativeArea',
        name: 'Dorpskern',
        identifier: 'BU90010000',
        containedInPlace: { name: 'Wijk 00 Westerbroek', url: `${origin}/areas/WK900100` },
      },
    });
    expect(html.replace(/<script type="application\/ld\+json">.*?<\/script>/, '')).not.toContain('<script');
  });

  test('the sitemap names each of them, and robots may find it', async () => {
    const map = await read('/sitemap.xml');
    const places = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => place ?? '');
    expect(places).toHaveLength(2 + 2 + 3 + 6);
    for (const place of places.slice(1)) await read(place.slice(origin.length));
    expect(await read('/robots.txt')).toContain(`Sitemap: ${origin}/sitemap.xml`);
  });

  test('tell everybody what is for him', async () => {
    const closed = 'Vertrouwelijke meldingen';
    expect(await read('/areas/BU90010000')).not.toContain(closed);
    expect(await read('/areas/BU90010000', serve(partner))).toContain(closed);
  });

  test('a closed site says nothing', async () => {
    const db = getDatabase();
    await closeSite(db, true);
    expect((await app.request('/sitemap.xml')).status).toBe(401);
    expect(await read('/robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    for (const code of ['BU90010000', 'GM9999']) {
      const response = await app.request(`/areas/${code}`);
      expect([response.status, response.headers.get('Location')]).toEqual([302, '/']);
    }
    await closeSite(db, false);
    await read('/areas/BU90010000');
  });
});
