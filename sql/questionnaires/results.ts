import { sql } from 'kysely';
import { municipalityOfCode } from '../../geodata/area.ts';
import type { Questionnaire } from '../../geodata/questionnaire/questionnaire.ts';
import type { RegisterCount, Round, Stratum } from '../../geodata/questionnaire/round.ts';
import type { AreaEstimate, EstimatedArea } from '../../geodata/weighting/area-estimates.ts';
import type { WeightingReport } from '../../geodata/weighting/weighting.ts';
import type { Database } from '../database.ts';
import { type Asker, listOwnMunicipalities, maySeeQuestionnaires } from './permission.ts';

/** What was made of a closed round. */
export interface RoundResult {
  readonly report: WeightingReport;
  readonly estimates: readonly AreaEstimate[];
  /** Name of the package that it was published in; null: it is not. */
  readonly package: string | null;
}

/** A round with all that it is weighted by. */
export interface RoundToWeigh {
  readonly round: Round;
  readonly revision: number;
  readonly questionnaire: Questionnaire;
  readonly strata: readonly Stratum[];
  readonly register: readonly RegisterCount[];
  /** Of the round's boundaries, water left out; none where they are not held. */
  readonly areas: readonly EstimatedArea[];
}

/** What was made of a round, for who asks: everything for administrators; editors see the region and their own municipalities. */
export async function readResult(db: Database, asker: Asker, round: string): Promise<RoundResult | null> {
  if (!maySeeQuestionnaires(asker)) return null;
  const own = listOwnMunicipalities(asker);
  const result = await readWholeResult(db, round);
  if (!result || own === null) return result;
  const isOwn = ({ level, area }: AreaEstimate) =>
    level === 'region' || own.includes(municipalityOfCode(area));
  return { ...result, estimates: result.estimates.filter(isOwn) };
}

// What follows is for weighting and publishing, which are an administrator's: their routes ask for that.

export async function readWholeResult(db: Database, round: string): Promise<RoundResult | null> {
  const found = await db
    .selectFrom('survey_result')
    .select(['weighting', 'estimates', 'package'])
    .where('round', '=', round)
    .executeTakeFirst();
  if (!found) return null;
  return {
    report: found.weighting as WeightingReport,
    estimates: found.estimates as AreaEstimate[],
    package: found.package,
  };
}

/** Keeps what was made of a round in the place of what there was. */
export async function keepResult(
  db: Database,
  round: string,
  { report, estimates, package: name }: RoundResult,
): Promise<void> {
  const values = { weighting: JSON.stringify(report), estimates: JSON.stringify(estimates), package: name };
  await db
    .insertInto('survey_result')
    .values({ round, ...values })
    .onConflict((conflict) => conflict.column('round').doUpdateSet(values))
    .execute();
}

/** Keeps the package that a round was published in, or that it no longer is. */
export async function keepPackage(db: Database, round: string, name: string | null): Promise<void> {
  await db.updateTable('survey_result').set({ package: name }).where('round', '=', round).execute();
}

/** A round by its key; null where there is none. */
export async function readRoundToWeigh(db: Database, key: string): Promise<RoundToWeigh | null> {
  const found = await selectRounds(db).where('survey_round.key', '=', key).executeTakeFirst();
  if (!found) return null;
  const { definition, revision, ...row } = found;
  const round = roundOf(row);
  const strata = await db
    .selectFrom('survey_stratum')
    .select(['area', 'population', 'invited', 'expected_response as expectedResponse'])
    .where('round', '=', key)
    .orderBy('area')
    .execute();
  const register = await db
    .selectFrom('survey_register')
    .select(['district', 'age_band as ageBand', 'sex', 'count'])
    .where('round', '=', key)
    .orderBy('district')
    .orderBy('age_band')
    .orderBy('sex')
    .execute();
  const areas = await db
    .selectFrom('area')
    .select(['code', 'level', 'parent'])
    .where('boundary_year', '=', round.boundaryYear)
    .where('level', '<>', 'country')
    .where('water', '=', false)
    .orderBy('code')
    .execute();
  return {
    round,
    revision,
    questionnaire: definition,
    strata,
    register: register as RegisterCount[],
    areas: areas as EstimatedArea[],
  };
}

/** A round that has figures, with the questionnaire that it was asked with. */
export interface WeightedRound {
  readonly round: Round;
  readonly questionnaire: Questionnaire;
  readonly result: RoundResult;
}

/** The rounds of a questionnaire that were weighted, by period. */
export async function listWeightedRounds(db: Database, questionnaire: string): Promise<WeightedRound[]> {
  const rows = await selectRounds(db)
    .innerJoin('survey_result', 'survey_result.round', 'survey_round.key')
    .select(['weighting', 'estimates', 'package'])
    .where('survey_round.questionnaire', '=', questionnaire)
    .where('state', 'in', ['weighted', 'published'])
    .orderBy('period')
    .execute();
  return rows.map(({ definition, revision: _, weighting, estimates, package: name, ...row }) => ({
    round: roundOf(row),
    questionnaire: definition,
    result: { report: weighting as WeightingReport, estimates: estimates as AreaEstimate[], package: name },
  }));
}

/** Brings a round into a state, if it is still as it was read; gives whether it was. */
export async function moveWeighedRound(
  db: Database,
  key: string,
  { revision, to }: { readonly revision: number; readonly to: Round['state'] },
): Promise<boolean> {
  const moved = await db
    .updateTable('survey_round')
    .set({ state: to, revision: revision + 1 })
    .where('key', '=', key)
    .where('revision', '=', revision)
    .returning('key')
    .execute();
  return moved.length > 0;
}

function selectRounds(db: Database) {
  return db
    .selectFrom('survey_round')
    .innerJoin('questionnaire', (join) =>
      join
        .onRef('questionnaire.key', '=', 'survey_round.questionnaire')
        .onRef('questionnaire.version', '=', 'survey_round.version'),
    )
    .select(['survey_round.key', 'survey_round.name', 'survey_round.questionnaire', 'survey_round.version'])
    .select(['period', 'boundary_year', 'state', 'age_from', 'mode', 'has_open_link', 'settings'])
    .select(['survey_round.revision', 'definition'])
    .select([sql<string>`opens_on::text`.as('opensOn'), sql<string>`closes_on::text`.as('closesOn')]);
}

type RoundRow = Omit<
  Awaited<ReturnType<ReturnType<typeof selectRounds>['executeTakeFirstOrThrow']>>,
  'revision' | 'definition'
>;

function roundOf({ boundary_year, age_from, has_open_link, ...row }: RoundRow): Round {
  return {
    ...row,
    boundaryYear: boundary_year,
    ageFrom: age_from === 15 ? 15 : 18,
    hasOpenLink: has_open_link,
  };
}
