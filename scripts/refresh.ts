import { userInfo } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../api/config.ts';
import { createAsker } from '../api/download/asker.ts';
import { defaultDownloadSettings } from '../api/download/settings.ts';
import { performRefresh } from '../api/refresh/perform.ts';
import { openRefreshQueue, queueSchema, type Refresh, type RefreshQueue } from '../api/refresh/queue.ts';
import { workRefreshes } from '../api/refresh/worker.ts';
import { messageOf } from '../geodata/problem.ts';
import { type Database, openDatabase } from '../sql/database.ts';
import { listRefreshJobs, listRefreshRuns, type RefreshRun, workAlone } from '../sql/refresh.ts';
import { formatTime, runCommand } from './command.ts';
import { explainFailure } from './failure.ts';
import { showProgress } from './progress.ts';
import { nameRefresh, type RefreshCall, readCall, readSource, usage } from './refresh/call.ts';

const pollingSeconds = 10;

const config = readConfig();
const progress = showProgress(process.stderr);
process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

/** Gives the exit code: 0 when it is done, 1 when it was refused or failed. */
async function run(call: RefreshCall): Promise<number> {
  try {
    const { db, close } = await openDatabase(config.database, (step) => progress.show({ step }));
    try {
      const queue = await openRefreshQueue(db, call.command === 'work', (error) =>
        console.error(`The schedule: ${error.message}`),
      );
      return await answer(db, queue, call).finally(() => queue.close());
    } finally {
      await close();
    }
  } catch (error) {
    progress.end();
    console.error(explainFailure(error));
    return 1;
  }
}

async function answer(db: Database, queue: RefreshQueue, call: RefreshCall): Promise<number> {
  if (call.command === 'list') return list(db, queue, call.json);
  if (call.command === 'add') return add(queue, call);
  if (call.command === 'work') return work(db, queue);
  const known = (await queue.list()).find(({ name }) => name === call.name);
  if (!known) {
    console.error(`There is no refresh "${call.name}": npm run refresh lists them.`);
    return 1;
  }
  if (call.command === 'remove') {
    await queue.remove(known.name);
    console.log(`${known.name} is refreshed no more; what came of it stays.`);
  } else if (call.command === 'request') {
    await queue.request(known);
    console.log(`${known.name} is done next by the process that works.`);
  } else console.log(await perform(db, { ...known, refresh: known.name, attempt: 1 }));
  return 0;
}

async function add(
  queue: RefreshQueue,
  { cron, words, publish }: Extract<RefreshCall, { command: 'add' }>,
): Promise<number> {
  const source = readSource(words);
  if (typeof source === 'string') throw new Error(source);
  const name = nameRefresh(source);
  try {
    await queue.add({ name, cron, words, publish });
  } catch (error) {
    console.error(
      `"${cron}" is no schedule (${messageOf(error)}): write minute, hour, day, month and day of the week, such as "30 5 * * 1".`,
    );
    return 2;
  }
  const then = publish ? 'published when its checks find no error' : 'staged for a look';
  console.log(`${name} is refreshed at "${cron}" and ${then}, while npm run refresh -- work runs.`);
  return 0;
}

async function work(db: Database, queue: RefreshQueue): Promise<number> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const report = (line: string) => console.log(`${new Date().toISOString()}  ${line}`);
  const isAlone = await workAlone(db, 'directory' in config.database, () => {
    report('waiting for what falls due');
    return workRefreshes(db, queue, (due) => perform(db, due), {
      polling: pollingSeconds,
      signal: stopping.signal,
      report,
    });
  });
  if (!isAlone) console.error('Another process does the refreshes of this database already.');
  return isAlone ? 0 : 1;
}

/** Does one attempt, and says how it ended. */
async function perform(
  db: Database,
  { refresh, words, publish, attempt }: Omit<Refresh, 'name' | 'cron'> & { refresh: string; attempt: number },
): Promise<string> {
  const call = readSource(words);
  if (typeof call === 'string') throw new Error(call);
  const { dataDirectory } = config;
  const ask = createAsker(
    { ...defaultDownloadSettings(join(dataDirectory, 'downloads'), call.base), freshTime: 0 },
    ({ what }) => progress.show({ step: `fetching ${what}` }),
  );
  const attempted = { refresh, call, publish, number: attempt };
  const settings = {
    ...{ ask, directory: join(dataDirectory, 'sources'), by: userInfo().username },
    database: config.database,
  };
  const run = await performRefresh(db, attempted, { ...settings, onProgress: progress.show });
  progress.end();
  return describeRun(run);
}

async function list(db: Database, queue: RefreshQueue, json: boolean): Promise<number> {
  const jobs = await listRefreshJobs(db, queueSchema);
  const entries = await Promise.all(
    (await queue.list()).map(async (refresh) => {
      const [last = null] = await listRefreshRuns(db, refresh.name, 1);
      return { ...refresh, last, waiting: jobs.find(({ name }) => name === refresh.name) ?? null };
    }),
  );
  if (json) console.log(JSON.stringify({ refreshes: entries }, null, 2));
  else console.log(entries.map(formatEntry).join('\n') || 'Nothing is refreshed by a schedule.');
  return 0;
}

function formatEntry({
  name,
  cron,
  words,
  publish,
  last,
  waiting,
}: Refresh & {
  last: (RefreshRun & { endedAt: Date }) | null;
  waiting: { state: string; startAfter: Date } | null;
}): string {
  const lines = [
    `${name}  "${cron}"  ${words.join(' ')}${publish ? '  (published)' : ''}`,
    last ? `  ${formatTime(last.endedAt)}  ${describeRun(last)}` : '  not done yet',
  ];
  if (waiting)
    lines.push(
      waiting.state === 'active' ? '  being done' : `  tried again from ${formatTime(waiting.startAfter)}`,
    );
  return lines.join('\n');
}

function describeRun({ outcome, release, message, attempt }: RefreshRun): string {
  if (outcome === 'failed') return `attempt ${attempt} failed: ${message}`;
  if (outcome === 'published') return `published as release ${release}`;
  if (outcome === 'unchanged') return `unchanged: release ${release} has the same files`;
  return `staged as release ${release}: npm run releases -- show ${release}`;
}
