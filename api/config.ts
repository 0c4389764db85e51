import { z } from 'zod';
import type { DatabaseSettings } from '../sql/database.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'an address such as postgres://user@host:5432/name',
});

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
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('info'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'an address such as https://wijk.example.nl' }).optional(),
});

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
  readonly logLevel: (typeof logLevels)[number];
  /** Where the public reaches the server, without a slash at the end; null: as each request says. */
  readonly publicUrl: string | null;
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
  const { DATA_DIR, LOG_LEVEL, PUBLIC_URL } = result.data;
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
    logLevel: LOG_LEVEL,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, '') ?? null,
  };
}
