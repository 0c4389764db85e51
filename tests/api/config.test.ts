import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../api/config.ts';

describe('readConfig', () => {
  test('has a value for everything when nothing is set', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: undefined,
      database: { directory: './data' },
      replicas: { urls: [], mostLag: 10_000 },
      dataDirectory: './data',
      filesDirectory: 'data/files',
      virusScanner: null,
      baseMap: null,
      locationServer: null,
      logLevel: 'info',
      publicUrl: null,
      metricsToken: null,
      trustedProxies: [],
      requestLimits: { most: 100, mostLong: 24 },
      embedAncestors: ['*'],
      publisher: { name: null, iri: null, email: null },
      accounts: {
        secret: null,
        secretFile: 'data/accounts-secret',
        smtpUrl: null,
        mailFrom: '',
        providersFile: null,
        trailDays: 730,
      },
      survey: { key: null, keyFile: 'data/survey-key' },
    });
  });

  test('takes the key of questionnaires itself or from a file, and not both', () => {
    expect(readConfig({ SURVEY_KEY: 'geheim' }).survey.key).toBe('geheim');
    expect(readConfig({ SURVEY_KEY_FILE: '/run/secrets/survey' }).survey.keyFile).toBe('/run/secrets/survey');
    expect(() => readConfig({ SURVEY_KEY: 'geheim', SURVEY_KEY_FILE: 'a' })).toThrow(
      /both set: set one of them/,
    );
  });

  test('takes a base map from a service or a file, and not from both', () => {
    for (const url of ['https://tiles.example.nl/ogc/v1', 'https://tiles.example.nl/{z}/{y}/{x}.mvt?f=mvt'])
      expect(readConfig({ BASE_MAP_URL: url }).baseMap).toEqual({ url });
    expect(readConfig({ BASE_MAP_FILE: 'land.pmtiles' }).baseMap).toEqual({ file: 'land.pmtiles' });
    for (const url of [
      'tiles.example.nl',
      'https://tiles.example.nl/{z}/{x}',
      'ftp://example.nl/{z}/{x}/{y}',
    ])
      expect(() => readConfig({ BASE_MAP_URL: url })).toThrow(
        /BASE_MAP_URL: the address of an OGC API Tiles/,
      );
    expect(() => readConfig({ BASE_MAP_URL: 'https://example.nl', BASE_MAP_FILE: 'a' })).toThrow(
      /both set: set one of them/,
    );
  });

  test('takes the address of a location server, without a query', () => {
    const url = 'https://api.pdok.nl/bzk/locatieserver/search/v3_1';
    expect(readConfig({ LOCATION_SERVER_URL: url }).locationServer).toBe(url);
    expect(readConfig({}).locationServer).toBeNull();
    for (const wrong of ['pdok.nl', 'ftp://pdok.nl', `${url}?q=`])
      expect(() => readConfig({ LOCATION_SERVER_URL: wrong })).toThrow(/LOCATION_SERVER_URL: an address/);
  });

  test('takes what accounts need, and refuses what cannot be meant', () => {
    const { accounts, trustedProxies } = readConfig({
      ACCOUNTS_SECRET_FILE: '/run/secrets/accounts',
      SMTP_URL: 'smtp://post.example.nl:587',
      MAIL_FROM: 'wijk@example.nl',
      TRAIL_DAYS: '30',
      TRUSTED_PROXIES: '10.0.0.2, 10.1.0.0/16',
    });
    expect(accounts).toMatchObject({
      secretFile: '/run/secrets/accounts',
      smtpUrl: 'smtp://post.example.nl:587',
      mailFrom: 'wijk@example.nl',
      trailDays: 30,
    });
    expect(trustedProxies).toEqual(['10.0.0.2', '10.1.0.0/16']);
    expect(() => readConfig({ SMTP_URL: 'https://post.example.nl' })).toThrow('SMTP_URL');
    expect(() => readConfig({ MAIL_FROM: 'nobody' })).toThrow('MAIL_FROM');
    expect(() => readConfig({ TRAIL_DAYS: '0' })).toThrow('TRAIL_DAYS');
    expect(() => readConfig({ TRUSTED_PROXIES: 'somewhere' })).toThrow('TRUSTED_PROXIES');
  });

  test('takes whom the catalogue of data names', () => {
    const iri = 'https://identifier.overheid.nl/tooi/id/gemeente/gm0153';
    const settings = { PUBLISHER_NAME: 'Gemeente', PUBLISHER_URI: iri, CONTACT_EMAIL: 'data@example.nl' };
    expect(readConfig(settings).publisher).toEqual({ name: 'Gemeente', iri, email: 'data@example.nl' });
    expect(() => readConfig({ PUBLISHER_URI: 'gm0153' })).toThrow('PUBLISHER_URI');
    expect(() => readConfig({ CONTACT_EMAIL: 'nobody' })).toThrow('CONTACT_EMAIL');
  });

  test('takes the sites that may show embeds, each as an origin', () => {
    expect(readConfig({}).embedAncestors).toEqual(['*']);
    const EMBED_SITES = 'https://www.example.nl, https://*.example.org:8443';
    expect(readConfig({ EMBED_SITES }).embedAncestors).toEqual([
      'https://www.example.nl',
      'https://*.example.org:8443',
    ]);
    for (const wrong of ['www.example.nl', "https://a.nl; script-src 'unsafe-inline'", 'https://a.nl/page'])
      expect(() => readConfig({ EMBED_SITES: wrong })).toThrow('EMBED_SITES');
  });

  test('takes replicas of a server, and refuses them without one', () => {
    const DATABASE_URL = 'postgres://wijk@first:5432/wijk';
    const urls = ['postgres://wijk@second:5432/wijk', 'postgres://wijk@third:5432/wijk'];
    const settings = { DATABASE_URL, DATABASE_READ_URLS: urls.join(' , '), DATABASE_READ_MOST_LAG: '3' };
    expect(readConfig(settings).replicas).toEqual({ urls, mostLag: 3000 });
    expect(() => readConfig({ DATABASE_READ_URLS: urls.join() })).toThrow('set DATABASE_URL to the primary');
    expect(() => readConfig({ DATABASE_URL, DATABASE_READ_URLS: 'second:5432' })).toThrow(
      'DATABASE_READ_URLS',
    );
  });

  test('takes a server in place of the embedded database', () => {
    const url = 'postgres://wijk@localhost:5432/wijk';
    expect(readConfig({ DATABASE_URL: url, DATA_DIR: '/elsewhere' }).database).toEqual({ url });
  });

  test('takes an empty setting for one that is not given', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' }).port).toBe(3000);
  });

  test('leaves out the slash at the end of the public address', () => {
    expect(readConfig({ PUBLIC_URL: 'https://wijk.example.nl/' }).publicUrl).toBe('https://wijk.example.nl');
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://localhost/wijk'],
    ['DATABASE_URL', 'localhost'],
    ['PUBLIC_URL', 'ftp://wijk.example.nl'],
    ['METRICS_TOKEN', 'short'],
    ['METRICS_TOKEN', 'of several words'],
  ])('refuses %s=%s and names the setting', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name}: `));
  });

  test('names every setting that cannot be used', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT: [\s\S]*LOG_LEVEL: /);
  });
});
