import { parseArgs } from 'node:util';
import { messageOf } from '../geodata/problem.ts';
import { createRandom } from '../geodata/statistics/random.ts';
import { type Rollout, simulateRollout } from './bench/visiting/rollout.ts';
import { listPlaces } from './bench/visiting/visits.ts';
import { explainCall, runCommand } from './command.ts';

const usage = `Computes from the bytes of a running product what a rollout takes: bytes of a visit, requests a second through a CDN,
and how much the database grows in a year.

  npm run bench:rollout -- http://localhost:3000 [--readers 100000] [--edges 20] [--busiest 0.12] [--visits 2000]
                           [--figures 1375000] [--bytes 283]

  --readers   in a day
  --edges     places of the CDN, each with a memory of its own
  --busiest   share of them in the busiest hour
  --visits    how many are simulated
  --figures   how many come in a year; as it stands those of bench:country (60 indicators, one of them in 15 categories,
              18,532 areas, once a year)
  --bytes     of a figure in the database, with its indexes, as bench:country measures them
  --help      this text`;

interface Call extends Rollout {
  readonly address: string;
  readonly figures: number;
  readonly bytes: number;
}

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

function readCall(words: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        readers: { type: 'string', default: '100000' },
        edges: { type: 'string', default: '20' },
        busiest: { type: 'string', default: '0.12' },
        visits: { type: 'string', default: '2000' },
        figures: { type: 'string', default: '1375000' },
        bytes: { type: 'string', default: '283' },
        help: { type: 'boolean' },
      },
    });
    const [address] = positionals;
    if (values.help || address === undefined) return usage;
    const number = (name: Exclude<keyof typeof values, 'help'>): number => {
      const read = Number(values[name]);
      if (!(read > 0)) throw new Error(`--${name} is a number above 0`);
      return read;
    };
    return {
      address: address.replace(/\/$/, ''),
      readers: number('readers'),
      edges: Math.round(number('edges')),
      busiest: number('busiest'),
      visits: Math.round(number('visits')),
      figures: number('figures'),
      bytes: number('bytes'),
    };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}

async function run({ address, figures, bytes, ...rollout }: Call): Promise<number> {
  const found = await simulateRollout(address, await listPlaces(address), rollout, createRandom(1));
  const { perSecond, megabytes } = found;
  const rows = [
    ['requests of a visit', found.requestsOfVisit.toFixed(0)],
    ['bytes of a first visit', `${(found.bytesOfVisit / 1000).toFixed(0)} kB`],
    ['bytes of a later visit', `${(found.bytesOfReturn / 1000).toFixed(0)} kB`],
    ['requests a second in the busiest hour', perSecond.all.toFixed(0)],
    ['of which reach the origin', perSecond.origin.toFixed(1)],
    ['of which ask its database', perSecond.database.toFixed(1)],
    ['from the edges', `${megabytes.edges.toFixed(1)} MB/s`],
    ['from the origin', `${megabytes.origin.toFixed(2)} MB/s`],
    ['what an edge keeps', `${found.kept.toFixed(1)} MB`],
    ['growth of the database in a year', `${((figures * bytes) / 1e6).toFixed(0)} MB`],
    ['the same with what later releases replace', `${((2 * figures * bytes) / 1e6).toFixed(0)} MB`],
  ];
  console.log(`${rollout.readers} readers a day, ${rollout.edges} edges\n\n| what | |\n|---|---|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  return 0;
}
