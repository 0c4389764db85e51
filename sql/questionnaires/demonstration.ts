import { sql } from 'kysely';
import type { DemonstrationSurvey, PlannedDemonstration } from '../../geodata/demo/round.ts';
import type { Database } from '../database.ts';
import { addResponse, listResponse } from './response.ts';
import { keepResult } from './results.ts';
import { storeSheets } from './sheets.ts';

/** Most rows that one statement takes. */
const chunk = 2000;

/** Writes what is asked in the demonstration: its questionnaire, the finished round with its made-up answers, and the coming one with those of its first weeks. */
export async function writeDemonstrationSurvey(
  db: Database,
  { questionnaire, finished, coming }: DemonstrationSurvey,
): Promise<void> {
  await removeDemonstrationSurvey(db);
  await db
    .insertInto('questionnaire')
    .values({
      key: questionnaire.key,
      version: questionnaire.version,
      definition: JSON.stringify(questionnaire),
      is_fixed: true,
      is_demonstration: true,
    })
    .execute();
  for (const planned of [finished, coming]) await writePlan(db, planned);
  for (const { round, sheets, response } of [finished, coming]) {
    await storeSheets(db, round.key, sheets);
    await addResponse(
      db,
      round.key,
      response.map((one) => ({ ...one, way: 'code' as const })),
    );
  }
  // Its figures came with those of the demonstration, in no package of their own.
  await keepResult(db, finished.round.key, {
    report: finished.report,
    estimates: finished.estimates,
    package: null,
  });
}

async function writePlan(db: Database, { round, strata, register }: PlannedDemonstration): Promise<void> {
  await db
    .insertInto('survey_round')
    .values({
      key: round.key,
      questionnaire: round.questionnaire,
      version: round.version,
      name: JSON.stringify(round.name),
      period: round.period,
      boundary_year: round.boundaryYear,
      state: round.state,
      opens_on: round.opensOn,
      closes_on: round.closesOn,
      age_from: round.ageFrom,
      mode: round.mode,
      has_open_link: round.hasOpenLink,
      settings: JSON.stringify(round.settings),
      is_demonstration: true,
    })
    .execute();
  await db
    .insertInto('survey_stratum')
    .values(
      strata.map(({ area, municipality, population, planned, invited, expectedResponse }) => ({
        round: round.key,
        ...{ area, municipality, population, planned, invited, expected_response: expectedResponse },
      })),
    )
    .execute();
  const rows = register.map(({ ageBand, ...count }) => ({ round: round.key, age_band: ageBand, ...count }));
  for (let first = 0; first < rows.length; first += chunk)
    await db
      .insertInto('survey_register')
      .values(rows.slice(first, first + chunk))
      .execute();
}

/** Takes the rounds of the demonstration away with all that was answered, and its questionnaires but for those that other rounds ask. */
export async function removeDemonstrationSurvey(db: Database): Promise<void> {
  await db.deleteFrom('survey_round').where('is_demonstration', '=', true).execute();
  await db
    .deleteFrom('questionnaire')
    .where('is_demonstration', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('survey_round')
            .select('survey_round.key')
            .whereRef('survey_round.questionnaire', '=', 'questionnaire.key')
            .whereRef('survey_round.version', '=', 'questionnaire.version'),
        ),
      ),
    )
    .execute();
}

/** Whether a round is one of the demonstration's, and in which state. */
export async function findDemonstrationRound(db: Database, key: string): Promise<string | null> {
  const found = await db
    .selectFrom('survey_round')
    .select('state')
    .where('key', '=', key)
    .where('is_demonstration', '=', true)
    .executeTakeFirst();
  return found?.state ?? null;
}

/** A round of the demonstration, with its stratum of the most people and the codes that the plan asks for there. */
export interface AnswerableDemonstration {
  readonly key: string;
  readonly state: string;
  readonly stratum: string;
  readonly planned: number;
  /** `2026-11-30` */
  readonly opensOn: string;
}

/** The round of the demonstration that can be answered, or is to be opened for that; null: none. */
export async function findAnswerableDemonstration(db: Database): Promise<AnswerableDemonstration | null> {
  const found = await db
    .selectFrom('survey_round')
    .innerJoin('survey_stratum', 'survey_stratum.round', 'survey_round.key')
    .select([
      'survey_round.key',
      'survey_round.state',
      'survey_stratum.area as stratum',
      'survey_stratum.planned',
      sql<string>`to_char(survey_round.opens_on, 'YYYY-MM-DD')`.as('opensOn'),
    ])
    .where('survey_round.is_demonstration', '=', true)
    .where('survey_round.state', 'in', ['planned', 'open'])
    .orderBy('survey_stratum.population', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/**
 * Gives a planned round of the demonstration its days, both included, `2026-11-30`; `move`: where a day of its answers then
 * lies. To be called in the transaction that opens it.
 */
export async function planDemonstrationDays(
  db: Database,
  key: string,
  {
    opensOn,
    closesOn,
    move,
  }: { readonly opensOn: string; readonly closesOn: string; readonly move: (day: string) => string },
): Promise<void> {
  const counts = await listResponse(db, key);
  await db.deleteFrom('survey_response').where('round', '=', key).execute();
  await addResponse(
    db,
    key,
    counts.map((count) => ({ ...count, day: move(count.day) })),
  );
  await db
    .updateTable('survey_round')
    .set({ opens_on: opensOn, closes_on: closesOn })
    .where('key', '=', key)
    .where('is_demonstration', '=', true)
    .where('state', '=', 'planned')
    .execute();
}
