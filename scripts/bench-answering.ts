import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { InputError, messageOf } from '../geodata/problem.ts';
import { readCodeList } from '../geodata/sampling/code-list.ts';
import { createRandom } from '../geodata/statistics/random.ts';
import { type Measured, openBrowser } from './answering/browsing.ts';
import { answerAll } from './answering/filling-in.ts';
import { type OwnDatabase, ownDatabases, startOwnRound } from './answering/own-round.ts';
import { undoLater, undoOnSignals } from './bench/cleanup.ts';
import { explainCall, runCommand } from './command.ts';

const usage = `Answers an open round through its own pages as many people at once do, with made-up answers, and measures how long
each page takes and how many bytes it has. Codes that were used are passed over. For trying: never on a round that people answer.

  npm run bench:answering -- http://localhost:3000 codes.csv [--answers 400] [--together 50] [--seed 1]
  npm run bench:answering -- --database postgresql [--answers 400] [--together 50] [--seed 1]

  codes.csv    the list that was made with the codes
  --database   embedded or postgresql: a product of its own with the demonstration, gone afterwards
  --answers    how many questionnaires are filled in
  --together   how many people do so at once
  --seed       another number gives other answers
  --help       this text`;

interface Call {
  /** A round that is open somewhere, with its list of codes; or a database for one of our own. */
  readonly where: { readonly address: string; readonly file: string } | OwnDatabase;
  readonly answers: number;
  readonly together: number;
  readonly seed: number;
}

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

function readCall(words: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        answers: { type: 'string', default: '400' },
        together: { type: 'string', default: '50' },
        seed: { type: 'string', default: '1' },
        database: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    const [address, file] = positionals;
    const own = ownDatabases.find((each) => each === values.database);
    if (values.database !== undefined && !own)
      return explainCall(`--database is one of ${ownDatabases.join(', ')}`, usage);
    const where = own ?? (address && file ? { address: address.replace(/\/$/, ''), file } : null);
    if (values.help || !where) return usage;
    const [answers, together, seed] = [values.answers, values.together, values.seed].map(Number);
    if (!answers || !together || seed === undefined || Number.isNaN(seed))
      return explainCall('--answers, --together and --seed are numbers', usage);
    return { where, answers, together, seed };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}

async function run(call: Call): Promise<number> {
  const { where, answers } = call;
  if (typeof where !== 'string') {
    const codes = await readCodes(where.file);
    return codes === null ? 1 : answer(where.address, codes, call);
  }
  undoOnSignals();
  const directory = await mkdtemp(join(tmpdir(), 'wijkinformatie-bench-'));
  const remove = undoLater(() => rm(directory, { recursive: true, force: true }));
  try {
    const round = await startOwnRound(where, directory, answers, (step) => console.error(step));
    try {
      return await answer(round.address, round.codes, call);
    } finally {
      await round.stop();
    }
  } finally {
    await remove();
  }
}

async function answer(
  address: string,
  codes: readonly string[],
  { answers, together, seed }: Call,
): Promise<number> {
  const waiting = codes.slice(0, answers);
  const measured: Measured[] = [];
  const ends = new Map<string, number>();
  let number = 0;
  const start = performance.now();
  const people = Array.from({ length: together }, async () => {
    for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
      number += 1;
      const browser = openBrowser(address, (one) => measured.push(one));
      const end = await answerAll(browser, code, createRandom(seed * 100_003 + number));
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
  });
  await Promise.all(people);
  describe(measured, ends, (performance.now() - start) / 1000);
  return ends.get('/vragenlijst/bedankt') === number ? 0 : 1;
}

async function readCodes(file: string): Promise<string[] | null> {
  try {
    return readCodeList(await readFile(file), basename(file)).map(({ code }) => code);
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof Error && 'code' in error)) throw error;
    console.error(messageOf(error));
    return null;
  }
}

function describe(measured: readonly Measured[], ends: ReadonlyMap<string, number>, seconds: number): void {
  const sent = ends.get('/vragenlijst/bedankt') ?? 0;
  for (const [end, count] of ends)
    if (end !== '/vragenlijst/bedankt') console.log(`${count} ended at ${end}`);
  const failed = measured.filter(({ status }) => status >= 500 || status === 429).length;
  console.log(
    `${sent} sent in ${seconds.toFixed(1)} s; ${measured.length} requests, ${failed} failed, ${(measured.length / seconds).toFixed(0)} a second`,
  );
  console.log('page | requests | median ms | 99th percentile ms | most ms | median bytes | most bytes');
  for (const method of ['GET', 'POST'] as const)
    console.log(`all ${method} | ${tell(measured.filter((one) => one.method === method))}`);
  for (const path of new Set(measured.map((one) => one.path)))
    console.log(`${path} | ${tell(measured.filter((one) => one.path === path && one.status < 300))}`);
  const bytes = measured.reduce((sum, one) => sum + one.bytes, 0);
  console.log(`${Math.round(bytes / Math.max(1, sent))} bytes for a whole questionnaire, bodies, gzip`);
}

function tell(measured: readonly Measured[]): string {
  const times = measured.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const bytes = measured.map((one) => one.bytes).sort((a, b) => a - b);
  const at = (list: readonly number[], share: number) =>
    list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
  const shown = [at(times, 0.5), at(times, 0.99), at(times, 1)].map((time) => time.toFixed(1));
  return [measured.length, ...shown, at(bytes, 0.5), at(bytes, 1)].join(' | ');
}
