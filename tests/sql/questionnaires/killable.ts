/** A process to be killed: opens a database, and lets people answer one after the other; tells of each once it was sent. */
import { measureRoom } from '../../../geodata/questionnaire/room.ts';
import { type DatabaseSettings, openDatabase } from '../../../sql/database.ts';
import { saveDraft, sendDraft } from '../../../sql/questionnaires/drafts.ts';
import { laySheets } from '../../../sql/questionnaires/laying.ts';
import { answeredSheet, testSurveyKey as key, testQuestionnaire } from '../../setup/survey.ts';

export interface KillableOrder {
  readonly round: string;
  readonly stratum: string;
  readonly codes: readonly string[];
}

const { db } = await openDatabase(JSON.parse(process.argv[2] ?? '') as DatabaseSettings);
const room = measureRoom(testQuestionnaire);

process.once('message', async ({ round, stratum, codes }: KillableOrder) => {
  let laying: Promise<unknown> = Promise.resolve();
  for (const code of codes) {
    const sheet = answeredSheet(stratum, `van ${code}`);
    const draft = { language: 'nl', person: null, answers: sheet.answers, seen: [] };
    await saveDraft(db, key, { round, code }, room, () => draft);
    process.send?.({ saved: code });
    await sendDraft(db, key, { round, code }, room, () => ({ day: '2026-09-01', sheet }));
    process.send?.({ sent: code });
    laying = laying.then(() => laySheets(db, key, round));
  }
  await laying;
  process.send?.('done');
});
process.send?.('open');
