import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { type EmbeddedHome, openEmbedded } from './embedded.ts';
import { migrate } from './migrations.ts';
import { openPool } from './pool.ts';
import { endWithWork } from './queue/ending.ts';
import { takeTurns } from './queue/fair-pool.ts';
import { createTurns } from './queue/turns.ts';
import { openReplicas, type ReplicaSettings } from './replicas.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

export interface ServerSettings {
  readonly url: string;
  /** Streaming replicas that readers are sent to. */
  readonly replicas?: ReplicaSettings;
}

/** A PostgreSQL server by its URL, or the embedded database by the directory that holds it. */
export type DatabaseSettings = ServerSettings | EmbeddedHome;

export interface OpenedDatabase {
  readonly db: Database;
  /** The same for who only reads: may be a replica that is some seconds behind. */
  readonly reads: Database;
  close(): Promise<void>;
}

interface Home {
  readonly connection: pg.PoolConfig & { readonly max: number };
  /** A query for somebody may take so long, milliseconds; null: this database cannot end one. */
  readonly longestQuery: number | null;
  stop(): Promise<void>;
}

const int8 = 20;
const mostConnections = 10;
/** A server that takes longer to accept a connection is gone, milliseconds. */
const longestConnecting = 5000;
/** A query of an answer takes less, milliseconds. Imports and publications have no such limit. */
const longestQuery = 20_000;
/** Who waits for the database, and how long, milliseconds. */
const queueLimits = { mostWaiting: 1000, longestWait: 20_000 } as const;
/**
 * Our queries take milliseconds; compiling one over sixteen parts of figures takes PostgreSQL up to seconds, which it does
 * wherever it expects many rows.
 */
const serverOptions = '-c jit=off';

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
  const pool = openPool({ ...home.connection, types: { getTypeParser } });
  try {
    await prepare(pool, onProgress);
  } catch (error) {
    await pool.end();
    await home.stop();
    throw error;
  }
  const most = home.connection.max;
  // Some connections are always left for what is short.
  const turns = createTurns({ ...queueLimits, most, mostLong: Math.ceil(most * 0.7) });
  const openKysely = (inner: PostgresPool) =>
    new Kysely<Tables>({ dialect: new PostgresDialect({ pool: takeTurns(inner, turns) }) });
  const db = openKysely({
    connect: async () => endWithWork(await pool.connect(), home.longestQuery),
    end: () => pool.end(),
  });
  const replicas = 'replicas' in settings && settings.replicas;
  const readPool = replicas
    ? await openReplicas(
        pool,
        { max: mostConnections, types: { getTypeParser }, options: serverOptions },
        { ...replicas, longestQuery },
      )
    : null;
  const reads = readPool ? openKysely(readPool) : db;
  const close = async () => {
    await readPool?.end();
    await pool.end();
    await home.stop();
  };
  let closing: Promise<void> | undefined;
  return { db, reads, close: () => (closing ??= close()) };
}

async function openHome(settings: DatabaseSettings, onProgress: (step: string) => void): Promise<Home> {
  if ('directory' in settings) return { ...(await openEmbedded(settings, onProgress)), longestQuery: null };
  const connection = {
    connectionString: settings.url,
    max: mostConnections,
    options: serverOptions,
    connectionTimeoutMillis: longestConnecting,
  };
  return { connection, longestQuery, stop: async () => {} };
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
