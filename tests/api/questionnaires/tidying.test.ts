import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../../api/questionnaires/answering/today.ts';
import { createSurveyKeyHome } from '../../../api/questionnaires/survey-key.ts';
import { tidyOnce } from '../../../api/questionnaires/tidying.ts';
import { measureRoom } from '../../../geodata/questionnaire/room.ts';
import { saveDraft, sendDraft } from '../../../sql/questionnaires/drafts.ts';
import { makeCodes } from '../../../sql/questionnaires/invitations.ts';
import { openAnswering } from '../../../sql/questionnaires/laying.ts';
import { readSheets } from '../../../sql/questionnaires/sheets.ts';
import { testSurvey } from '../../setup/answering.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { makeFolder } from '../../setup/folder.ts';
import { answeredSheet, testSurveyKey as key, planRound, testQuestionnaire } from '../../setup/survey.ts';

describeOnBothDatabases('rounds that are over', (getDatabase) => {
  test('are closed by themselves the day after the day on which the last may send, with all that was sent', async () => {
    const db = getDatabase();
    const today = dayOf();
    const room = measureRoom(testQuestionnaire);
    const logger = pino({ level: 'silent' });
    const round = await planRound(db, { closesOn: today });
    const [code = ''] = await makeCodes(db, key, round, 'WK900101', 2);
    await openAnswering(db, key, round);
    const sheet = answeredSheet('WK900101', 'ja');
    const draft = { language: 'nl', person: null, answers: {}, seen: [] };
    await saveDraft(db, key, { round, code }, room, () => draft);
    await sendDraft(db, key, { round, code }, room, () => ({ day: today, sheet }));
    const stateOf = async () =>
      (await db.selectFrom('survey_round').select('state').where('key', '=', round).executeTakeFirstOrThrow())
        .state;
    await tidyOnce(db, testSurvey, logger, addDays(today, 1));
    expect([await stateOf(), await readSheets(db, key, round)]).toEqual(['open', []]);
    await tidyOnce(db, testSurvey, logger, addDays(today, 2));
    expect([await stateOf(), await readSheets(db, key, round)]).toEqual(['closed', [sheet]]);
    const acts = await db.selectFrom('trail').select(['act', 'actor', 'subject']).execute();
    expect(acts).toContainEqual({ act: 'round-close', actor: 'server', subject: `round:${round}` });
  });
});

describe('the key of questionnaires', () => {
  test('is made once, in a file that its owner alone reads, and found again', async () => {
    const keyFile = join(await makeFolder('key'), 'deep', 'survey-key');
    const home = createSurveyKeyHome({ key: null, keyFile });
    expect(await home.find()).toBeNull();
    const made = await home.make();
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    expect((await readFile(keyFile, 'utf8')).trim().length).toBeGreaterThan(40);
    const again = createSurveyKeyHome({ key: null, keyFile });
    expect((await again.make()).print).toBe(made.print);
    expect((await again.find())?.print).toBe(made.print);
  });

  test('that is weak is refused, with the way out', async () => {
    const keyFile = join(await makeFolder('key'), 'survey-key');
    await writeFile(keyFile, 'kort\n');
    await expect(createSurveyKeyHome({ key: null, keyFile }).find()).rejects.toThrow(
      `The key in ${keyFile} has 4 characters, at least 32 are needed. Make one with "openssl rand -base64 48"`,
    );
    await expect(createSurveyKeyHome({ key: 'ab'.repeat(20), keyFile }).make()).rejects.toThrow(
      'SURVEY_KEY repeats',
    );
  });
});
