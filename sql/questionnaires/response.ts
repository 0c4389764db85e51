import { sql } from 'kysely';
import type { EntryWay } from '../../geodata/questionnaire/round.ts';
import type { Database } from '../database.ts';

/** As many as one insert takes. */
const chunk = 1000;

/** Of whoever does not say his age. */
export const unknownAge = 'unknown';

/** Sheets of a day, as far as they were laid among others. */
export interface ResponseCount {
  /** `2026-11-30` */
  readonly day: string;
  /** Code of the stratum; of the district that was answered, by the open link. */
  readonly stratum: string;
  readonly way: EntryWay;
  /** A band of `ageBands`, or `unknown`. */
  readonly ageBand: string;
  readonly count: number;
}

/** How many answered, by day, stratum and age. */
export async function listResponse(db: Database, round: string): Promise<ResponseCount[]> {
  return db
    .selectFrom('survey_response')
    .select([
      sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'),
      'stratum',
      'way',
      'age_band as ageBand',
      'count',
    ])
    .where('round', '=', round)
    .orderBy('day')
    .orderBy('stratum')
    .orderBy('way')
    .orderBy('age_band')
    .execute();
}

/**
 * Adds to the counts; to be called in the transaction that lays the sheets. All counts of the round are written anew, so that
 * no row's age says which were counted with which codes.
 */
export async function addResponse(
  db: Database,
  round: string,
  counts: readonly ResponseCount[],
): Promise<void> {
  const sums = new Map<string, ResponseCount>();
  for (const { count, ...cell } of [...(await listResponse(db, round)), ...counts]) {
    const name = JSON.stringify([cell.day, cell.stratum, cell.way, cell.ageBand]);
    sums.set(name, { ...cell, count: (sums.get(name)?.count ?? 0) + count });
  }
  await db.deleteFrom('survey_response').where('round', '=', round).execute();
  const rows = [...sums.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { ageBand, ...cell }]) => ({ round, age_band: ageBand, ...cell }));
  for (let start = 0; start < rows.length; start += chunk)
    await db
      .insertInto('survey_response')
      .values(rows.slice(start, start + chunk))
      .execute();
}
