import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrations.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** A PostgreSQL server by its URL, or the embedded database by the directory that holds it. */
export type DatabaseSettings = { readonly url: string } | { readonly directory: string };

export interface OpenedDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

interface Home {
  readonly connection: pg.PoolConfig;
  stop(): Promise<void>;
}

const int8 = 20;

/**
 * Opens the database and brings it up to date. Both homes are reached through `pg`, so that all SQL is the same.
 * `onProgress` hears of steps that may take seconds. Throws where the server cannot be reached, where another process
 * has the directory open (DirectoryInUseError) or where the migrations do not fit (MigrationError).
 */
export async function openDatabase(
  settings: DatabaseSettings,
  onProgress: (step: string) => void = () => {},
): Promise<OpenedDatabase> {
  const home = await openHome(settings, onProgress);
  const pool = new pg.Pool({ ...home.connection, types: { getTypeParser } });
  // A connection that breaks while idle is replaced; whoever queries next hears of trouble that stays.
  pool.on('error', () => {});
  try {
    await prepare(pool, onProgress);
  } catch (error) {
    await pool.end();
    await home.stop();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  let closing: Promise<void> | undefined;
  return { db, close: () => (closing ??= db.destroy().then(home.stop)) };
}

async function openHome(settings: DatabaseSettings, onProgress: (step: string) => void): Promise<Home> {
  if ('directory' in settings) return openEmbedded(settings.directory, onProgress);
  return { connection: { connectionString: settings.url, max: 10 }, stop: async () => {} };
}

async function prepare(pool: pg.Pool, onProgress: (step: string) => void): Promise<void> {
  const client = await pool.connect();
  try {
    await migrate(client, onProgress);
  } finally {
    client.release();
  }
}

/** Row numbers and counts fit a JavaScript number; `pg` would give int8 as text. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === int8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text');
