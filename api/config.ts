import { join } from 'node:path';
import { z } from 'zod';
import type { DatabaseSettings } from '../sql/database.ts';
import { type RequestLimits, usualLimits } from './admission/limits.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'an address such as postgres://user@host:5432/name',
});

const countAtOnce = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, { error: 'a number of requests, at least 1' })
  .transform(Number);

/** How long the trail is kept where nothing is set, days. */
export const usualTrailDays = 730;

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'a number from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'a number from 0 to 65535' })
    .default(3000),
  HOST: z.string().optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_READ_URLS: z
    .string()
    .transform((text) => text.split(',').map((url) => url.trim()))
    .pipe(z.array(postgresUrl))
    .default([]),
  DATABASE_READ_MOST_LAG: z
    .string()
    .regex(/^\d{1,6}$/, { error: 'a number of seconds' })
    .transform(Number)
    .default(10),
  DATA_DIR: z.string().default('./data'),
  FILES_DIR: z.string().optional(),
  VIRUS_SCAN_URL: z.url({ protocol: /^tcp$/, error: 'an address such as tcp://127.0.0.1:3310' }).optional(),
  BASE_MAP_URL: z
    .string()
    .refine((url) => isBaseMapAddress(url), {
      error:
        'the address of an OGC API Tiles service, or of its tiles with {z}, {x} and {y}, such as https://tiles.example.nl/{z}/{y}/{x}',
    })
    .optional(),
  BASE_MAP_FILE: z.string().optional(),
  LOCATION_SERVER_URL: z
    .url({
      protocol: /^https?$/,
      error: 'an address such as https://api.pdok.nl/bzk/locatieserver/search/v3_1',
    })
    .refine((url) => !/[?#]/.test(url), { error: 'an address without ? and #' })
    .optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('info'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'an address such as https://wijk.example.nl' }).optional(),
  PUBLISHER_NAME: z.string().max(200).optional(),
  PUBLISHER_URI: z
    .url({
      protocol: /^https?$/,
      error: 'an address such as https://identifier.overheid.nl/tooi/id/gemeente/gm0153',
    })
    .optional(),
  CONTACT_EMAIL: z.email({ error: 'an e-mail address' }).optional(),
  EMBED_SITES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(
      z.array(
        z.string().regex(/^(https?:\/\/)(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i, {
          error: 'origins such as https://www.example.nl,https://*.example.org',
        }),
      ),
    )
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((range) => range.trim()))
    .pipe(
      z.array(
        z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
          error: 'addresses or ranges such as 10.0.0.2,10.1.0.0/16',
        }),
      ),
    )
    .default([]),
  CLIENT_MOST_REQUESTS: countAtOnce.default(usualLimits.most),
  CLIENT_MOST_LONG_REQUESTS: countAtOnce.default(usualLimits.mostLong),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, {
      error: 'a word of at least 16 signs without blanks, such as "openssl rand -hex 24" gives',
    })
    .optional(),
  ACCOUNTS_SECRET: z.string().optional(),
  ACCOUNTS_SECRET_FILE: z.string().optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'an address such as smtp://user:password@mail.example.nl:587' })
    .optional(),
  MAIL_FROM: z.email({ error: 'an e-mail address' }).optional(),
  OIDC_PROVIDERS_FILE: z.string().optional(),
  TRAIL_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, { error: 'a number of days, at least 1' })
    .transform(Number)
    .default(usualTrailDays),
  SURVEY_KEY: z.string().optional(),
  SURVEY_KEY_FILE: z.string().optional(),
});

/** With none or with all three of the places of a tile. */
function isBaseMapAddress(url: string): boolean {
  const places = ['{z}', '{x}', '{y}'].filter((place) => url.includes(place)).length;
  const plain = url.replace(/\{[zxy]\}/g, '0');
  return /^https?:\/\/[^\s{}]+$/.test(plain) && URL.canParse(plain) && (places === 0 || places === 3);
}

/** How the server and the commands run. */
export interface Config {
  readonly port: number;
  /** Address to listen on; every one when it is not given. */
  readonly host: string | undefined;
  readonly database: DatabaseSettings;
  /** Where readers are sent, and how old what they see may be, milliseconds; none: to the database itself. */
  readonly replicas: { readonly urls: readonly string[]; readonly mostLag: number };
  /** Where downloads and collected packages are kept, and the embedded database where that is used. */
  readonly dataDirectory: string;
  /** Where files are kept that people send in. */
  readonly filesDirectory: string;
  /** Who looks for viruses in documents; null: nobody. */
  readonly virusScanner: string | null;
  /** Where the base map comes from; null: there is none. */
  readonly baseMap: { readonly url: string } | { readonly file: string } | null;
  /** Who is asked for addresses; null: nobody. */
  readonly locationServer: string | null;
  readonly logLevel: (typeof logLevels)[number];
  /** Where the public reaches the server, without a slash at the end; null: as each request says. */
  readonly publicUrl: string | null;
  /** Addresses and ranges of proxies whose word on who asks is taken. */
  readonly trustedProxies: readonly string[];
  /** How much each client may have worked on at once. */
  readonly requestLimits: RequestLimits;
  /** Whom the catalogue of data names as its publisher; null: the site itself. */
  readonly publisher: {
    readonly name: string | null;
    readonly iri: string | null;
    readonly email: string | null;
  };
  /** Sites that may show embeds, as a Content-Security-Policy names them. */
  readonly embedAncestors: readonly string[];
  /** What who reads `/metrics` has to send; null: there are none. */
  readonly metricsToken: string | null;
  readonly accounts: AccountSettings;
  readonly survey: SurveySettings;
}

/** Where the key is found that answers to questionnaires are sealed with. */
export interface SurveySettings {
  /** The key itself; null: it stands in the file. */
  readonly key: string | null;
  readonly keyFile: string;
}

/** What only matters where somebody may sign in. */
export interface AccountSettings {
  /** The secret itself; null: it stands in the file. */
  readonly secret: string | null;
  readonly secretFile: string;
  /** Through which mail goes out; null: links are handed over by an administrator. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Names the OpenID Connect providers; null: there are none. */
  readonly providersFile: string | null;
  /** How long the trail is kept. */
  readonly trailDays: number;
}

/** A setting that cannot be used; its message names each one and what is allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings from the environment; the only place that does. Empty settings count as not given.
 * Throws ConfigError.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = environmentSchema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
    throw new ConfigError(`Settings that cannot be used:\n${lines.map((line) => `  ${line}`).join('\n')}`);
  }
  const { PORT, HOST, DATABASE_URL, DATABASE_READ_URLS, DATABASE_READ_MOST_LAG } = result.data;
  const { DATA_DIR, LOG_LEVEL, PUBLIC_URL, TRUSTED_PROXIES } = result.data;
  if (DATABASE_READ_URLS.length > 0 && !DATABASE_URL)
    throw new ConfigError(
      'DATABASE_READ_URLS names replicas of a server that is not named: set DATABASE_URL to the primary.',
    );
  return {
    port: PORT,
    host: HOST,
    database: DATABASE_URL ? { url: DATABASE_URL } : { directory: DATA_DIR },
    replicas: { urls: DATABASE_READ_URLS, mostLag: DATABASE_READ_MOST_LAG * 1000 },
    dataDirectory: DATA_DIR,
    filesDirectory: result.data.FILES_DIR ?? join(DATA_DIR, 'files'),
    virusScanner: result.data.VIRUS_SCAN_URL ?? null,
    baseMap: readBaseMapSettings(result.data),
    locationServer: result.data.LOCATION_SERVER_URL ?? null,
    logLevel: LOG_LEVEL,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustedProxies: TRUSTED_PROXIES,
    requestLimits: {
      most: result.data.CLIENT_MOST_REQUESTS,
      mostLong: result.data.CLIENT_MOST_LONG_REQUESTS,
    },
    embedAncestors: result.data.EMBED_SITES ?? ['*'],
    publisher: {
      name: result.data.PUBLISHER_NAME ?? null,
      iri: result.data.PUBLISHER_URI ?? null,
      email: result.data.CONTACT_EMAIL ?? null,
    },
    metricsToken: result.data.METRICS_TOKEN ?? null,
    accounts: readAccountSettings(result.data),
    survey: readSurveySettings(result.data),
  };
}

function readBaseMapSettings({ BASE_MAP_URL, BASE_MAP_FILE }: z.output<typeof environmentSchema>) {
  if (BASE_MAP_URL && BASE_MAP_FILE)
    throw new ConfigError('BASE_MAP_URL and BASE_MAP_FILE are both set: set one of them.');
  if (BASE_MAP_URL) return { url: BASE_MAP_URL };
  return BASE_MAP_FILE ? { file: BASE_MAP_FILE } : null;
}

function readAccountSettings(data: z.output<typeof environmentSchema>): AccountSettings {
  const { ACCOUNTS_SECRET, ACCOUNTS_SECRET_FILE, DATA_DIR, SMTP_URL, MAIL_FROM } = data;
  if (SMTP_URL && !MAIL_FROM)
    throw new ConfigError('SMTP_URL is set: set MAIL_FROM to the e-mail address that messages come from.');
  if (ACCOUNTS_SECRET && ACCOUNTS_SECRET_FILE)
    throw new ConfigError('ACCOUNTS_SECRET and ACCOUNTS_SECRET_FILE are both set: set one of them.');
  return {
    secret: ACCOUNTS_SECRET ?? null,
    secretFile: ACCOUNTS_SECRET_FILE ?? join(DATA_DIR, 'accounts-secret'),
    smtpUrl: SMTP_URL ?? null,
    mailFrom: MAIL_FROM ?? '',
    providersFile: data.OIDC_PROVIDERS_FILE ?? null,
    trailDays: data.TRAIL_DAYS,
  };
}

function readSurveySettings(data: z.output<typeof environmentSchema>): SurveySettings {
  const { SURVEY_KEY, SURVEY_KEY_FILE, DATA_DIR } = data;
  if (SURVEY_KEY && SURVEY_KEY_FILE)
    throw new ConfigError('SURVEY_KEY and SURVEY_KEY_FILE are both set: set one of them.');
  return { key: SURVEY_KEY ?? null, keyFile: SURVEY_KEY_FILE ?? join(DATA_DIR, 'survey-key') };
}
