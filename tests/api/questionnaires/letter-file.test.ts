import { getDocumentProxy } from 'unpdf';
import { beforeAll, expect, test } from 'vitest';
import { listUnusedCodes, makeMissingCodes, printLetters } from '../../../api/questionnaires/codes.ts';
import { makeCode } from '../../../geodata/sampling/code.ts';
import { writeCodeList } from '../../../geodata/sampling/code-list.ts';
import { countCodes, makeCodes } from '../../../sql/questionnaires/invitations.ts';
import type { Asker } from '../../../sql/questionnaires/permission.ts';
import { hashCode, type SurveyKey } from '../../../sql/questionnaires/sealing.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { publishFixture } from '../../setup/publication.ts';
import { planRound, testSurveyKey as surveyKey } from '../../setup/survey.ts';

const asker: Asker = { id: '1', grants: [{ role: 'administrator' }] as Asker['grants'] };
const address = 'https://wijk.example.nl';
const wish = { language: null, sender: 'Gemeente', contact: 'Bel ons', isReminder: false };

describeOnBothDatabases('a file of codes for letters', (getDatabase) => {
  beforeAll(() => publishFixture(getDatabase()));

  test('each code gets one letter, and more than 5,000 are refused with what to do', async () => {
    const db = getDatabase();
    const key = await planRound(db, { key: 'brieven' });
    const codes = await makeCodes(db, surveyKey, key, 'WK900101', 5001);
    const fileOf = (listed: readonly string[]) => ({
      bytes: new TextEncoder().encode(
        writeCodeList(
          listed.map((code) => ({ code, area: 'WK900101', name: 'Wijk' })),
          address,
        ),
      ),
      name: 'codes.csv',
    });
    const making = { key, surveyKey, address };
    const [first = '', second = ''] = codes;
    const twice = fileOf([first, second, first, first]);
    const letters = await getDocumentProxy((await printLetters(db, asker, making, twice, wish)).slice());
    expect(letters.numPages).toBe(2);
    expect(await listUnusedCodes(db, asker, making, twice)).toMatchObject({ unused: 2, all: 4 });
    await expect(printLetters(db, asker, making, fileOf(codes), wish)).rejects.toThrow(
      'This file has 5001 codes to write to, and at most 5000 letters are made at once',
    );
  });

  test('are made once by two who ask at the same time', async () => {
    const db = getDatabase();
    const key = await planRound(db, { key: 'tegelijk' });
    await db.updateTable('survey_stratum').set({ planned: 20 }).where('round', '=', key).execute();
    const make = () => makeMissingCodes(db, asker, { key, surveyKey, address }, ['WK900101', 'WK900200']);
    const made = await Promise.allSettled([make(), make()]);
    const [given, refused] = made.toSorted((one, other) => (one.status < other.status ? -1 : 1));
    expect(given).toMatchObject({ status: 'fulfilled', value: { made: 40 } });
    expect(refused).toMatchObject({ reason: { message: expect.stringContaining('All codes that') } });
    expect(await countCodes(db, key)).toEqual(
      ['WK900101', 'WK900200'].map((stratum) => ({ stratum, made: 20 })),
    );
  });
});

test('the key that codes are hashed with is derived once', () => {
  const code = makeCode();
  const time = (keyOf: () => SurveyKey) => {
    const began = performance.now();
    for (let count = 0; count < 10_000; count += 1) hashCode(keyOf(), code);
    return performance.now() - began;
  };
  const anew = time(() => ({ ...surveyKey, secret: Buffer.from(surveyKey.secret) }));
  expect(time(() => surveyKey)).toBeLessThan(anew / 2);
  expect(hashCode({ ...surveyKey, secret: Buffer.from(surveyKey.secret) }, code)).toBe(
    hashCode(surveyKey, code),
  );
});
