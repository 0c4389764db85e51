import { sql } from 'kysely';
import type { AreaReference } from './areas.ts';
import type { Database } from './database.ts';
import { type Reader, visibleYears } from './reader.ts';

export interface AreaHit extends AreaReference {
  /** The latest boundary year that has the code. */
  readonly boundaryYear: number;
  /** The municipality that it lies in, to tell areas of one name apart; null for a municipality and what is larger. */
  readonly municipality: { readonly code: string; readonly name: string } | null;
}

/**
 * Least resemblance (pg_trgm's word_similarity) of a misspelt name to a word of a name: low enough for two letters
 * that changed places in a word of eight.
 */
const leastResemblance = 0.35;

/** A name that resembles the text less than this part of what the best one does, is noise. */
const leastOfBest = 0.75;

/**
 * Areas by code or name, whatever the capitals and accents; a typing error or two is forgiven. The best come first:
 * whole codes and names, then names and codes that begin with the text, then names with a word that does, then names
 * that resemble it; among equals the larger area.
 */
export async function searchAreas(
  db: Database,
  reader: Reader,
  text: string,
  limit: number,
): Promise<AreaHit[]> {
  const { rows } = await sql<AreaHit>`
    with asked as (
      select lower(unaccent(${text})) as words
    ), latest as (
      select distinct on (code) code, name, folded_name, level, boundary_year, parent
      from area where boundary_year = any(${visibleYears(reader)})
      order by code, boundary_year desc
    ), scored as (
      select latest.*, word_similarity(words, folded_name) as resemblance,
        case
          when lower(code) = words or folded_name = words then 0
          when starts_with(folded_name, words) or starts_with(lower(code), words) then 1
          when strpos(' ' || translate(folded_name, '-/''(', '    '), ' ' || words) > 0 then 2
          else 3
        end as tier
      from latest cross join asked
    )
    select hit.code, hit.name, hit.level, hit.boundary_year as "boundaryYear",
      case
        when above.level = 'municipality' then json_build_object('code', above.code, 'name', above.name)
        when higher.level = 'municipality' then json_build_object('code', higher.code, 'name', higher.name)
      end as municipality
    from scored as hit
    left join area as above on above.boundary_year = hit.boundary_year and above.code = hit.parent
    left join area as higher on higher.boundary_year = above.boundary_year and higher.code = above.parent
    where tier < 3
      or resemblance >= greatest(${leastResemblance}, ${leastOfBest} * (select max(resemblance) from scored))
    order by tier, case when tier = 3 then -resemblance else 0 end,
      array_position(array['country', 'region', 'municipality', 'district', 'neighbourhood'], hit.level::text),
      hit.boundary_year desc, case when starts_with(lower(hit.code), (select words from asked)) then hit.code end,
      length(hit.name), hit.folded_name collate "C", hit.code
    limit ${limit}
  `.execute(db);
  return rows;
}
