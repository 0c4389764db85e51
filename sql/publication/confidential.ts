import { sql } from 'kysely';
import type { EarlierFigure } from '../../geodata/disclosure/earlier.ts';
import type { Observation } from '../../geodata/observation.ts';
import { batchesOf } from '../chunks.ts';
import type { Database } from '../database.ts';
import { formatArray } from './figures.ts';

const rowsPerStatement = 5_000;

/** The indicators and items of which some figures are not shown as they are. */
export async function listConfidentialIndicators(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('confidential_figure').select('indicator').distinct().execute();
  return rows.map(({ indicator }) => indicator);
}

/**
 * Makes these the true figures behind what is shown of the indicators; one that another package gave keeps its release.
 * To be called once the shown ones are written.
 */
export async function replaceConfidential(
  db: Database,
  release: number,
  indicators: readonly string[],
  figures: Iterable<Observation>,
): Promise<void> {
  if (indicators.length === 0) return;
  await db.deleteFrom('confidential_figure').where('indicator', 'in', indicators).execute();
  for (const batch of batchesOf(figures, rowsPerStatement))
    await sql`
      insert into confidential_figure (indicator, boundary_year, area, level, period, origin, value, lower, upper,
        sample_size, status, source, note, release)
      select given.*, coalesce(shown.release, ${release}) from ${given(batch)}
      left join observation as shown using (indicator, boundary_year, area, level, period, origin)
    `.execute(db);
}

/** Shows figures that other packages gave as they may be shown now; those that are so already are left alone. */
export async function showHeldObservations(db: Database, figures: Iterable<Observation>): Promise<void> {
  for (const batch of batchesOf(figures, rowsPerStatement))
    await sql`
      update observation as held set value = given.value, lower = given.lower, upper = given.upper,
        sample_size = given.sample_size, status = given.status, note = given.note
      from ${given(batch)}
      where (held.indicator, held.boundary_year, held.area, held.level, held.period, held.origin)
          = (given.indicator, given.boundary_year, given.area, given.level, given.period, given.origin)
        and (held.value, held.lower, held.upper, held.sample_size, held.status, held.note)
          is distinct from (given.value, given.lower, given.upper, given.sample_size, given.status, given.note)
    `.execute(db);
}

/** Figures as a table `given`. */
function given(batch: readonly Observation[]) {
  const list = (pick: (figure: Observation) => string | number | null) => formatArray(batch.map(pick));
  return sql`unnest(
      ${list(({ indicator }) => indicator)}::text[], ${list(({ boundaryYear }) => boundaryYear)}::integer[],
      ${list(({ area }) => area)}::text[], ${list(({ level }) => level)}::text[],
      ${list(({ period }) => period)}::text[], ${list(({ origin }) => origin)}::text[],
      ${list(({ value }) => value)}::double precision[], ${list(({ lower }) => lower)}::double precision[],
      ${list(({ upper }) => upper)}::double precision[], ${list(({ sampleSize }) => sampleSize)}::integer[],
      ${list(({ status }) => status)}::text[], ${list(({ source }) => source)}::text[],
      ${list(({ note }) => note && JSON.stringify(note))}::jsonb[])
    as given (indicator, boundary_year, area, level, period, origin, value, lower, upper, sample_size, status, source, note)`;
}

type EarlierRow = Omit<EarlierFigure, 'cell'> &
  Pick<Observation, 'indicator' | 'boundaryYear' | 'period' | 'area'>;

/**
 * What was shown of these indicators until now: by releases that stand, by those whose place they took, and by those that
 * were taken back; and what was told of figures that were suppressed.
 */
export async function listEarlierFigures(db: Database, indicators: readonly string[]): Promise<EarlierRow[]> {
  const { rows } = await sql<EarlierRow>`
    with before as (
      select distinct on (publication, indicator, level, period, boundary_year, area, precedence) *
      from history_observation where indicator = any(${indicators}::text[]) and action <> 'insert'
      order by publication, indicator, level, period, boundary_year, area, precedence, step
    )
    select indicator, boundary_year as "boundaryYear", area, period, value,
      (note ->> 'roundedTo')::double precision as "roundedTo", null as reason, null::double precision as hidden
    from (select indicator, boundary_year, area, period, value, note from observation where indicator = any(${indicators}::text[])
      union all select indicator, boundary_year, area, period, value, note from before) as shown
    where value is not null
    union
    select indicator, boundary_year, area, period, null, null, shown.note ->> 'suppressed', kept.value
    from observation as shown join confidential_figure as kept using (indicator, level, period, boundary_year, area)
    where indicator = any(${indicators}::text[]) and shown.note ? 'suppressed'
    union
    select indicator, boundary_year, area, period, value, rounded_to, reason, hidden
    from once_shown where indicator = any(${indicators}::text[])
  `.execute(db);
  return rows;
}

/** Keeps what is shown, and told, of indicators with a rule by a release, before that is taken back. */
export async function rememberShown(db: Database, release: number): Promise<void> {
  await sql`
    insert into once_shown (indicator, boundary_year, area, level, period, value, rounded_to, reason, hidden)
    select shown.indicator, boundary_year, area, level, period, shown.value,
      (shown.note ->> 'roundedTo')::double precision, shown.note ->> 'suppressed',
      case when shown.note ? 'suppressed' then kept.value end
    from observation as shown
    left join confidential_figure as kept using (indicator, level, period, boundary_year, area)
    where shown.release = ${release} and (shown.value is not null or shown.note ? 'suppressed')
      and split_part(shown.indicator, '/', 1) in (select key from indicator where disclosure is not null)
    on conflict do nothing
  `.execute(db);
}
