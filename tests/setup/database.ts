import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { copyFolder } from '../../sql/data-folder.ts';
import { type Database, type OpenedDatabase, openDatabase } from '../../sql/database.ts';
import { migrationFolder } from '../../sql/migrations.ts';
import { holdEngine } from './engine.ts';
import { makeFolder } from './folder.ts';

const modules = join(import.meta.dirname, '..', '..', 'node_modules');

/** Tests of a database; `open` gives another one of the same kind, which they close themselves. */
type Suite = (getDatabase: () => Database, open: () => Promise<OpenedDatabase>) => void;

/**
 * Runs a suite of tests twice: on the embedded database and on the PostgreSQL at TEST_DATABASE_URL. Each run has an
 * empty database of its own, opened before its first test and gone after its last.
 */
export function describeOnBothDatabases(name: string, suite: Suite): void {
  describe(`${name}, on the embedded database`, () => describeOn(openEmbeddedCopy, suite));
  describe(`${name}, on PostgreSQL`, () => describeOn(openFreshDatabase, suite));
}

function describeOn(open: () => Promise<OpenedDatabase>, suite: Suite): void {
  let opened: OpenedDatabase | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());
  suite(() => {
    if (!opened) throw new Error('ask for the database within a test: it is opened before the first one');
    return opened.db;
  }, open);
}

/** An empty embedded database in a directory of its own, which goes when it is closed. */
export async function openEmbeddedCopy(): Promise<OpenedDatabase> {
  const directory = await copyEmbedded();
  const { db, reads, close } = await openDatabase({ directory });
  return {
    db,
    reads,
    close: async () => {
      await close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A new directory that holds an empty embedded database, up to date and closed. */
export async function copyEmbedded(): Promise<string> {
  const directory = await makeFolder('test');
  await copyFolder(await prepareTemplate(), directory);
  await holdEngine();
  return directory;
}

/** An empty database on the PostgreSQL at TEST_DATABASE_URL, up to date, dropped when it is closed. */
export async function openFreshDatabase(): Promise<OpenedDatabase> {
  const { url, drop } = await cloneDatabase();
  const { db, reads, close } = await openDatabase({ url });
  return {
    db,
    reads,
    close: async () => {
      await close();
      await drop();
    },
  };
}

/** A database on the PostgreSQL at TEST_DATABASE_URL, and what drops it. */
export interface ScratchDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A new database without any table. */
export function createScratchDatabase(): Promise<ScratchDatabase> {
  return createDatabase('template1');
}

/** A new database that is empty and up to date. */
export async function cloneDatabase(): Promise<ScratchDatabase> {
  serverTemplate ??= prepareServerTemplate(serverUrl());
  return createDatabase(await serverTemplate);
}

async function createDatabase(template: string): Promise<ScratchDatabase> {
  const server = serverUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `create database ${name} template ${template}`);
  return {
    url: addressOf(server, name),
    drop: () => dropDatabase(server, name),
  };
}

/**
 * A pool says that it has ended before its connections have: whoever is ended by force in that moment fails the tests, so
 * they are given some seconds.
 */
async function dropDatabase(server: string, name: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    for (const deadline = Date.now() + 5_000; Date.now() < deadline; await wait(20)) {
      const open = await client.query('select from pg_stat_activity where datname = $1', [name]);
      if (!open.rowCount) break;
    }
    await client.query(`drop database ${name} with (force)`);
  } finally {
    await client.end();
  }
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

let serverTemplate: Promise<string> | undefined;

/** Any number will do, as long as nothing else takes an advisory lock with it. */
const templateLock = 7_205_012;

/**
 * The name of a database that others are cloned from, made once for every version of the migrations, by whoever is first.
 * On a server that outlives the tests it stays, for the next run.
 */
async function prepareServerTemplate(server: string): Promise<string> {
  const name = `wijkinformatie_${await fingerprint()}`;
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const known = await client.query('select from pg_database where datname = $1 and datistemplate', [name]);
    if (known.rowCount) return name;
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
    const { close } = await openDatabase({ url: addressOf(server, name) });
    await close();
    await client.query(`alter database ${name} is_template true allow_connections false`);
    return name;
  } finally {
    await client.end();
  }
}

/** The PostgreSQL server that tests may make databases on. Throws where none is given: no test is skipped silently. */
function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return url;
  throw new Error(
    'TEST_DATABASE_URL is not set: run the tests with `npm test`, which starts a PostgreSQL, or set it to a PostgreSQL with PostGIS whose user may create databases',
  );
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * An embedded database takes seconds to make and a moment to copy, so one is made for every version of the migrations
 * and of PGlite, and kept beside the modules.
 */
async function prepareTemplate(): Promise<string> {
  const cache = join(modules, '.cache', 'wijkinformatie');
  const template = join(cache, `embedded-${await fingerprint()}`);
  const known = await readdir(template).catch(() => []);
  if (known.length > 0) return template;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'draft-'));
  const { close } = await openDatabase({ directory: draft });
  await close();
  // Another run may have been first; its template is as good.
  await rename(draft, template).catch(() => rm(draft, { recursive: true, force: true }));
  return template;
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(migrationFolder)).sort())
    hash.update(await readFile(join(migrationFolder, name)));
  for (const name of ['pglite', 'pglite-postgis'])
    hash.update(await readFile(join(modules, '@electric-sql', name, 'package.json')));
  return hash.digest('hex').slice(0, 16);
}
