import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { pino } from 'pino';
import { createApp } from '../api/app.ts';
import { readyStartup } from '../api/startup.ts';
import { messageOf } from '../geodata/problem.ts';
import { openDatabase } from '../sql/database.ts';
import { listReads, read } from './bench/api-reads.ts';
import { measureBlocking } from './bench/browser/analyses.ts';
import { startChromium } from './bench/browser/chromium.ts';
import { undoAll, undoLater, undoOnSignals } from './bench/cleanup.ts';
import { type CountrySize, writeCountry } from './bench/country/package.ts';
import { interleave } from './bench/measurement.ts';
import { openPostgresql } from './bench/postgresql.ts';
import { startProduct } from './bench/product.ts';
import { type Explained, explainQueries, recordQueries } from './bench/recording.ts';
import { fillDatabase } from './bench/region.ts';
import { explainCall, runCommand } from './command.ts';
import { buildViewer } from './test/run.ts';

const usage = `Imports a made-up country and fourteen of its municipalities into a PostgreSQL that it starts and prints, for
every read of the API, how much longer the country takes, and the plan of its slowest query there; and how long each
analysis over all areas of the country holds up the page that shows it.

  npm run bench:country -- [--municipalities 340] [--offences 55] [--server postgres://…]

  --municipalities  how many the country has; 340 make 15,000 neighbourhoods
  --offences        indicators beside the five that it always has, one of them in fifteen categories, over twelve years
  --server          a PostgreSQL of your own: its databases bench_region and bench_country are made, measured as they
                    are where they are there, and stay
  --help            this text`;

const regionSize = 14;
const goal = 3;
/** Longer than this a page does not answer to a touch at once (Web Performance Working Group, Long Tasks). */
const mostBlocking = 50;
const runs = 15;

interface Call {
  readonly size: CountrySize;
  readonly server: string | null;
}

/** A country or region in a database of its own, served. */
interface Served {
  readonly url: string;
  readonly address: string;
}

/** What one read takes in both; the database's part when nothing is remembered. */
interface Growth {
  readonly path: string;
  /** Times for the same answer size: where the answer is larger, the time for as many bytes counts. */
  readonly served: number;
  readonly queried: number;
  /** Medians in the region and in the country. */
  readonly milliseconds: readonly [number, number];
  readonly bytes: readonly [number, number];
  readonly plan: string;
}

const sizesQuery = `select (select count(*) from area) as areas, (select sum(figures) from figure_group) as figures,
  (select count(*) from figure_group) as groups,
  (select pg_size_pretty(sum(pg_table_size(relid))) from pg_partition_tree('observation') where isleaf) as rows,
  (select pg_size_pretty(sum(pg_indexes_size(relid))) from pg_partition_tree('observation') where isleaf) as indexes,
  pg_size_pretty(pg_total_relation_size('value_column')) as columns,
  pg_size_pretty(pg_total_relation_size('tile') + pg_total_relation_size('area')) as "tiles and areas",
  pg_size_pretty(pg_total_relation_size('stored_file')) as files,
  pg_size_pretty(pg_database_size(current_database())) as database`;

undoOnSignals();
process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

/** Gives the exit code: 0 when everything was measured, 1 when it failed. */
async function run(call: Call): Promise<number> {
  try {
    const server = call.server ?? (await openPostgresql())?.url;
    if (!server)
      throw new Error('there is no PostgreSQL with PostGIS on this machine: give one with --server');
    console.log(
      `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
    );
    buildViewer();
    const region = await serve(server, 'bench_region', { ...call.size, municipalities: regionSize });
    const country = await serve(server, 'bench_country', call.size);
    const growths: Growth[] = [];
    for (const path of await listAllReads(region.address)) {
      growths.push(await compare(path, region, country));
      console.log(formatGrowth(growths.at(-1)));
    }
    await printBlocking(country.address);
    for (const { path, plan } of growths) console.log(`\n${path}\n${plan}`);
    return 0;
  } catch (error) {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  } finally {
    await undoAll();
  }
}

/** The reads of the bench, and those that only grow with a country or with categories. */
async function listAllReads(address: string): Promise<string[]> {
  return [
    ...(await listReads(address)),
    '/api/sources',
    '/api/releases',
    '/api/observations?indicator=misdrijven&category=1.1&level=municipality',
    '/api/observations?indicator=misdrijven&category=*&area=GM0001',
    '/api/areas/GM0001/profile?indicator=misdrijven&indicator=misdrijven/1.1',
    '/api/columns/misdrijven/1.1/neighbourhood',
  ];
}

/** What each analysis over all areas of the country costs the page that shows it. */
async function printBlocking(address: string): Promise<void> {
  const chromium = await startChromium();
  if (!chromium) {
    tell('analyses left out: no Chromium, set CHROME_PATH to its executable');
    return;
  }
  console.log('longest task of the page, milliseconds of the processor:');
  for (const { name, longest } of await measureBlocking(chromium, address))
    console.log(`${longest > mostBlocking ? '!' : ' '} ${longest.toFixed(0)}  ${name}`);
  await chromium.stop();
}

/** Serves so much of the country from a database of this name, which is filled by an import where it is not there. */
async function serve(server: string, name: string, size: CountrySize): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'wijkinformatie-country-'));
  undoLater(() => rm(folder, { recursive: true, force: true }));
  const url = new URL(server);
  url.pathname = `/${name}`;
  const known = await query(server, `select from pg_database where datname = '${name}'`);
  if (known.length === 0) {
    await query(server, `create database ${name}`);
    await fill(url.href, name, folder, size);
  }
  const [sizes] = await query(url.href, sizesQuery);
  console.log(
    `${name}: ${Object.entries(sizes ?? {})
      .map(([what, much]) => `${what} ${much}`)
      .join(', ')}`,
  );
  const product = await startProduct({ dataDirectory: folder }, { databaseUrl: url.href });
  undoLater(product.stop);
  return { url: url.href, address: product.address };
}

async function fill(url: string, name: string, folder: string, size: CountrySize): Promise<void> {
  tell(`${name}: writing the package`);
  await writeCountry(join(folder, 'package'), { ...size, isDivided: true });
  const start = performance.now();
  const since = () => `${((performance.now() - start) / 1000).toFixed(0)} s`;
  await fillDatabase({ url }, join(folder, 'package'), (step) => tell(`${name}: ${step} (after ${since()})`));
  const memory = (process.resourceUsage().maxRSS / 2 ** 20).toFixed(1);
  console.log(`${name}: imported in ${since()} with at most ${memory} GB of memory`);
  await rm(join(folder, 'package'), { recursive: true });
  await query(url, 'vacuum analyze');
}

async function compare(path: string, region: Served, country: Served): Promise<Growth> {
  const bytes = [
    (await read(region.address + path)).bytes,
    (await read(country.address + path)).bytes,
  ] as const;
  const time = (address: string) => async () => (await read(address + path)).milliseconds;
  const { first, second, ratio } = await interleave(time(country.address), time(region.address), runs);
  const larger = Math.max(1, bytes[1] / bytes[0]);
  const [small, large] = [await explain(path, region.url), await explain(path, country.url)];
  const queried = large.milliseconds / Math.max(small.milliseconds, Number.EPSILON) / larger;
  return { path, served: ratio / larger, queried, milliseconds: [second, first], bytes, plan: large.plan };
}

/** What the read asks of the database in a process that remembers nothing. */
async function explain(path: string, url: string): Promise<Explained> {
  const { db, close } = await openDatabase({ url });
  try {
    const app = createApp(
      { startup: readyStartup(db), logger: pino({ level: 'silent' }), publicUrl: null },
      new Map(),
    );
    const queries = await recordQueries(async () => (await app.request(path)).arrayBuffer());
    return await explainQueries(url, queries);
  } finally {
    await close();
  }
}

function formatGrowth(growth: Growth | undefined): string {
  if (!growth) return '';
  const { path, served, queried, milliseconds, bytes } = growth;
  const times = milliseconds.map((each) => each.toFixed(1)).join(' and ');
  const sizes = bytes[0] === bytes[1] ? `${bytes[0]} bytes` : `${bytes.join(' and ')} bytes`;
  const mark = Math.max(served, queried) > goal ? '!' : ' ';
  return `${mark} ${served.toFixed(2)}×  queries ${queried.toFixed(2)}×  ${path}  (${times} ms, ${sizes})`;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function tell(step: string): void {
  process.stderr.write(`${step}\n`);
}

function readCall(argv: string[]): Call | string {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        municipalities: { type: 'string', default: '340' },
        offences: { type: 'string', default: '55' },
        server: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return usage;
    const size = { municipalities: Number(values.municipalities), offences: Number(values.offences) };
    const isWhole = Object.values(size).every((number) => Number.isInteger(number) && number >= 0);
    return isWhole ? { size, server: values.server ?? null } : explainCall('Give whole numbers.', usage);
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}
