import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkFiles } from '../../api/contributions/file-check.ts';
import { openFileStore, removeDrafts } from '../../api/contributions/file-store.ts';
import type { Grant } from '../../geodata/grant.ts';
import { listInvitations } from '../../sql/accounts/invitations.ts';
import { listGrants, listPersons } from '../../sql/accounts/persons.ts';
import { type Database, type DatabaseSettings, openDatabase } from '../../sql/database.ts';
import { listTrail, verifyTrail } from '../../sql/trail.ts';
import { createAccountApp, type Visit } from '../setup/accounts.ts';
import { compileProgram } from '../setup/compiled.ts';
import { welcomeEach } from '../setup/contributors.ts';
import { cloneDatabase, copyEmbedded } from '../setup/database.ts';
import { plainPdf } from '../setup/documents.ts';
import { makeFolder } from '../setup/folder.ts';
import { countKills, environmentOfVictim, waitUntilForgotten } from '../setup/kills.ts';

/** Each round kills a process of its own. */
vi.setConfig({ testTimeout: 3_600_000, hookTimeout: 300_000 });

const cleaning: (() => Promise<unknown>)[] = [];
let program: string;
let temporary: string;
beforeAll(async () => {
  program = await compileProgram(new URL('./killable-product.ts', import.meta.url));
  temporary = await makeFolder('killed-product');
});
afterAll(async () => {
  for (const clean of cleaning) await clean();
});

/** A house with an administrator, an officer who sends files, and a reader whose roles are changed. */
interface House {
  readonly database: DatabaseSettings;
  readonly files: string;
  readonly administrator: Visit;
  readonly officer: Visit;
  readonly reader: string;
}

/** What was answered as done, over all rounds. */
interface Done {
  readonly files: string[];
  readonly invited: string[];
  /** Every municipality that was asked for, and the last that was answered or found as set. */
  readonly asked: string[];
  municipality: string;
  /** How long each start took until it answered, milliseconds. */
  readonly starts: number[];
}

const rolesOf = (municipality: string): Grant[] => [{ role: 'reader', municipality }];

async function settle(db: Database, database: DatabaseSettings): Promise<House> {
  const [administrator, officer] = await welcomeEach(db, createAccountApp(db), [
    [{ role: 'administrator' }],
    [{ role: 'partner', organisation: 'Politie', kind: 'police' }],
    rolesOf('GM0001'),
  ]);
  const reader = (await listPersons(db)).find(({ grants }) => grants[0]?.role === 'reader');
  if (!administrator || !officer || !reader) throw new Error('three were let in');
  return { database, files: await makeFolder('killed-files'), administrator, officer, reader: reader.id };
}

async function startProduct({ database, files }: House): Promise<{ child: ChildProcess; origin: string }> {
  // Who is killed leaves the folder of its socket: here, where it goes after the tests.
  const child = fork(program, [JSON.stringify({ database, files })], {
    env: { ...environmentOfVictim(), TMPDIR: temporary },
  });
  const [port] = (await once(child, 'message')) as [number];
  return { child, origin: `http://localhost:${port}` };
}

/** Sends what somebody's browser would; the answer where it is 200, and an error where it is another. */
async function send(
  origin: string,
  { cookies }: Visit,
  path: string,
  body: object | Uint8Array<ArrayBuffer>,
) {
  const isBytes = body instanceof Uint8Array;
  const answer = await fetch(`${origin}/api/accounts/${path}`, {
    method: 'POST',
    body: isBytes ? body : JSON.stringify(body),
    headers: {
      'Content-Type': isBytes ? 'application/octet-stream' : 'application/json',
      Origin: origin,
      Cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
    },
  });
  const told = (await answer.json()) as { readonly sha256: string };
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(told)}`);
  return told;
}

let made = 0;

/** Sends pictures and documents, none like another, until the product is gone. */
async function sendFiles(origin: string, { officer }: House, done: Done): Promise<void> {
  for (;;) {
    made += 1;
    const background = { r: made % 256, g: Math.floor(made / 256) % 256, b: 7 };
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .png()
      .toBuffer();
    const sent = made % 4 === 0 ? plainPdf(`Plan ${made} voor verlichting`) : picture;
    const path = made % 4 === 0 ? 'contributions/documents' : 'contributions/files';
    done.files.push((await send(origin, officer, path, new Uint8Array(sent))).sha256);
  }
}

/** Invites people and changes what one may, until the product is gone. */
async function changeAccounts(origin: string, { administrator, reader }: House, done: Done): Promise<void> {
  for (;;) {
    made += 1;
    const email = `genodigd${made}@example.nl`;
    await send(origin, administrator, 'people/invite', {
      email,
      name: 'Genodigde',
      grants: rolesOf('GM0002'),
    });
    done.invited.push(email);
    const municipality = `GM${String(made % 10_000).padStart(4, '0')}`;
    done.asked.push(municipality);
    await send(origin, administrator, 'people/roles', { id: reader, grants: rolesOf(municipality) });
    done.municipality = municipality;
  }
}

/** Kills the product while both go on, so many milliseconds after it first answered. */
async function killWhileChanging(house: House, done: Done, delay: number): Promise<void> {
  const began = performance.now();
  const { child, origin } = await startProduct(house);
  done.starts.push(performance.now() - began);
  const isOver = (work: Promise<void>) => work.catch((error: Error) => error);
  const both = [isOver(sendFiles(origin, house, done)), isOver(changeAccounts(origin, house, done))];
  const count = () => done.files.length + done.invited.length;
  for (const before = count(); count() === before; ) await wait(5);
  await wait(delay);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  for (const error of await Promise.all(both)) expect(error).toBeInstanceOf(TypeError);
}

/** What was answered is there, once, with its entry in the trail, and nothing is half done. */
async function expectWhole(db: Database, { files, reader }: House, done: Done): Promise<void> {
  const count = async (act: 'file-keep' | 'invite') => {
    const rows = await db.selectFrom('trail').select('subject').where('act', '=', act).execute();
    return rows.map(({ subject }) => subject);
  };
  await removeDrafts(files);
  const { missing, altered, checked } = await checkFiles(db, openFileStore(files));
  expect([missing, altered]).toEqual([[], []]);
  const kept = (await db.selectFrom('file').select('sha256').execute()).map(({ sha256 }) => sha256);
  expect(done.files.filter((sha256) => !kept.includes(sha256))).toEqual([]);
  expect(new Set(await count('file-keep'))).toEqual(new Set(kept.map((sha256) => `file:${sha256}`)));
  expect(checked).toBe(kept.length);
  expect((await readdir(files)).includes('drafts')).toBe(false);
  const open = (await listInvitations(db)).map(({ email }) => email);
  expect(done.invited.filter((email) => !open.includes(email))).toEqual([]);
  // Three were invited to begin with, and came.
  expect(await count('invite')).toHaveLength(open.length + 3);
  const [grant] = await listGrants(db, reader);
  const municipality = grant?.role === 'reader' ? grant.municipality : '';
  const [answered, last] = [done.asked.indexOf(done.municipality), done.asked.indexOf(municipality)];
  // What was under way may have been done without an answer.
  expect(last - answered, `${done.municipality}, then ${municipality}`).toBeOneOf([0, 1]);
  // The next round goes on from there, and may be killed before its first answer too.
  done.municipality = municipality;
  const [changed] = await listTrail(db, { act: 'roles-change', limit: 1 });
  if (changed) expect(JSON.parse(changed.detail ?? '')).toEqual({ grants: rolesOf(municipality) });
  expect((await verifyTrail(db)).fault).toBeNull();
  await db.deleteFrom('accounts.attempt').execute();
}

/** For docs/operating.md: how long it takes until the product answers again. */
function tellRounds({ files, invited, starts }: Done): void {
  const sorted = [...starts].sort((one, other) => one - other);
  const times = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const told = times.map((time = 0) => `${(time / 1000).toFixed(2)} s`).join(', ');
  const acts = `${files.length} files came in and ${invited.length} people were invited`;
  console.log(
    `${starts.length} kills while ${acts}; each start answered after ${told} (least, median, most)`,
  );
  // A run in which nothing was ever answered shows nothing.
  expect(files.length + invited.length).toBeGreaterThan(0);
}

const newDone = (): Done => ({
  files: [],
  invited: [],
  asked: ['GM0001'],
  municipality: 'GM0001',
  starts: [],
});

test('PostgreSQL: whoever is killed while files come in and accounts change leaves nothing half done', async () => {
  const { url, drop } = await cloneDatabase();
  cleaning.push(drop);
  const { db, close } = await openDatabase({ url });
  const house = await settle(db, { url });
  const done = newDone();
  for (let round = 0; round < countKills(6); round += 1) {
    await killWhileChanging(house, done, delayOf(round));
    await waitUntilForgotten(db);
    await expectWhole(db, house, done);
  }
  await close();
  tellRounds(done);
});

test('the embedded database: the same, and it opens again', async () => {
  const directory = await copyEmbedded();
  const first = await openDatabase({ directory });
  const house = await settle(first.db, { directory });
  await first.close();
  const done = newDone();
  for (let round = 0; round < countKills(1); round += 1) {
    await killWhileChanging(house, done, delayOf(round));
    const { db, close } = await openDatabase({ directory });
    await expectWhole(db, house, done);
    await close();
  }
  tellRounds(done);
});

/** Within what it does next, and what it does after that, milliseconds. */
function delayOf(round: number): number {
  return (round * 619) % 700;
}
