import { sql } from 'kysely';
import type { Target } from '../../geodata/target.ts';
import type { Database } from '../database.ts';
import { otherReleases } from './release.ts';

/**
 * Makes these the targets of the release's package: those of the same municipality, indicator and year give way, and so
 * do all that an earlier release of the package gave.
 */
export async function replaceTargets(
  db: Database,
  release: number,
  targets: readonly Target[],
): Promise<void> {
  await sql`
    insert into target (municipality, indicator, period, value, source_title, source_url, release)
    select municipality, indicator, period, value, source ->> 'title', source ->> 'url', ${release}
    from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb)
      as given (municipality text, indicator text, period text, value double precision, source jsonb)
    on conflict (municipality, indicator, period) do update set value = excluded.value,
      source_title = excluded.source_title, source_url = excluded.source_url, release = excluded.release
  `.execute(db);
  await sql`delete from target where release = any(${otherReleases(release)})`.execute(db);
}
