import type { SharedArea, SharedList } from '../../geodata/policy/shared-list.ts';
import { isDemonstration } from '../catalog.ts';
import type { Database } from '../database.ts';
import { requireWritten } from '../version.ts';

// Each verb here throws OutdatedError where the version that was read is not the one that is kept.

/** What is said of a list as a whole. */
export type ListHead = Omit<SharedList, 'areas' | 'members' | 'createdOn'>;

/** Makes a list of areas, by their codes. */
export async function createList(
  db: Database,
  { version: _none, ...head }: ListHead,
  areas: readonly string[],
  createdBy: string,
): Promise<void> {
  requireWritten(
    await db
      .insertInto('shared_list')
      .values({ ...head, created_by: createdBy, is_demonstration: await isDemonstration(db) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute(),
  );
  await db
    .insertInto('shared_list_area')
    .values(areas.map((area) => ({ list: head.id, area })))
    .execute();
}

/** Changes what is said of a list as a whole. */
export async function changeList(
  db: Database,
  {
    id,
    title,
    about,
    visibility,
    version,
  }: Pick<ListHead, 'id' | 'title' | 'about' | 'visibility' | 'version'>,
): Promise<void> {
  requireWritten(
    await db
      .updateTable('shared_list')
      .set({ title, about, visibility, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .execute(),
  );
}

/** Takes a list away. */
export async function removeList(
  db: Database,
  { id, version }: Pick<ListHead, 'id' | 'version'>,
): Promise<void> {
  requireWritten(
    await db
      .deleteFrom('shared_list')
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .execute(),
  );
}

/** Writes what is done in an area, and puts it on the list where it was not (version 0). `person`: as in `writeStep`. */
export async function writeArea(
  db: Database,
  list: string,
  { area, owner, practice, note, version }: Omit<SharedArea, 'name' | 'level' | 'account'>,
  person: string | null | undefined,
): Promise<void> {
  const values = {
    owner,
    practice: practice.id,
    practice_title: practice.title,
    note,
    version: version + 1,
    ...(person === undefined ? {} : { owner_person: person }),
  };
  const written =
    version === 0
      ? db
          .insertInto('shared_list_area')
          .values({ list, area, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('area')
      : db
          .updateTable('shared_list_area')
          .set(values)
          .where('list', '=', list)
          .where('area', '=', area)
          .where('version', '=', version)
          .returning('area');
  requireWritten(await written.execute());
}

/** Takes an area off a list. */
export async function removeArea(
  db: Database,
  list: string,
  { area, version }: Pick<SharedArea, 'area' | 'version'>,
): Promise<void> {
  requireWritten(
    await db
      .deleteFrom('shared_list_area')
      .where('list', '=', list)
      .where('area', '=', area)
      .where('version', '=', version)
      .returning('area')
      .execute(),
  );
}

/** Somebody joins in, for his organisation; once. */
export async function joinList(
  db: Database,
  member: { readonly list: string; readonly person: string; readonly organisation: string },
): Promise<void> {
  await db
    .insertInto('shared_list_member')
    .values(member)
    .onConflict((conflict) => conflict.columns(['list', 'person']).doNothing())
    .execute();
}

/** Somebody does not join in any more. */
export async function leaveList(
  db: Database,
  { list, person }: { readonly list: string; readonly person: string },
): Promise<void> {
  await db.deleteFrom('shared_list_member').where('list', '=', list).where('person', '=', person).execute();
}
