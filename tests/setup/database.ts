import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Database, type OpenedDatabase, openDatabase } from '../../sql/database.ts';
import { migrationFolder } from '../../sql/migrations.ts';

const modules = join(import.meta.dirname, '..', '..', 'node_modules');

/**
 * Runs a suite of tests twice: on the embedded database and on the PostgreSQL at TEST_DATABASE_URL. Each run has an
 * empty database of its own, opened before its first test and gone after its last.
 */
export function describeOnBothDatabases(name: string, suite: (getDatabase: () => Database) => void): void {
  describe(`${name}, on the embedded database`, () => describeOn(openEmbeddedCopy, suite));
  describe(`${name}, on PostgreSQL`, () => describeOn(openFreshDatabase, suite));
}

function describeOn(open: () => Promise<OpenedDatabase>, suite: (getDatabase: () => Database) => void): void {
  let opened: OpenedDatabase | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());
  suite(() => {
    if (!opened) throw new Error('ask for the database within a test: it is opened before the first one');
    return opened.db;
  });
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
  const directory = await mkdtemp(join(tmpdir(), 'wijkinformatie-test-'));
  await cp(await prepareTemplate(), directory, { recursive: true });
  return directory;
}

/** An empty database on the PostgreSQL at TEST_DATABASE_URL, dropped when it is closed. */
export async function openFreshDatabase(): Promise<OpenedDatabase> {
  const { url, drop } = await createScratchDatabase();
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

/** The address of a new database without any table on the PostgreSQL at TEST_DATABASE_URL, and what drops it. */
export async function createScratchDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = serverUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(server, `drop database ${name} with (force)`) };
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
