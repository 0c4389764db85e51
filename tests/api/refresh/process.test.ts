import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { endedMessage, queueSchema } from '../../../api/refresh/queue.ts';
import { importPackage } from '../../../api/release/import.ts';
import { listReleases } from '../../../sql/catalog.ts';
import { type OpenedDatabase, openDatabase } from '../../../sql/database.ts';
import { everything } from '../../../sql/reader.ts';
import { listRefreshJobs, listRefreshRuns } from '../../../sql/refresh.ts';
import { compileProgram } from '../../setup/compiled.ts';
import { cloneDatabase } from '../../setup/database.ts';
import { makeFolder } from '../../setup/folder.ts';
import { type ODataServer, serveOData } from '../../setup/servers/odata.ts';
import { statisticsTables } from '../../setup/servers/statistics.ts';
import { samplePackage, writePackage } from '../release/sample-package.ts';

/** The clock strikes once a minute, and what failed waits for one to two. */
vi.setConfig({ testTimeout: 600_000 });

const root = resolve(import.meta.dirname, '../../..');
const name = 'politie-misdrijven';
const polling = { timeout: 480_000, interval: 250 };
let server: ODataServer;
let directory: string;
let program: string;
let scratch: { url: string; drop(): Promise<void> };
let opened: OpenedDatabase;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  server = await serveOData(statisticsTables());
  directory = await makeFolder('refresh');
  program = await compileProgram(new URL('../../../scripts/refresh.ts', import.meta.url));
  scratch = await cloneDatabase();
  opened = await openDatabase({ url: scratch.url });
  await importPackage(opened.db, await writePackage(samplePackage()), { importedBy: 'tester' });
});
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await opened.close();
  await scratch.drop();
  await server.close();
});

test('a process that is killed in the middle: the next one says so, tries again and ends what it began', async () => {
  // A time that does not come, so that only what broke off is done again.
  await add('30 5 29 2 *');
  server.faults.push(...Array.from({ length: 1_000 }, () => ({ kind: 'silence' }) as const));
  const victim = start('work');
  expect(await start('request', name).ended).toBe(0);
  await vi.waitUntil(() => server.asked.length > 0, polling);
  victim.child.kill('SIGKILL');
  await victim.ended;
  server.faults.length = 0;
  expect(await listJobs()).toMatchObject([{ name, state: 'active', attempt: 1 }]);
  expect(await listRuns()).toEqual([]);

  const next = start('work');
  await vi.waitUntil(async () => (await listRuns()).length > 1 && !(await listJobs()).length, polling);
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
  const [done, ...others] = await listRuns();
  expect(others).toMatchObject([{ attempt: 1, outcome: 'failed', message: endedMessage }]);
  expect(done).toMatchObject({ attempt: 2, outcome: 'staged', message: null });
  expect(next.said()).toContain(`${name}: ${endedMessage}; it is tried again`);
  expect(next.said()).toContain(`${name}: staged as release ${done?.release}`);
  expect(await stateOf(done?.release)).toBe('checked');
});

test('the clock makes a refresh due, and npm run refresh -- work does it', async () => {
  expect(await add('* * * * *')).toContain(`${name} is refreshed at "* * * * *" and staged for a look`);
  expect(await listJobs()).toEqual([]);
  const [before] = await listRuns();
  for (const row of server.resources['47018NED/TypedDataSet'] ?? [])
    if (row.GeregistreerdeMisdrijven_1 === 10) row.GeregistreerdeMisdrijven_1 = 11;
  const worker = start('work');
  await vi.waitUntil(async () => (await listRuns()).length > 2, polling);
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  const run = (await listRuns()).at(-3);
  expect(run).toMatchObject({ attempt: 1, outcome: 'staged', message: null });
  expect(run?.release).not.toBe(before?.release);
  expect(worker.said()).toContain(`${name}: staged as release ${run?.release}`);
});

/** Starts the command on the database of the tests. */
function start(...words: string[]) {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: scratch.url, DATA_DIR: directory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  processes.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes));
  return { child, said: () => output, ended: once(child, 'close').then(([code]) => code as number | null) };
}

/** Puts the refresh on a schedule, and gives what the command says. */
async function add(cron: string): Promise<string> {
  const source = ['politie', 'misdrijven', '--year', '2024', '--base', server.base];
  const { ended, said } = start('add', cron, ...source);
  expect(await ended, said()).toBe(0);
  return said();
}

const listRuns = () => listRefreshRuns(opened.db, name, 10);
const listJobs = () => listRefreshJobs(opened.db, queueSchema);

async function stateOf(release: number | null | undefined): Promise<string | undefined> {
  const releases = await listReleases(opened.db, everything);
  return releases.find(({ id }) => id === release)?.state;
}
