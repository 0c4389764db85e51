import { type RawBuilder, sql } from 'kysely';
import type { AreaReference } from './areas.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { visibleYears } from './visible-to-reader.ts';

export interface AreaHit extends AreaReference {
  /** The latest boundary year that has the code. */
  readonly boundaryYear: number;
  /** The municipality that it lies in, to tell areas of one name apart; null for a municipality and what is larger. */
  readonly municipality: { readonly code: string; readonly name: string } | null;
}

/** What is told of the row `hit` of an area, as an AreaHit; with the joins below. */
export const hitColumns = sql`hit.code, hit.name, hit.level, hit.boundary_year as "boundaryYear",
  case
    when above.level = 'municipality' then json_build_object('code', above.code, 'name', above.name)
    when higher.level = 'municipality' then json_build_object('code', higher.code, 'name', higher.name)
  end as municipality`;
export const joinMunicipality = sql`
  left join area as above on above.boundary_year = hit.boundary_year and above.code = hit.parent
  left join area as higher on higher.boundary_year = above.boundary_year and higher.code = above.parent`;

/**
 * Least resemblance (pg_trgm's word_similarity) of a misspelt name to a word of a name: low enough for two letters
 * that changed places in a word of eight.
 */
const leastResemblance = 0.35;

/**
 * What the index is asked for: a little less, as it compares in double precision, where a resemblance of exactly the
 * least would fall below.
 */
const indexThreshold = '0.349';

/** A name that resembles the text less than this part of what the best one does, is noise. */
const leastOfBest = 0.75;

/**
 * Areas by code or name, whatever the capitals and accents; a typing error or two is forgiven. The best come first:
 * whole codes and names, then names and codes that begin with the text, then names with a word that does, then names
 * that resemble it; among equals the larger area. Only areas that may fit are read, by the indexes of
 * 0008-search.sql, and names are compared letter by letter only where too few begin with the text.
 */
export async function searchAreas(
  db: Database,
  reader: Reader,
  text: string,
  limit: number,
): Promise<AreaHit[]> {
  const { rows } = await sql<AreaHit>`
    with asked as materialized (
      select words, regexp_replace(words, '([\\\\%_])', '\\\\\\1', 'g') as pattern
      from (select lower(unaccent(${text})) as words) as folded
    ), begun as materialized (
      select code, name, folded_name, level, boundary_year, parent, null::real as resemblance,
        case
          when lower(code) = words or folded_name = words then 0
          when starts_with(folded_name, words) or starts_with(lower(code), words) then 1
          else 2
        end as tier
      from area cross join asked
      where ${isLatest(reader)} and (
        folded_name like (select pattern || '%' from asked)
        or ' ' || translate(folded_name, '-/''(', '    ') like (select '% ' || pattern || '%' from asked)
        or (lower(code) >= (select words from asked) and lower(code) < (select words || chr(1114111) from asked))
      )
    ), alike as materialized (
      select code, name, folded_name, level, boundary_year, parent,
        word_similarity(words, folded_name) as resemblance, 3 as tier
      from area cross join asked
      where (select count(*) from begun) < ${limit} and ${isLatest(reader)}
        and (select words from asked
          where set_config('pg_trgm.word_similarity_threshold', ${indexThreshold}, true) <> '') <% folded_name
    ), best as (
      select *, row_number() over (
        order by tier, case when tier = 3 then -resemblance else 0 end,
          array_position(array['country', 'region', 'municipality', 'district', 'neighbourhood'], level::text),
          boundary_year desc, case when starts_with(lower(code), (select words from asked)) then code end,
          length(name), folded_name collate "C", code
      ) as place
      from (
        select * from begun
        union all
        select * from alike where code not in (select code from begun) and resemblance
          >= greatest(${leastResemblance}, ${leastOfBest} * (select max(resemblance) from alike))
      ) as found
      order by place limit ${limit}
    )
    select ${hitColumns} from best as hit ${joinMunicipality} order by hit.place
  `.execute(db);
  return rows;
}

/**
 * Whether the row of `area` is that of the latest boundary year that the reader may see and that has the code. Asked of
 * each row that is found, where "no later one exists" would be planned as a join with all areas.
 */
function isLatest(reader: Reader): RawBuilder<boolean> {
  return sql`boundary_year = (select max(later.boundary_year) from area as later
    where later.code = area.code and later.boundary_year = any(${visibleYears(reader)}))`;
}
