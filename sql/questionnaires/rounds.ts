import { sql } from 'kysely';
import type { Round } from '../../geodata/questionnaire/round.ts';
import type { Database } from '../database.ts';
import { requireWritten } from '../version.ts';
import { type Asker, maySeeQuestionnaires } from './permission.ts';

/** A round as it is kept; `revision` counts its changes. */
export interface KeptRound extends Round {
  readonly revision: number;
}

/** All rounds, the one that opens last first; none for who may not see them. */
export async function listRounds(db: Database, asker: Asker): Promise<KeptRound[]> {
  if (!maySeeQuestionnaires(asker)) return [];
  return (await selectRounds(db).orderBy('opens_on', 'desc').orderBy('key').execute()).map(roundOf);
}

/** One of them; null where there is none for who asks. */
export async function findRound(db: Database, asker: Asker, key: string): Promise<KeptRound | null> {
  if (!maySeeQuestionnaires(asker)) return null;
  const found = await selectRounds(db).where('key', '=', key).executeTakeFirst();
  return found ? roundOf(found) : null;
}

function selectRounds(db: Database) {
  return db
    .selectFrom('survey_round')
    .select(['key', 'name', 'questionnaire', 'version', 'period', 'boundary_year', 'state', 'age_from'])
    .select(['mode', 'has_open_link', 'settings', 'revision'])
    .select([sql<string>`opens_on::text`.as('opensOn'), sql<string>`closes_on::text`.as('closesOn')]);
}

type RoundRow = Awaited<ReturnType<ReturnType<typeof selectRounds>['executeTakeFirstOrThrow']>>;

function roundOf({ boundary_year, age_from, has_open_link, ...row }: RoundRow): KeptRound {
  return {
    ...row,
    boundaryYear: boundary_year,
    ageFrom: age_from === 15 ? 15 : 18,
    hasOpenLink: has_open_link,
  };
}

function valuesOf(round: Round) {
  return {
    questionnaire: round.questionnaire,
    version: round.version,
    name: JSON.stringify(round.name),
    period: round.period,
    boundary_year: round.boundaryYear,
    opens_on: round.opensOn,
    closes_on: round.closesOn,
    age_from: round.ageFrom,
    mode: round.mode,
    has_open_link: round.hasOpenLink,
    settings: JSON.stringify(round.settings),
  };
}

// Each verb below throws OutdatedError where the revision that was read is not the one that is kept.

/** Keeps a round that is new, as planned. */
export async function createRound(db: Database, round: Omit<Round, 'state'>): Promise<void> {
  requireWritten(
    await db
      .insertInto('survey_round')
      .values({ key: round.key, state: 'planned', ...valuesOf({ ...round, state: 'planned' }) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .execute(),
  );
}

/** Writes what is planned of a round. */
export async function changeRound(db: Database, revision: number, round: Round): Promise<void> {
  requireWritten(
    await db
      .updateTable('survey_round')
      .set({ ...valuesOf(round), revision: revision + 1 })
      .where('key', '=', round.key)
      .where('revision', '=', revision)
      .returning('key')
      .execute(),
  );
}

/** Counts a change of what belongs to a round, such as its strata. */
export async function touchRound(db: Database, key: string, revision: number): Promise<void> {
  requireWritten(
    await db
      .updateTable('survey_round')
      .set({ revision: revision + 1 })
      .where('key', '=', key)
      .where('revision', '=', revision)
      .returning('key')
      .execute(),
  );
}

/** Removes a round that was never open, with its plan. */
export async function removeRound(db: Database, key: string, revision: number): Promise<void> {
  requireWritten(
    await db
      .deleteFrom('survey_round')
      .where('key', '=', key)
      .where('revision', '=', revision)
      .where('state', '=', 'planned')
      .returning('key')
      .execute(),
  );
}
