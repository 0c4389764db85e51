import { sql } from 'kysely';
import type { Questionnaire, Wording } from '../../geodata/questionnaire/questionnaire.ts';
import type { RoundState } from '../../geodata/questionnaire/round.ts';
import type { Database } from '../database.ts';

/** A round, as whoever answers it has to do with it. */
export interface AnsweredRound {
  readonly key: string;
  readonly name: Wording;
  readonly state: RoundState;
  /** `2026-11-30`, both days included. */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly ageFrom: number;
  readonly boundaryYear: number;
  readonly hasOpenLink: boolean;
  /** Of the key of its codes and answers; null: there are none yet. */
  readonly keyPrint: string | null;
  readonly questionnaire: Questionnaire;
}

/** A district that somebody may say he lives in. */
export interface AskedDistrict {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
}

/** A fixed version never changes, and reading it takes longer than all else. */
const known = new WeakMap<Database, Map<string, Questionnaire>>();

/** The columns of a round, for a query in which its table is called `survey_round`. */
export const roundColumns = sql<RoundRow>`survey_round.key, survey_round.name, survey_round.state,
  survey_round.questionnaire as "questionnaireKey", survey_round.version,
  to_char(survey_round.opens_on, 'YYYY-MM-DD') as "opensOn", to_char(survey_round.closes_on, 'YYYY-MM-DD') as "closesOn",
  survey_round.age_from as "ageFrom", survey_round.boundary_year as "boundaryYear",
  survey_round.has_open_link as "hasOpenLink", survey_round.key_print as "keyPrint"`;

/** What `roundColumns` give. */
export interface RoundRow extends Omit<AnsweredRound, 'questionnaire'> {
  readonly questionnaireKey: string;
  readonly version: number;
}

/** The round of a key; null: there is none. */
export async function findAnsweredRound(db: Database, key: string): Promise<AnsweredRound | null> {
  // PostgreSQL has no text with this sign, and refuses the whole question.
  if (key.includes('\0')) return null;
  const { rows } = await sql<RoundRow>`select ${roundColumns} from survey_round where key = ${key}`.execute(
    db,
  );
  return rows[0] ? completeRound(db, rows[0]) : null;
}

/** A round with its questionnaire. */
export async function completeRound(db: Database, row: RoundRow): Promise<AnsweredRound> {
  const { key, name, state, opensOn, closesOn, ageFrom, boundaryYear, hasOpenLink, keyPrint } = row;
  const questionnaire = await readQuestionnaireOf(db, row.questionnaireKey, row.version);
  return { key, name, state, opensOn, closesOn, ageFrom, boundaryYear, hasOpenLink, keyPrint, questionnaire };
}

/** The rounds that ended last, newest first: what an unknown code may have been for. */
export async function listEnded(
  db: Database,
  most: number,
): Promise<{ readonly name: Wording; readonly closesOn: string }[]> {
  return db
    .selectFrom('survey_round')
    .select(['name', sql<string>`to_char(closes_on, 'YYYY-MM-DD')`.as('closesOn')])
    .where('state', 'in', ['closed', 'weighted', 'published'])
    .orderBy('closes_on', 'desc')
    .limit(most)
    .execute();
}

/**
 * The districts of the municipalities that a round is held in. Names of areas are nobody's secret, so that they are asked by
 * who answers where the site itself is closed to him.
 */
export async function listAskedDistricts(
  db: Database,
  { key, boundaryYear }: Pick<AnsweredRound, 'key' | 'boundaryYear'>,
): Promise<AskedDistrict[]> {
  const { rows } = await sql<AskedDistrict>`
    select district.code, district.name, municipality.name as municipality
    from area as district
    join area as municipality on municipality.code = district.parent
      and municipality.boundary_year = district.boundary_year
    where district.level = 'district' and district.boundary_year = ${boundaryYear} and not district.water
      and district.parent in (select municipality from survey_stratum where round = ${key})
    order by municipality.name, district.name`.execute(db);
  return rows;
}

/** The definition that a version was fixed with. */
async function readQuestionnaireOf(db: Database, key: string, version: number): Promise<Questionnaire> {
  const versions = known.get(db) ?? new Map<string, Questionnaire>();
  known.set(db, versions);
  const kept = versions.get(`${key} ${version}`);
  if (kept) return kept;
  const { definition, is_fixed } = await db
    .selectFrom('questionnaire')
    .select(['definition', 'is_fixed'])
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (is_fixed) versions.set(`${key} ${version}`, definition);
  return definition;
}
