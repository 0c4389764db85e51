import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answers } from '../../geodata/questionnaire/questionnaire.ts';
import type { Sheet } from '../../geodata/questionnaire/round.ts';
import type { Database } from '../database.ts';
import { layPlain, openBytes, type SurveyKey, sealBytes } from './sealing.ts';

/** As many as one insert takes. */
const chunk = 200;

/** All sheets of a round, in an order without meaning. `key` null: of one whose answers are made up. Throws SealError. */
export async function readSheets(
  db: Database,
  key: SurveyKey | null,
  round: string,
): Promise<Sheet<Answers>[]> {
  const rows = await db
    .selectFrom('survey_sheet')
    .select('sheet')
    .where('round', '=', round)
    .orderBy('id')
    .execute();
  return rows.map(({ sheet }) => JSON.parse(openBytes(key, 'sheet', round, sheet).toString()));
}

/** Keeps sheets of made-up answers, in plain text: they have nobody to protect, and are made where there is no key. */
export async function storeSheets(
  db: Database,
  round: string,
  sheets: readonly Sheet<Answers>[],
): Promise<void> {
  await insertShuffled(
    db,
    round,
    sheets.map((sheet) => layPlain(Buffer.from(JSON.stringify(sheet)))),
  );
}

/**
 * Takes away all sheets of a round and lays these in their place, sealed anew, in an order and with names that are drawn: all
 * are as old as each other, and none is known again. To be called in a transaction.
 */
export async function replaceSheets(
  db: Database,
  key: SurveyKey,
  round: string,
  sheets: readonly Sheet<Answers>[],
  room: number,
): Promise<void> {
  await removeSheets(db, round);
  const sealed = sheets.map((sheet) =>
    sealBytes(key, 'sheet', round, Buffer.from(JSON.stringify(sheet)), room),
  );
  await insertShuffled(db, round, sealed);
}

export async function removeSheets(db: Database, round: string): Promise<void> {
  await db.deleteFrom('survey_sheet').where('round', '=', round).execute();
}

/**
 * Gives back what earlier sheets and drafts took, and overwrites them in time; not within a transaction. Their files keep
 * their length: by one that was cut an embedded database knows that it is damaged (`sql/file-sizes.ts`).
 */
export async function sweepSheets(db: Database): Promise<void> {
  await sql`vacuum (truncate false) survey_sheet, survey_draft, survey_invitation`.execute(db);
}

async function insertShuffled(db: Database, round: string, sheets: Buffer[]): Promise<void> {
  shuffle(sheets);
  for (let start = 0; start < sheets.length; start += chunk) {
    const rows = sheets.slice(start, start + chunk).map((sheet) => ({ id: randomUUID(), round, sheet }));
    await db.insertInto('survey_sheet').values(rows).execute();
  }
}

/** Every order is as likely (Fisher and Yates), by the platform's own source of chance. */
function shuffle<Each>(list: Each[]): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [list[last], list[other]] = [list[other] as Each, list[last] as Each];
  }
}
