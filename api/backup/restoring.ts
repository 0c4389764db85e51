import { access, chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { copyFolder, isNewDataFolder } from '../../sql/data-folder.ts';
import type { ServerSettings } from '../../sql/database.ts';
import { lockDirectory } from '../../sql/directory-lock.ts';
import { locateFiles } from '../../sql/embedded.ts';
import { makePrivateFolder, requireRoom } from '../../sql/folder-access.ts';
import { sizeOf } from '../release/room.ts';
import { BackupError } from './backup-error.ts';
import { type House, parts } from './making.ts';
import { type Manifest, readBackup } from './manifest.ts';
import { runPostgres } from './programs.ts';

/**
 * Puts a backup in the place of a house, once every byte of it is found to be as it was. Into one that runs never, and into
 * one that holds something only where `overwrites` says so: an embedded database is then set aside, one on a server
 * replaced in one transaction. Gives what the backup says of itself. Throws BackupError, FolderError and DirectoryInUseError.
 */
export async function restoreBackup(
  { database, filesDirectory }: Omit<House, 'version'>,
  folder: string,
  overwrites = false,
): Promise<Manifest> {
  const manifest = await readBackup(folder);
  const kind = 'directory' in database ? 'embedded' : 'postgresql';
  if (manifest.database !== kind)
    throw new BackupError(
      `the backup is of a database that is ${describeKind(manifest.database)}, and this one is ${describeKind(kind)}: ${kind === 'embedded' ? 'set DATABASE_URL' : 'leave DATABASE_URL out'}`,
    );
  if ('directory' in database)
    await restoreFolder(database.directory, join(folder, parts.folder), overwrites);
  else await restoreDump(database, join(folder, parts.dump), overwrites);
  await makePrivateFolder(filesDirectory, 'set FILES_DIR to another one');
  await copyFolder(join(folder, parts.files), filesDirectory);
  return manifest;
}

function describeKind(kind: Manifest['database']): string {
  return kind === 'embedded' ? 'embedded' : 'on a server';
}

async function restoreFolder(directory: string, backup: string, overwrites: boolean): Promise<void> {
  await makePrivateFolder(directory);
  const unlock = await lockDirectory(directory);
  const place = locateFiles(directory);
  const draft = `${place}.restored`;
  try {
    const isThere = !(await isNewDataFolder(place));
    if (isThere && !overwrites)
      throw new BackupError(
        `${resolve(place)} holds a database: set DATA_DIR to an empty folder, or add --overwrite to set it aside`,
      );
    await requireRoom(directory, { bytes: await sizeOf(backup), what: 'the restore' });
    await rm(draft, { recursive: true, force: true });
    await copyFolder(backup, draft);
    await chmod(draft, 0o700);
    if (await exists(place))
      await rename(place, `${place}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`);
    await rename(draft, place);
    await rm(`${place}.new`, { force: true });
  } finally {
    await rm(draft, { recursive: true, force: true });
    await unlock();
  }
}

async function restoreDump({ url }: ServerSettings, dump: string, overwrites: boolean): Promise<void> {
  const { others, tables } = await lookAt(url);
  if (others > 0)
    throw new BackupError(
      `${others} connections use the database: stop the servers and commands on it first`,
    );
  if (tables > 0 && !overwrites)
    throw new BackupError(
      `the database holds ${tables} tables: give an empty one (createdb), or add --overwrite to replace them`,
    );
  const folder = await mkdtemp(join(tmpdir(), 'wijkinformatie-restore-'));
  try {
    const [emptying, script] = [join(folder, 'emptying.sql'), join(folder, 'restore.sql')];
    await writeFile(emptying, tables > 0 ? emptyAll : '');
    await runPostgres('pg_restore', ['--no-owner', `--file=${script}`, dump]);
    const words = ['--no-psqlrc', '--quiet', '--single-transaction', '--set=ON_ERROR_STOP=1'];
    await runPostgres('psql', [...words, `--file=${emptying}`, `--file=${script}`, `--dbname=${url}`]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Partitions cannot be taken away one by one, as pg_restore would. */
const emptyAll = `do $$ declare name text; begin
  for name in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema)' loop
    execute format('drop schema %I cascade', name);
  end loop;
end $$;
create schema public;
`;

/** Who else is connected, and how many tables there are that no extension made. */
async function lookAt(url: string): Promise<{ others: number; tables: number }> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ others: number; tables: number }>(`select
      (select count(*)::int from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend') as others,
      (select count(*)::int from pg_class as class join pg_namespace as space on space.oid = relnamespace
        where relkind in ('r', 'p') and nspname !~ '^(pg_|information_schema)'
          and not exists (select from pg_depend where objid = class.oid and deptype = 'e')) as tables`);
    return rows[0] ?? { others: 0, tables: 0 };
  } finally {
    await client.end();
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
