import pg from 'pg';
import { messageOf } from '../../geodata/problem.ts';
import { examinePages } from '../../sql/damaged-pages.ts';
import { checkDataFolder, isNewDataFolder, requireWholePages } from '../../sql/data-folder.ts';
import type { DatabaseSettings } from '../../sql/database.ts';
import { locateFiles } from '../../sql/embedded.ts';
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
}

/** Whether the database is there, of a version that fits, and on the same clock; without changing anything. */
export async function examineDatabase(settings: DatabaseSettings, now: () => number): Promise<Finding[]> {
  if ('directory' in settings) return [await examineFolder(locateFiles(settings.directory))];
  try {
    return judge(await within(longest, lookAt(settings.url)), now);
  } catch (error) {
    return [wrong('database', messageOf(error), 'start PostgreSQL, or correct DATABASE_URL')];
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

function judge({ version, number, now: theirs, missing, free }: Server, now: () => number): Finding[] {
  const drift = Math.round(Math.abs(theirs.getTime() - now()) / 1000);
  return [
    number < leastVersion
      ? wrong('database', `PostgreSQL ${version}`, 'PostgreSQL 15 or later')
      : well('database', `PostgreSQL ${version}`),
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

async function lookAt(url: string): Promise<Server> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: longest });
  await client.connect();
  try {
    const { rows } = await client.query<Server>(`select current_setting('server_version') as version,
      current_setting('server_version_num')::int as number, clock_timestamp() as now,
      array(select name from unnest(array['postgis', 'pg_trgm', 'unaccent']) as name
        where name not in (select name from pg_available_extensions)) as missing,
      current_setting('max_connections')::int - (select count(*)::int from pg_stat_activity) as free`);
    const [found] = rows;
    if (!found) throw new Error('it gave no answer');
    return found;
  } finally {
    await client.end();
  }
}
