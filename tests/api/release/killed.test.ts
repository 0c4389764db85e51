import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { publishRelease, withdrawRelease } from '../../../api/release/acts.ts';
import { importPackage } from '../../../api/release/import.ts';
import { listReleases } from '../../../sql/catalog.ts';
import { type Database, type DatabaseSettings, openDatabase } from '../../../sql/database.ts';
import { listPublications, lockPublication } from '../../../sql/publication.ts';
import { everything } from '../../../sql/reader.ts';
import { compileProgram } from '../../setup/compiled.ts';
import { cloneDatabase, copyEmbedded } from '../../setup/database.ts';
import { makeFolder } from '../../setup/folder.ts';
import { countKills } from '../../setup/kills.ts';
import { checksumTables, publishedTables } from './checksum.ts';
import type { Order } from './killable.ts';
import {
  figuresPackage,
  onlyYear,
  type SamplePackage,
  samplePackage,
  writePackage,
} from './sample-package.ts';

/** Each round kills a process of its own. */
vi.setConfig({ testTimeout: 3_600_000 });

const seed = 20_261_124;
const rounds = { server: countKills(100), embedded: countKills(4) };
const by = 'tester';
const cleaning: (() => Promise<unknown>)[] = [];
let program: string;
let temporary: string;
beforeAll(async () => {
  program = await compileProgram(new URL('./killable.ts', import.meta.url));
  temporary = await makeFolder('killed');
});
afterAll(async () => {
  for (const clean of cleaning) await clean();
});

test(`PostgreSQL: ${rounds.server} processes killed at random moments leave what was committed last`, async () => {
  const { url, drop } = await cloneDatabase();
  cleaning.push(drop);
  const { db, close } = await openDatabase({ url });
  const world = await prepare(db);
  let next = startProcess({ url });
  const outcomes: boolean[] = [];
  const recoveries: number[] = [];
  for (let round = 0; round < rounds.server; round++) {
    const victim = next;
    next = startProcess({ url });
    const { isDone, recovery } = await killOne(await victim, world, db, round);
    outcomes.push(isDone);
    recoveries.push(recovery);
    await expectWhole(db, world);
  }
  (await next).kill('SIGKILL');
  await close();
  // Some were killed before their end, others after it.
  expect(new Set(outcomes)).toEqual(new Set([true, false]));
  tellTimes('PostgreSQL, from the kill until the next publication may begin', recoveries);
});

test(`the embedded database: ${rounds.embedded} processes killed at random moments, and it opens again`, async () => {
  const directory = await copyEmbedded();
  const openings: number[] = [];
  const withDatabase = async <Result>(work: (db: Database) => Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const { db, close } = await openDatabase({ directory });
    openings.push(performance.now() - began);
    return work(db).finally(close);
  };
  const world = await withDatabase(prepare);
  let order = await withDatabase((db) => chooseOrder(db, world, 0));
  for (let round = 0; round < rounds.embedded; round++) {
    await killDuring(await startProcess({ directory }), order, delayOf(world, order, round));
    order = await withDatabase(async (db) => {
      await expectWhole(db, world);
      return chooseOrder(db, world, round + 1);
    });
  }
  const [first = 0, second = 0, ...afterKills] = openings;
  tellTimes('the embedded database, to open after it was closed', [first, second]);
  tellTimes('the embedded database, to open after the kill', afterKills);
});

/** For docs/operating.md: how long it takes until a database can be worked with. */
function tellTimes(what: string, milliseconds: readonly number[]): void {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const times = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const texts = times.map((time = 0) => `${(time / 1000).toFixed(2)} s`);
  console.log(`${what}: ${texts.join(', ')} (least, median, most of ${sorted.length})`);
}

/** What is published in each of the states between which the processes go, by the package on top. */
interface World {
  readonly checksums: ReadonlyMap<string, unknown>;
  readonly base: unknown;
  readonly staged: number;
  readonly folders: readonly string[];
  /** How long each act takes without being killed (ms). */
  readonly durations: Record<Order['act'], number>;
}

async function prepare(db: Database): Promise<World> {
  await importPackage(db, await writePackage(samplePackage()), { importedBy: by });
  const base = await checksumTables(db, [], publishedTables);
  const checksums = new Map<string, unknown>([['sample', await checksumShown(db)]]);
  const durations = { import: 0, stage: 0, publish: 0, withdraw: 0 };
  const time = async <Result>(act: Order['act'], work: Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const result = await work;
    durations[act] = Math.max(durations[act], performance.now() - began);
    return result;
  };
  const folders: string[] = [];
  for (const sample of [figuresPackage(), nextYear()]) {
    const folder = await writePackage(sample);
    folders.push(folder);
    const { release } = await time('import', importPackage(db, folder, { importedBy: by }));
    checksums.set(sample.descriptor.name, await checksumShown(db));
    await time('withdraw', withdrawRelease(db, release ?? 0, { by }));
  }
  const staging = importPackage(db, folders[0] ?? '', { importedBy: by, stageOnly: true });
  const staged = (await time('stage', staging)).release ?? 0;
  await time('publish', publishRelease(db, staged, { by }));
  await withdrawRelease(db, staged, { by });
  return { checksums, base, staged, folders, durations };
}

/** New boundaries, which renew tiles, lineage and numbers of areas. */
function nextYear(): SamplePackage {
  const { descriptor, files } = onlyYear(2021);
  return {
    descriptor: {
      ...descriptor,
      name: 'sample-2020',
      resources: descriptor.resources.map((resource) => ({
        ...resource,
        wijkinformatie: { ...resource.wijkinformatie, boundaryYear: 2020 },
      })),
    },
    files,
  };
}

/** All that is published but the numbers of releases, which differ from one import to the next. */
function checksumShown(db: Database): Promise<unknown> {
  return checksumTables(db, ['release', 'releases'], publishedTables);
}

/** What is published is what the last committed publication made, and nothing of what was killed. */
async function expectWhole(db: Database, { checksums, base }: World): Promise<void> {
  // The server may still be at work for a process that is gone.
  await db.transaction().execute((transaction) => lockPublication(transaction));
  const top = await findTop(db);
  expect(await checksumShown(db)).toEqual(checksums.get(top.package));
  if (top.package === 'sample') expect(await checksumTables(db, [], publishedTables)).toEqual(base);
}

async function findTop(db: Database): Promise<{ id: number; package: string }> {
  const [top] = await listPublications(db);
  const releases = await listReleases(db, everything);
  const release = releases.find(({ id }) => id === top?.release);
  if (!release) throw new Error('the sample stays published');
  expect(release.state).toBe('published');
  return release;
}

async function chooseOrder(db: Database, { staged, folders }: World, round: number): Promise<Order> {
  const top = await findTop(db);
  if (top.package !== 'sample') return { act: 'withdraw', release: top.id };
  const orders: Order[] = [
    ...folders.map((folder) => ({ act: 'import' as const, folder })),
    { act: 'publish', release: staged },
    { act: 'stage', folder: folders[0] ?? '' },
  ];
  const order = orders[Math.floor(random(2 * round) * orders.length)];
  if (!order) throw new Error('a random number lies below one');
  return order;
}

/** Spread over the whole of the act and beyond: a process that does it for the first time takes longer. */
function delayOf({ durations }: World, { act }: Order, round: number): number {
  return random(2 * round + 1) * durations[act] * 4;
}

/** Kills a process during an act; gives whether the act was done, and how long it held others up after that (ms). */
async function killOne(
  victim: ChildProcess,
  world: World,
  db: Database,
  round: number,
): Promise<{ isDone: boolean; recovery: number }> {
  const order = await chooseOrder(db, world, round);
  const before = (await listPublications(db))[0]?.id;
  await killDuring(victim, order, delayOf(world, order, round));
  const killed = performance.now();
  await db.transaction().execute((transaction) => lockPublication(transaction));
  const recovery = performance.now() - killed;
  return { isDone: (await listPublications(db))[0]?.id !== before, recovery };
}

async function startProcess(settings: DatabaseSettings): Promise<ChildProcess> {
  // Who is killed leaves the folder of its socket: here, where it goes after the tests.
  const env = { ...process.env, TMPDIR: temporary };
  const child = fork(program, [JSON.stringify(settings)], { execArgv: [], env });
  await once(child, 'message');
  return child;
}

async function killDuring(victim: ChildProcess, order: Order, delay: number): Promise<void> {
  const exit = once(victim, 'exit');
  victim.send(order);
  await Promise.race([wait(delay), once(victim, 'message')]);
  victim.kill('SIGKILL');
  await exit;
}

/** The same number between 0 and 1 for the same place, every time (a 32-bit mix: murmur3's finalizer). */
function random(index: number): number {
  let hash = (seed + Math.imul(index + 1, 0x9e3779b1)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
