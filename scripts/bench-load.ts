import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../geodata/problem.ts';
import { undoAll, undoOnSignals } from './bench/cleanup.ts';
import { openPostgresql } from './bench/postgresql.ts';
import { type Product, startProduct } from './bench/product.ts';
import { createRegions, fillDatabase, type Region, regionKeys } from './bench/region.ts';
import { measureLoad } from './bench/visiting/load.ts';
import { explainCall, runCommand } from './command.ts';

const usage = `Visits a product of its own as people do, with 200 who follow a presentation, and prints how it held: first as
quickly as it can answer, then at 80% of that, then at twice as much, and how soon it is well after that.

  npm run bench:load -- [--database embedded] [--minutes 10] [--region demonstration] [--keep <folder>] [--seed 1]

  --database  embedded or postgresql, of which it starts one
  --minutes   how long at 80%
  --region    one of ${regionKeys.join(', ')}
  --keep      keep the prepared regions in a folder, and use those that are there
  --seed      another number lets others come
  --help      this text

Memory is read from Linux. The real region is the data package in ../shared/data, or the folder that REAL_DATA names.`;

interface Call {
  readonly database: 'embedded' | 'postgresql';
  readonly minutes: number;
  readonly region: (typeof regionKeys)[number];
  readonly keep: string | null;
  readonly seed: number;
}

undoOnSignals();
process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

function readCall(words: string[]): Call | string {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        database: { type: 'string', default: 'embedded' },
        minutes: { type: 'string', default: '10' },
        region: { type: 'string', default: 'demonstration' },
        keep: { type: 'string' },
        seed: { type: 'string', default: '1' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return usage;
    const { database } = values;
    if (database !== 'embedded' && database !== 'postgresql')
      return explainCall(`There is no database ${database}.`, usage);
    const region = regionKeys.find((key) => key === values.region);
    if (!region) return explainCall(`There is no region ${values.region}.`, usage);
    const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
    if (!(minutes > 0) || Number.isNaN(seed)) return explainCall('--minutes and --seed are numbers', usage);
    return { database, minutes, region, keep: values.keep ? resolve(values.keep) : null, seed };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}

/** Gives the exit code: 1 where an answer failed that should not. */
async function run({ database, minutes, region: key, keep, seed }: Call): Promise<number> {
  const tell = (step: string) => process.stderr.write(`${step}\n`);
  const realFolder = resolve(process.env.REAL_DATA || '../shared/data');
  const regions = createRegions({ realFolder, keep, only: new Set([key]) }, tell);
  try {
    const product = await startOn(database, await regions.prepare(key), tell);
    tell(`visiting ${product.address}, ${database}, ${key}`);
    return (await measureLoad(product, { minutes, seed }, console.log)) ? 0 : 1;
  } finally {
    await undoAll();
  }
}

async function startOn(
  database: Call['database'],
  region: Region,
  tell: (step: string) => void,
): Promise<Product> {
  // Each visitor comes from an address of his own, as behind a proxy.
  const environment = { TRUSTED_PROXIES: '127.0.0.1' };
  if (database === 'embedded') return startProduct(region, { environment });
  const postgresql = await openPostgresql();
  if (!postgresql) throw new Error('there is no PostgreSQL with PostGIS on this machine');
  await fillDatabase({ url: postgresql.url }, region.folder, tell);
  return startProduct(region, { databaseUrl: postgresql.url, environment });
}
