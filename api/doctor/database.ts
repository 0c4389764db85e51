import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { messageOf } from '../../geodata/problem.ts';
import { examinePages } from '../../sql/damaged-pages.ts';
import { checkDataFolder, isNewDataFolder, requireWholePages } from '../../sql/data-folder.ts';
import type { DatabaseSettings } from '../../sql/database.ts';
import { locateFiles } from '../../sql/embedded.ts';
import { countWaiting, MigrationError } from '../../sql/migrations.ts';
import { doubtful, type Finding, well, within, wrong } from './finding.ts';

const longest = 10_000;
/** Seconds by which clocks may differ. */
const mostDrift = 5;
const leastVersion = 150_000;

interface Server {
  readonly version: string;
  readonly number: number;
  readonly now: Date;
  readonly missing: readonly string[];
  readonly free: number;
  /** Migrations that the next start applies; null: there is no database of the product yet. */
  readonly waiting: number | null;
}

/** Whether the database is there, of a version that fits, and on the same clock; without changing anything. */
export async function examineDatabase(settings: DatabaseSettings, now: () => number): Promise<Finding[]> {
  if ('directory' in settings) {
    const folder = locateFiles(settings.directory);
    return [await examineFolder(folder), ...(await examineClock(folder, now))];
  }
  try {
    return judge(await within(longest, lookAt(settings.url)), now);
  } catch (error) {
    const remedy =
      error instanceof MigrationError
        ? 'start the version that it was prepared by, or restore a backup'
        : 'start PostgreSQL, or correct DATABASE_URL';
    return [wrong('database', messageOf(error), remedy)];
  }
}

async function examineFolder(folder: string): Promise<Finding> {
  if (await isNewDataFolder(folder))
    return well('database', 'embedded; there is none yet, the first start makes it');
  const fault = await examineFiles(folder).then(() => null, messageOf);
  return fault === null
    ? well('database', 'embedded; its files are there and whole')
    : wrong('database', fault, 'npm run restore');
}

/** A server that runs may write pages while they are read: those are read once more. Throws DataFolderError. */
async function examineFiles(folder: string): Promise<void> {
  await checkDataFolder(folder);
  await requireWholePages(folder, await examinePages(folder));
}

/** A clock that is behind what was written makes sessions and downloads last longer than they may. */
async function examineClock(folder: string, now: () => number): Promise<Finding[]> {
  const written = await stat(join(folder, 'global', 'pg_control')).catch(() => null);
  if (!written) return [];
  const ahead = Math.round((written.mtimeMs - now()) / 1000);
  return [
    ahead > mostDrift
      ? wrong(
          'clocks',
          `the database was written ${ahead} s after what this machine calls now`,
          'set its clock by NTP',
        )
      : well('clocks', 'the clock is not behind what was written'),
  ];
}

function judge(
  { version, number, now: theirs, missing, free, waiting }: Server,
  now: () => number,
): Finding[] {
  const drift = Math.round(Math.abs(theirs.getTime() - now()) / 1000);
  return [
    number < leastVersion
      ? wrong('database', `PostgreSQL ${version}`, 'PostgreSQL 15 or later')
      : well('database', `PostgreSQL ${version}`),
    ...(waiting === null ? [] : [describeMigrations(waiting)]),
    ...missing.map((name) =>
      wrong(
        'database',
        `the extension ${name} is not installed on the server`,
        `install it (PostGIS, postgresql-contrib)`,
      ),
    ),
    drift > mostDrift
      ? wrong('clocks', `this machine and the database differ by ${drift} s`, 'set both by NTP')
      : well('clocks', 'this machine and the database agree'),
    free < 10
      ? doubtful(
          'connections',
          `${free} are left on the server; each process takes up to 10`,
          'raise max_connections',
        )
      : well('connections', `${free} are left on the server`),
  ];
}

function describeMigrations(waiting: number): Finding {
  return waiting === 0
    ? well('version', 'the database is that of this version')
    : doubtful(
        'version',
        `the next start applies ${waiting} ${waiting === 1 ? 'migration' : 'migrations'}`,
        'back up before it: npm run backup',
      );
}

async function lookAt(url: string): Promise<Server> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: longest });
  await client.connect();
  try {
    const { rows } = await client.query<
      Omit<Server, 'waiting'>
    >(`select current_setting('server_version') as version,
      current_setting('server_version_num')::int as number, clock_timestamp() as now,
      array(select name from unnest(array['postgis', 'pg_trgm', 'unaccent']) as name
        where name not in (select name from pg_available_extensions)) as missing,
      current_setting('max_connections')::int - (select count(*)::int from pg_stat_activity) as free`);
    const [found] = rows;
    if (!found) throw new Error('it gave no answer');
    return { ...found, waiting: await countWaiting(client) };
  } finally {
    await client.end();
  }
}
