import { sql } from 'kysely';
import type { EntryWay } from '../../geodata/questionnaire/round.ts';
import type { Database } from '../database.ts';

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

/** Adds to the counts; to be called in the transaction that lays the sheets. */
export async function addResponse(
  db: Database,
  round: string,
  counts: readonly ResponseCount[],
): Promise<void> {
  for (const { day, stratum, way, ageBand, count } of counts)
    await db
      .insertInto('survey_response')
      .values({ round, day, stratum, way, age_band: ageBand, count })
      .onConflict((conflict) =>
        conflict
          .columns(['round', 'day', 'stratum', 'way', 'age_band'])
          .doUpdateSet({ count: sql`survey_response.count + excluded.count` }),
      )
      .execute();
}
