import { sql } from 'kysely';
import type { AskedPostcode } from '../geodata/postcode.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import type { AreaHit } from './search.ts';
import { visibleYears } from './visible-to-reader.ts';

/** A neighbourhood in which a postcode lies. */
export interface PostcodeHit extends AreaHit {
  readonly postcode: {
    /** As it was asked for: `7511AB`, or `7511`. */
    readonly code: string;
    /** Of its addresses how many lie here, 0 to 1; 1 where the house number says that it does. */
    readonly share: number;
  };
}

interface KeptPostcode {
  readonly postcode: string;
  readonly neighbourhood: string;
  readonly addresses: number;
  readonly numbers: readonly number[] | null;
}

/** Rows that are written at once. */
const batch = 5000;

/** Puts a table in the place of the one before; within a transaction. */
export async function replacePostcodes(
  db: Database,
  {
    rows,
    ...table
  }: {
    readonly year: number;
    readonly file: string;
    readonly isDemonstration: boolean;
    readonly rows: readonly KeptPostcode[];
  },
): Promise<void> {
  await db.deleteFrom('postcode').execute();
  await db.deleteFrom('postcode_table').execute();
  const { year, file, isDemonstration } = table;
  await db.insertInto('postcode_table').values({ year, file, is_demonstration: isDemonstration }).execute();
  for (let from = 0; from < rows.length; from += batch)
    await sql`
      insert into postcode (postcode, neighbourhood, addresses, numbers)
      select postcode, neighbourhood, addresses, numbers
      from json_to_recordset(${JSON.stringify(rows.slice(from, from + batch))}::json)
        as given (postcode text, neighbourhood text, addresses integer, numbers integer[])`.execute(db);
}

/**
 * The neighbourhoods of a postcode, those with most of its addresses first; of a house number the one that has it. As they
 * are called in the latest boundaries that the reader may see and that have their code.
 */
export async function searchPostcodes(
  db: Database,
  reader: Reader,
  { postcode, number }: AskedPostcode,
  limit: number,
): Promise<PostcodeHit[]> {
  const { rows } = await sql<PostcodeHit>`
    with part as (
      select neighbourhood, sum(addresses)::integer as addresses,
        ${number}::integer is not null and bool_or(${number}::integer = any(numbers)) as has_number
      from postcode
      where postcode >= ${postcode} and postcode < ${`${postcode}~`}
        and exists (select from postcode_table
          where not is_demonstration or exists (select from region where demonstration))
      group by neighbourhood
    ), chosen as (
      select neighbourhood, case when has_number then 1
          else round(addresses::numeric / sum(addresses) over (), 3)::double precision end as share
      from part
      where has_number or not exists (select from part where has_number)
    )
    select area.code, area.name, area.level, area.boundary_year as "boundaryYear",
      case when above.level = 'municipality' then json_build_object('code', above.code, 'name', above.name)
        else json_build_object('code', higher.code, 'name', higher.name) end as municipality,
      json_build_object('code', ${postcode}::text, 'share', chosen.share) as postcode
    from chosen
    join area on area.code = chosen.neighbourhood and area.boundary_year = (
      select max(later.boundary_year) from area as later
      where later.code = chosen.neighbourhood and later.boundary_year = any(${visibleYears(reader)}))
    left join area as above on above.boundary_year = area.boundary_year and above.code = area.parent
    left join area as higher on higher.boundary_year = above.boundary_year and higher.code = above.parent
    order by chosen.share desc, area.code
    limit ${limit}`.execute(db);
  return rows;
}
