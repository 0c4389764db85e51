import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Database, type DatabaseSettings, openDatabase } from '../../../sql/database.ts';
import { findDraft } from '../../../sql/questionnaires/drafts.ts';
import { findInvitation, keepUnused, makeCodes } from '../../../sql/questionnaires/invitations.ts';
import { laySheets, openAnswering } from '../../../sql/questionnaires/laying.ts';
import { listResponse } from '../../../sql/questionnaires/response.ts';
import { readSheets } from '../../../sql/questionnaires/sheets.ts';
import { compileProgram } from '../../setup/compiled.ts';
import { cloneDatabase, copyEmbedded } from '../../setup/database.ts';
import { countKills, environmentOfVictim, waitUntilForgotten } from '../../setup/kills.ts';
import { testSurveyKey as key, planRound } from '../../setup/survey.ts';
import type { KillableOrder } from './killable.ts';

/** Whoever is told of all strata. */
const office = { id: 'office', grants: [{ role: 'administrator' }] } as const;

/** Each kill ends a process of its own. */
vi.setConfig({ testTimeout: 3_600_000 });

const stratum = 'WK900101';
const codesEach = 60;
const cleaning: (() => Promise<unknown>)[] = [];
let program: string;
beforeAll(async () => {
  program = await compileProgram(new URL('./killable.ts', import.meta.url));
});
afterAll(async () => {
  for (const clean of cleaning) await clean();
});

/** What the process said was done before it was killed, so many milliseconds after the first sheet was sent. */
async function killWhileAnswering(settings: DatabaseSettings, order: KillableOrder, after: number) {
  const child = fork(program, [JSON.stringify(settings)], { env: environmentOfVictim() });
  const [saved, sent] = [[] as string[], [] as string[]];
  let isDone = false;
  await once(child, 'message');
  const begun = new Promise<void>((resolve) => {
    child.on('message', (message: { saved?: string; sent?: string } | 'done') => {
      if (message === 'done') isDone = true;
      else if (message.saved) saved.push(message.saved);
      else if (message.sent) sent.push(message.sent);
      if (sent.length > 0) resolve();
    });
  });
  const ended = once(child, 'exit');
  child.send(order);
  await begun;
  await wait(after);
  child.kill('SIGKILL');
  await ended;
  return { saved, sent, isDone };
}

/** Every sheet that was sent is there once, laid or waiting, and everything agrees on which. */
async function expectNothingLost(
  db: Database,
  { round, codes }: KillableOrder,
  { saved, sent }: { readonly saved: readonly string[]; readonly sent: readonly string[] },
): Promise<void> {
  const unused = new Set(await keepUnused(db, key, office, round, codes));
  for (const code of sent) expect(unused.has(code)).toBe(false);
  // What was saved and not sent can be gone on with.
  for (const code of saved.filter((each) => unused.has(each)))
    expect(await findDraft(db, key, { round, code })).toMatchObject({ answers: { beter: [`van ${code}`] } });
  const laid = (await readSheets(db, key, round)).map(({ answers }) => answers.beter?.[0]);
  const counted = (await listResponse(db, round)).reduce((sum, { count }) => sum + count, 0);
  const used = await db
    .selectFrom('survey_invitation')
    .select('code_hash')
    .where('round', '=', round)
    .where('is_used', '=', true)
    .execute();
  expect([counted, used.length]).toEqual([laid.length, laid.length]);
  await laySheets(db, key, round, { isLast: true });
  const all = (await readSheets(db, key, round)).map(({ answers }) => answers.beter?.[0]).sort();
  const gone = codes.filter((code) => !unused.has(code));
  expect(all).toEqual(gone.map((code) => `van ${code}`).sort());
  for (const code of gone) expect(await findInvitation(db, key, code)).toMatchObject({ isUsed: true });
}

async function plan(db: Database, name: string): Promise<KillableOrder> {
  const round = await planRound(db, { key: name, strata: [stratum] });
  const codes = await makeCodes(db, key, round, stratum, codesEach);
  await openAnswering(db, key, round);
  return { round, stratum, codes };
}

test('PostgreSQL: whoever is killed while people answer loses nothing that was saved or sent', async () => {
  const { url, drop } = await cloneDatabase();
  cleaning.push(drop);
  const { db, close } = await openDatabase({ url });
  const outcomes: boolean[] = [];
  for (let kill = 0; kill < countKills(8); kill += 1) {
    const order = await plan(db, `kil-${kill}`);
    const told = await killWhileAnswering({ url }, order, (kill * 45) % 400);
    outcomes.push(told.isDone);
    await waitUntilForgotten(db);
    await expectNothingLost(db, order, told);
  }
  await close();
  expect(outcomes).toContain(false);
});

test('the embedded database: the same, and it opens again', async () => {
  const directory = await copyEmbedded();
  const outcomes: boolean[] = [];
  for (let kill = 0; kill < countKills(2); kill += 1) {
    const first = await openDatabase({ directory });
    const order = await plan(first.db, `kil-${kill}`);
    await first.close();
    const told = await killWhileAnswering({ directory }, order, (kill * 120) % 600);
    outcomes.push(told.isDone);
    const second = await openDatabase({ directory });
    await expectNothingLost(second.db, order, told);
    await second.close();
  }
  expect(outcomes).toContain(false);
});
