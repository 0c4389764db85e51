import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase, PoolClient } from 'pg';

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** Where the migrations stand: plain SQL files, applied in the order of their names. */
export const migrationFolder = join(import.meta.dirname, 'migrations');

/** Any number will do, as long as nothing else takes an advisory lock with it. */
const migrationLock = 7_205_011;

/** The database cannot be brought to what this version of the product expects; the message says why and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings a database up to date with the SQL files of `folder`: one transaction under an advisory lock, so that two
 * starting servers do not both migrate, and a file that fails leaves nothing behind.
 * Throws MigrationError where an applied file was changed or the database is newer than this version.
 */
export async function migrate(
  client: PoolClient,
  onProgress: (step: string) => void = () => {},
  folder = migrationFolder,
): Promise<void> {
  const migrations = await readMigrations(folder);
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query(`create table if not exists migration (
      name text collate "C" primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migration',
    );
    checkApplied(rows, migrations);
    const applied = new Set(rows.map((row) => row.name));
    for (const migration of migrations) {
      if (applied.has(migration.name)) continue;
      onProgress(`preparing the database: ${migration.name}`);
      await client.query(migration.text);
      await client.query('insert into migration (name, checksum) values ($1, $2)', [
        migration.name,
        migration.checksum,
      ]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/**
 * How many migrations a database waits for, changing nothing; null where there is no database of the product yet. Throws
 * MigrationError as `migrate` does.
 */
export async function countWaiting(client: ClientBase, folder = migrationFolder): Promise<number | null> {
  const there = await client.query<{ name: string | null }>(`select to_regclass('migration')::text as name`);
  if (there.rows[0]?.name == null) return null;
  const migrations = await readMigrations(folder);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration',
  );
  checkApplied(rows, migrations);
  return migrations.length - rows.length;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      // A checkout on Windows may turn line ends around; that is no change.
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

function checkApplied(applied: { name: string; checksum: string }[], known: Migration[]): void {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of applied) {
    const expected = checksums.get(name);
    if (expected === undefined)
      throw new MigrationError(
        `the database was prepared by a newer version of this product (it has ${name}); start that version, or use another database`,
      );
    if (expected !== checksum)
      throw new MigrationError(
        `sql/migrations/${name} was changed after it was applied to this database; restore the file and put the change in a new one`,
      );
  }
}
