import { sql } from 'kysely';
import type { RegisterCount, Stratum } from '../../geodata/questionnaire/round.ts';
import type { Database } from '../database.ts';
import { type Asker, listOwnMunicipalities } from './permission.ts';

/** A part of the population from which people are to be drawn, as it is planned. */
export interface PlannedStratum extends Omit<Stratum, 'invited'> {
  /** Codes that the plan asks for. */
  readonly planned: number;
}

/** A stratum as it is kept. */
export interface KeptStratum extends PlannedStratum, Stratum {
  readonly municipality: string;
  /** null: the boundaries of the round's year are gone. */
  readonly name: string | null;
  /** The same, with its municipality where another area of its level has that name too. */
  readonly ownName: string | null;
}

/** Whether a municipality is among those that somebody may see; all are where `own` is null. */
export function isOwn(own: readonly string[] | null, column: string) {
  return sql<boolean>`(${own === null} or ${sql.ref(column)} = any(${[...(own ?? [])]}::text[]))`;
}

/** The strata of a round that who asks may see: all for administrators, else those of his own municipalities. */
export async function listStrata(db: Database, asker: Asker, round: string): Promise<KeptStratum[]> {
  const year = sql`(select boundary_year from survey_round where key = ${round})`;
  return db
    .selectFrom('survey_stratum')
    .select(['area', 'municipality', 'population', 'planned', 'invited'])
    .select([
      'expected_response as expectedResponse',
      sql<string | null>`(select area.name from area
        where area.code = survey_stratum.area and boundary_year = ${year} limit 1)`.as('name'),
      sql<string | null>`(select case when exists (select from area as other
          where other.boundary_year = area.boundary_year and other.level = area.level and other.name = area.name
            and other.code <> area.code)
        then area.name || ', ' || coalesce((select whole.name from area as whole
          where whole.boundary_year = area.boundary_year and whole.code = survey_stratum.municipality), '')
        else area.name end
        from area where area.code = survey_stratum.area and boundary_year = ${year} limit 1)`.as('ownName'),
    ])
    .where('round', '=', round)
    .where(isOwn(listOwnMunicipalities(asker), 'survey_stratum.municipality'))
    .orderBy('municipality')
    .orderBy('area')
    .execute();
}

/** Writes which strata a round has; those for which codes were made stay, with the codes that they have. */
export async function writeStrata(
  db: Database,
  round: string,
  strata: readonly (PlannedStratum & { readonly municipality: string })[],
): Promise<void> {
  await db
    .deleteFrom('survey_stratum')
    .where('round', '=', round)
    .where('invited', '=', 0)
    .where(sql<boolean>`area <> all(${strata.map(({ area }) => area)}::text[])`)
    .execute();
  for (const { area, municipality, population, planned, expectedResponse } of strata) {
    const values = { population, planned, expected_response: expectedResponse };
    await db
      .insertInto('survey_stratum')
      .values({ round, area, municipality, invited: 0, ...values })
      .onConflict((conflict) => conflict.columns(['round', 'area']).doUpdateSet(values))
      .execute();
  }
}

/** Writes the register's counts that a round is weighted to, in the place of those that there were. */
export async function writeRegister(
  db: Database,
  round: string,
  counts: readonly RegisterCount[],
): Promise<void> {
  await db.deleteFrom('survey_register').where('round', '=', round).execute();
  const rows = counts.map(({ district, ageBand, sex, count }) => ({
    round,
    district,
    age_band: ageBand,
    sex,
    count,
  }));
  // A parameter a value: no more than a message may have.
  for (let first = 0; first < rows.length; first += 2000)
    await db
      .insertInto('survey_register')
      .values(rows.slice(first, first + 2000))
      .execute();
}

/** People in the register by district, in the municipalities of who asks. */
export async function countRegister(
  db: Database,
  asker: Asker,
  round: string,
): Promise<Record<string, number>> {
  const own = listOwnMunicipalities(asker);
  const rows = await db
    .selectFrom('survey_register')
    .select(['district', sql<string>`sum(count)::bigint`.as('count')])
    .where('round', '=', round)
    .where(
      sql<boolean>`(${own === null} or 'GM' || substr(district, 3, 4) = any(${[...(own ?? [])]}::text[]))`,
    )
    .groupBy('district')
    .execute();
  return Object.fromEntries(rows.map(({ district, count }) => [district, Number(count)]));
}

/** Takes back the codes of a stratum that nobody used; gives how many. */
export async function removeUnusedCodes(db: Database, round: string, stratum: string): Promise<number> {
  const removed = await db
    .deleteFrom('survey_invitation')
    .where('round', '=', round)
    .where('stratum', '=', stratum)
    .where('is_used', '=', false)
    .executeTakeFirst();
  const count = Number(removed.numDeletedRows);
  await db
    .updateTable('survey_stratum')
    .set({ invited: sql`invited - ${count}` })
    .where('round', '=', round)
    .where('area', '=', stratum)
    .execute();
  return count;
}
