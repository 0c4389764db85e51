import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { measureRoom } from '../../../geodata/questionnaire/room.ts';
import type { Database } from '../../../sql/database.ts';
import { type Draft, findDraft, saveDraft, sendDraft } from '../../../sql/questionnaires/drafts.ts';
import {
  countCodes,
  findInvitation,
  keepUnused,
  makeCodes,
} from '../../../sql/questionnaires/invitations.ts';
import { closeAnswering, laySheets, listOverdue, openAnswering } from '../../../sql/questionnaires/laying.ts';
import { listResponse } from '../../../sql/questionnaires/response.ts';
import { RoundRefusal } from '../../../sql/questionnaires/round-refusal.ts';
import { openBytes, readSurveyKey, SealError, sealBytes } from '../../../sql/questionnaires/sealing.ts';
import { readSheets, removeSheets, storeSheets, sweepSheets } from '../../../sql/questionnaires/sheets.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { answeredSheet, testSurveyKey as key, planRound, testQuestionnaire } from '../../setup/survey.ts';

/** Whoever is told of all strata. */
const office = { id: 'office', grants: [{ role: 'administrator' }] } as const;

const room = measureRoom(testQuestionnaire);
const draft: Draft = { language: 'nl', person: null, answers: { onveilig: ['02'] }, seen: ['veilig'] };

/** Answers a round with a code, up to sending. */
async function answer(db: Database, round: string, code: string, stratum: string, day = '2026-09-01') {
  const holder = { round, code };
  await saveDraft(db, key, holder, room, () => draft);
  return sendDraft(db, key, holder, room, () => ({ day, sheet: answeredSheet(stratum, `van ${code}`) }));
}

describeOnBothDatabases('answers and codes', (getDatabase) => {
  test('what sheets took is given back within their file, which stays as long: one that was cut is damaged', async () => {
    const db = getDatabase();
    const round = await planRound(db, { key: 'vegen' });
    const measure = async () =>
      (await sql<{ bytes: number }>`select pg_relation_size('survey_sheet') as bytes`.execute(db)).rows[0]
        ?.bytes;
    await storeSheets(
      db,
      round,
      Array.from({ length: 600 }, (_, index) => answeredSheet('WK900101', `van ${index}`)),
    );
    const before = await measure();
    expect(before).toBeGreaterThan(16 * 8192);
    await removeSheets(db, round);
    await sweepSheets(db);
    expect(await measure()).toBe(before);
  });

  test('a code is known by its hash alone, leads to its stratum, and counts as used once its sheet was sent', async () => {
    const db = getDatabase();
    const round = await planRound(db, { key: 'codes' });
    const codes = await makeCodes(db, key, round, 'WK900101', 5);
    await makeCodes(db, key, round, 'WK900200', 2);
    expect(new Set(codes).size).toBe(5);
    expect(await countCodes(db, round)).toEqual([
      { stratum: 'WK900101', made: 5 },
      { stratum: 'WK900200', made: 2 },
    ]);
    const stored = JSON.stringify(await db.selectFrom('survey_invitation').selectAll().execute());
    for (const code of codes) expect(stored).not.toContain(code);
    const [first = '', second = ''] = codes;
    expect(await findInvitation(db, key, first)).toEqual({ round, stratum: 'WK900101', isUsed: false });
    expect(
      await findInvitation(db, readSurveyKey('een andere sleutel van zesendertig tekens'), first),
    ).toBeNull();
    await openAnswering(db, key, round);
    expect(await answer(db, round, first, 'WK900101')).toBe('sent');
    expect(await answer(db, round, first, 'WK900101')).toBe('sent-before');
    expect(await findInvitation(db, key, first)).toMatchObject({ isUsed: true });
    expect(await keepUnused(db, key, office, round, codes)).toEqual(codes.slice(1));
    expect(await saveDraft(db, key, { round, code: first }, room, () => draft)).toBe('sent');
    expect(await findDraft(db, key, { round, code: second })).toBeNull();
    const invited = await db
      .selectFrom('survey_stratum')
      .select(['area', 'invited'])
      .where('round', '=', round)
      .orderBy('area')
      .execute();
    expect(invited).toEqual([
      { area: 'WK900101', invited: 5 },
      { area: 'WK900200', invited: 2 },
    ]);
  });

  test('no age of a row says which codes were laid, or counted, together', async () => {
    const db = getDatabase();
    const round = await planRound(db, { key: 'leeftijd-van-rijen' });
    const codes = await makeCodes(db, key, round, 'WK900101', 25);
    await openAnswering(db, key, round);
    for (const [first, day] of [
      [0, '2026-09-01'],
      [10, '2026-09-02'],
    ] as const) {
      for (const code of codes.slice(first, first + 10)) await answer(db, round, code, 'WK900101', day);
      expect(await laySheets(db, key, round)).toBe(10);
    }
    for (const table of ['survey_invitation', 'survey_response', 'survey_sheet']) {
      const { rows } = await sql<{ age: string }>`
        select distinct xmin::text as age from ${sql.table(table)} where round = ${round}`.execute(db);
      expect({ table, ages: rows.length }).toEqual({ table, ages: 1 });
    }
  });

  test('sheets wait until ten of a stratum lie there; then those are laid, counted by day, and nothing else', async () => {
    const db = getDatabase();
    const round = await planRound(db, { key: 'samen' });
    const codes = await makeCodes(db, key, round, 'WK900101', 12);
    const others = await makeCodes(db, key, round, 'WK900200', 3);
    await openAnswering(db, key, round);
    for (const code of codes.slice(0, 9)) await answer(db, round, code, 'WK900101');
    for (const code of others) await answer(db, round, code, 'WK900200', '2026-09-02');
    expect(await laySheets(db, key, round)).toBe(0);
    expect(await readSheets(db, key, round)).toEqual([]);
    expect(await listResponse(db, round)).toEqual([]);
    await answer(db, round, codes[9] ?? '', 'WK900101', '2026-09-03');
    expect(await laySheets(db, key, round)).toBe(10);
    expect(await laySheets(db, key, round)).toBe(0);
    expect((await readSheets(db, key, round)).map(({ stratum }) => stratum)).toEqual(
      Array(10).fill('WK900101'),
    );
    const cell = { stratum: 'WK900101', way: 'code', ageBand: '25-44' };
    expect(await listResponse(db, round)).toEqual([
      { ...cell, day: '2026-09-01', count: 9 },
      { ...cell, day: '2026-09-03', count: 1 },
    ]);
    // Those of the other stratum still wait, and count as used.
    expect(await keepUnused(db, key, office, round, [...codes, ...others])).toEqual(codes.slice(10));
    await closeAnswering(db, key, round);
    const texts = (await readSheets(db, key, round)).map(({ answers }) => answers.beter?.[0]).sort();
    expect(texts).toEqual([...codes.slice(0, 10), ...others].map((code) => `van ${code}`).sort());
    const left = async (table: 'survey_invitation' | 'survey_draft') =>
      (await db.selectFrom(table).select('round').where('round', '=', round).execute()).length;
    expect([await left('survey_invitation'), await left('survey_draft')]).toEqual([0, 0]);
    expect(await findInvitation(db, key, codes[0] ?? '')).toBeNull();
  });

  test('a round is opened and closed once, by the key that its codes were made with', async () => {
    const db = getDatabase();
    const round = await planRound(db, { key: 'sleutel' });
    await expect(openAnswering(db, key, round)).rejects.toThrow(RoundRefusal);
    await makeCodes(db, key, round, 'WK900101', 1);
    const another = readSurveyKey('een heel andere sleutel van deze proef');
    await expect(openAnswering(db, another, round)).rejects.toThrow(SealError);
    await expect(makeCodes(db, key, round, 'WK999999', 1)).rejects.toThrow(RoundRefusal);
    const fail = async () => {
      throw new Error('the trail is full');
    };
    const stateOf = () =>
      db.selectFrom('survey_round').select('state').where('key', '=', round).executeTakeFirstOrThrow();
    await expect(openAnswering(db, key, round, fail)).rejects.toThrow('the trail is full');
    expect(await stateOf()).toEqual({ state: 'planned' });
    await openAnswering(db, key, round);
    await expect(closeAnswering(db, key, round, fail)).rejects.toThrow('the trail is full');
    expect(await stateOf()).toEqual({ state: 'open' });
    await expect(openAnswering(db, key, round)).rejects.toThrow('was opened already');
    expect(await listOverdue(db, '2100-01-01')).toContain(round);
    expect(await listOverdue(db, '2099-12-31')).not.toContain(round);
    await closeAnswering(db, key, round);
    await expect(closeAnswering(db, key, round)).rejects.toThrow(RoundRefusal);
    await expect(makeCodes(db, key, round, 'WK900101', 1)).rejects.toThrow('has ended');
  });

  test('a draft is read by its code alone, in two tabs at once nothing of it is lost', async () => {
    const db = getDatabase();
    const round = await planRound(db, { key: 'tabs' });
    const [code = '', other = ''] = await makeCodes(db, key, round, 'WK900101', 2);
    const holder = { round, code };
    const add = (name: string) =>
      saveDraft(db, key, holder, room, (before) => ({
        ...draft,
        answers: { ...before?.answers, [name]: ['1'] },
      }));
    await Promise.all(['a', 'b', 'c', 'd'].map(add));
    const found = await findDraft(db, key, holder);
    expect(found === 'sent' || found === null ? [] : Object.keys(found.answers).sort()).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    const { sealed } = await db
      .selectFrom('survey_draft')
      .selectAll()
      .where('round', '=', round)
      .executeTakeFirstOrThrow();
    expect(() => openBytes(key, 'draft', `${round} ${other}`, sealed)).toThrow(SealError);
    expect(await sendDraft(db, key, holder, room, () => null)).toBe('unfinished');
    expect(await findDraft(db, key, holder)).toEqual(found);
  });

  test('made-up sheets lie in plain text and need no key', async () => {
    const db = getDatabase();
    const round = await planRound(db, { key: 'verzonnen' });
    const sheets = [answeredSheet('WK900101', 'een'), answeredSheet('WK900200', 'twee')];
    await storeSheets(db, round, sheets);
    const read = await readSheets(db, null, round);
    expect(read.sort((a, b) => (a.district < b.district ? -1 : 1))).toEqual(sheets);
    await db.deleteFrom('survey_sheet').where('round', '=', round).execute();
    const sheet = sealBytes(key, 'sheet', round, Buffer.from('{}'), room);
    const id = '00000000-0000-4000-8000-000000000000';
    await db.insertInto('survey_sheet').values({ id, round, sheet }).execute();
    await expect(readSheets(db, null, round)).rejects.toThrow('there is no key');
  });
});
