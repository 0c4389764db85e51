import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { openFileStore, removeDrafts } from '../../api/contributions/file-store.ts';
import { tidyOnce } from '../../api/questionnaires/tidying.ts';
import { keepRetention, removeWhatIsOver } from '../../api/retention.ts';
import type { Startup } from '../../api/startup.ts';
import { addDays, dayOf } from '../../geodata/day.ts';
import { measureRoom } from '../../geodata/questionnaire/room.ts';
import type { Database } from '../../sql/database.ts';
import { saveDraft, sendDraft } from '../../sql/questionnaires/drafts.ts';
import { makeCodes } from '../../sql/questionnaires/invitations.ts';
import { openAnswering } from '../../sql/questionnaires/laying.ts';
import { readSheets } from '../../sql/questionnaires/sheets.ts';
import { listTrail, recordAct, verifyTrail } from '../../sql/trail.ts';
import { testSurvey } from '../setup/answering.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { makeFolder } from '../setup/folder.ts';
import { answeredSheet, testSurveyKey as key, planRound, testQuestionnaire } from '../setup/survey.ts';

const logger = pino({ level: 'silent' });

describeOnBothDatabases('what is over', (getDatabase) => {
  test('of accounts and sessions goes by itself, and the rest stays', async () => {
    const db = getDatabase();
    await fillAccounts(db);
    await fillFollowed(db);
    await keepRetention(db, 730, logger)();
    expect(await listLeft(db)).toEqual({
      session: ['going on'],
      verification: ['to be used'],
      attempt: ['today'],
      invitation: ['just-over@example.nl', 'to-come@example.nl'],
      follow_session: ['ended-1', 'going-1'],
    });
  });

  test('of the trail goes after its days, and nothing before', async () => {
    const db = getDatabase();
    await recordAct(db, { act: 'sign-in', actor: 'visitor' });
    await removeWhatIsOver(db, 1, logger);
    expect((await listTrail(db, { limit: 5 })).map(({ act }) => act)).toEqual(['sign-in']);
    await removeWhatIsOver(db, 0, logger);
    expect((await listTrail(db, { limit: 5 })).map(({ act }) => act)).toEqual(['trail-remove']);
    expect((await verifyTrail(db)).fault).toBeNull();
  });

  test('goes as far as it can where one kind cannot be taken away, and the log says which', async () => {
    const db = getDatabase();
    const lines: string[] = [];
    const kept = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    await recordAct(db, { act: 'sign-in', actor: 'visitor' });
    await sql`alter table follow_session rename to follow_session_away`.execute(db);
    await removeWhatIsOver(db, 0, kept);
    await sql`alter table follow_session_away rename to follow_session`.execute(db);
    expect(lines.map((line) => JSON.parse(line).what)).toEqual(['what presenters showed']);
    expect((await listTrail(db, { limit: 5 })).map(({ act }) => act)).not.toContain('sign-in');
  });

  test('rounds are closed by themselves the day after the day on which the last may send, with all that was sent', async () => {
    const db = getDatabase();
    const today = dayOf();
    const room = measureRoom(testQuestionnaire);
    const round = await planRound(db, { closesOn: today });
    const [code = '', begun = ''] = await makeCodes(db, key, round, 'WK900101', 2);
    await openAnswering(db, key, round);
    const sheet = answeredSheet('WK900101', 'ja');
    const draft = { language: 'nl', person: null, answers: {}, seen: [] };
    await saveDraft(db, key, { round, code }, room, () => draft);
    await saveDraft(db, key, { round, code: begun }, room, () => draft);
    await sendDraft(db, key, { round, code }, room, () => ({ day: today, sheet }));
    const stateOf = async () =>
      (await db.selectFrom('survey_round').select('state').where('key', '=', round).executeTakeFirstOrThrow())
        .state;
    await tidyOnce(db, testSurvey, logger, addDays(today, 1));
    expect([await stateOf(), await readSheets(db, key, round)]).toEqual(['open', []]);
    await tidyOnce(db, testSurvey, logger, addDays(today, 2));
    expect([await stateOf(), await readSheets(db, key, round)]).toEqual(['closed', [sheet]]);
    // Codes go with the round, and so does what was begun and not sent.
    const left = [
      await db.selectFrom('survey_invitation').select('round').execute(),
      await db.selectFrom('survey_draft').select('round').execute(),
    ];
    expect(left).toEqual([[], []]);
    const acts = await db.selectFrom('trail').select(['act', 'actor', 'subject']).execute();
    expect(acts).toContainEqual({ act: 'round-close', actor: 'server', subject: `round:${round}` });
  });
});

describe('a file that came in by half', () => {
  test('goes at the next start, and what is whole stays', async () => {
    const folder = await makeFolder('half');
    const store = openFileStore(folder);
    const whole = await store.keep(Buffer.from('heel'));
    // Its server goes before it is kept or discarded.
    await store.takeIn(Readable.from([Buffer.from('half')]));
    const before = await readdir(folder);
    await removeDrafts(folder);
    expect(before.filter((name) => !whole.startsWith(name))).toHaveLength(1);
    expect(await readdir(folder)).toEqual([whole.slice(0, 2)]);
    expect(await store.list()).toEqual([whole]);
  });
});

test('the log tells neither who asked nor what was looked at, and nothing of who answers a questionnaire', async () => {
  const lines: string[] = [];
  const kept = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const startup: Startup = { phase: { status: 'starting', step: '' }, isWarm: false };
  const app = createApp({ startup, logger: kept, publicUrl: null }, new Map());
  const from = { address: '198.51.100.7' };
  await app.request('/api/search?q=geheim', { headers: { 'User-Agent': 'mijn toestel' } }, from);
  await app.request('/vragenlijst?code=6DNF-F74D-NF8R', {}, from);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"path":"/api/search"');
  expect(lines[0]).not.toMatch(/198\.51\.100\.7|geheim|toestel/);
});

const day = 86_400_000;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);

/** Of each kind one that is over and one that is not. */
async function fillAccounts(db: Database): Promise<void> {
  await db
    .insertInto('accounts.person')
    .values({ id: 'ada', name: 'Ada', email: 'ada@example.nl', email_verified: true })
    .execute();
  const session = (id: string, expires_at: Date, updated_at: Date) =>
    ({ id, token: id, person: 'ada', expires_at, updated_at }) as const;
  await db
    .insertInto('accounts.session')
    .values([
      session('going on', ago(-day), ago(0)),
      session('past its term', ago(1000), ago(0)),
      session('not used', ago(-day), ago(day)),
    ])
    .execute();
  await db
    .insertInto('accounts.verification')
    .values([
      { id: 'to be used', identifier: 'a', value: 'a', expires_at: ago(-day) },
      { id: 'too late', identifier: 'b', value: 'b', expires_at: ago(1000) },
    ])
    .execute();
  await sql`insert into accounts.attempt (key, count, since)
    values ('today', 1, now()), ('before yesterday', 9, now() - interval '2 days')`.execute(db);
  await sql`insert into accounts.invitation (hash, email, name, grants, expires_at) values
    ('\x01', 'to-come@example.nl', 'Bo', '[]', now() + interval '1 day'),
    ('\x02', 'just-over@example.nl', 'Cy', '[]', now() - interval '29 days'),
    ('\x03', 'long-over@example.nl', 'Di', '[]', now() - interval '31 days')`.execute(db);
}

async function fillFollowed(db: Database): Promise<void> {
  await sql`insert into follow_session (code, key_hash, state, seen_at, ended_at) values
    ('going-1', '', '{}', now(), null),
    ('ended-1', '', '{}', now() - interval '1 hour', now()),
    ('ended-2', '', '{}', now() - interval '3 days', now() - interval '2 days'),
    ('silent-1', '', '{}', now() - interval '2 days', null)`.execute(db);
}

async function listLeft(db: Database): Promise<Record<string, unknown>> {
  const list = async (table: string, column: string) => {
    const { rows } = await sql<{ name: string }>`
      select ${sql.ref(column)} as name from ${sql.table(table)} order by 1`.execute(db);
    return rows.map(({ name }) => name);
  };
  return {
    session: await list('accounts.session', 'id'),
    verification: await list('accounts.verification', 'id'),
    attempt: await list('accounts.attempt', 'key'),
    invitation: await list('accounts.invitation', 'email'),
    follow_session: await list('follow_session', 'code'),
  };
}
