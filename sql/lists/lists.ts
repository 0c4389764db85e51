import { sql } from 'kysely';
import type { SharedList } from '../../geodata/policy/shared-list.ts';
import type { Database } from '../database.ts';
import type { Reader } from '../reader.ts';
import { isVisibleList, namedAccount, shownContribution, visibleYears } from '../visible-to-reader.ts';

/** The shared lists that the reader may see, or the one of a number, the newest first; areas by name. */
export async function listSharedLists(
  db: Database,
  reader: Reader,
  { id }: { readonly id?: string } = {},
): Promise<SharedList[]> {
  const { rows } = await sql<SharedList>`
    select list.id, title, about, indicator, direction, period, visibility, to_char(created_on, 'YYYY-MM-DD') as "createdOn",
      version,
      coalesce((select jsonb_agg(jsonb_build_object('area', shared.area, 'name', area.name, 'level', area.level,
          'owner', owner, 'account', ${namedAccount(reader, 'owner_person')},
          'practice', jsonb_build_object('title', practice_title, 'id', ${shownContribution(reader, 'shared.practice')}), 'note', note,
          'version', shared.version) order by area.name, shared.area)
        from shared_list_area as shared
        join lateral (select name, level from area where code = shared.area and boundary_year = any(${visibleYears(reader)})
          order by boundary_year desc limit 1) as area on true
        where shared.list = list.id), '[]') as areas,
      coalesce((select jsonb_agg(jsonb_build_object('organisation', organisation,
          'account', ${namedAccount(reader, 'member.person')}, 'joinedOn', joined_on) order by member.joined_on, organisation)
        from shared_list_member as member where member.list = list.id), '[]') as members
    from shared_list as list
    where ${isVisibleList(reader)} and (${id ?? null}::uuid is null or list.id = ${id ?? null}::uuid)
    order by created_on desc, list.id`.execute(db);
  return rows;
}

/** Numbers of the lists that somebody joined in. */
export async function listJoined(db: Database, person: string): Promise<string[]> {
  const rows = await db
    .selectFrom('shared_list_member')
    .select('list')
    .where('person', '=', person)
    .orderBy('list')
    .execute();
  return rows.map(({ list }) => list);
}

/** The first of some codes that no area has in boundaries that the reader may see; null where all are known. */
export async function findUnknownArea(
  db: Database,
  reader: Reader,
  codes: readonly string[],
): Promise<string | null> {
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${[...codes]}::text[]) with ordinality as asked (code, place)
    where not exists (select from area where area.code = asked.code and boundary_year = any(${visibleYears(reader)}))
    order by place limit 1`.execute(db);
  return rows[0]?.code ?? null;
}
