import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../sql/database.ts';
import { beginPublication, insertRelease as insert, undoPublication } from '../../sql/publication.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

/** Groups that differ between those that are kept and those that counting gives. */
async function listWrongGroups(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    with counted as (
      select indicator, level, period, boundary_year, source, release,
        origin in ('aggregated', 'derived') as is_computed, visibility, coalesce(municipality, '') as municipality,
        count(*)::integer as figures, (count(*) filter (where status = 'provisional'))::integer as provisional
      from observation group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    )
    (select * from counted except select * from figure_group)
    union all (select * from figure_group except select * from counted)
  `.execute(db);
  return rows;
}

function insertRelease(db: Database): Promise<number> {
  return insert(db, {
    package: 'later',
    title: 'Later',
    demonstration: false,
    files: [],
    counts: {},
    importedBy: 'tests',
  });
}

describeOnBothDatabases('the parts of the figures', (getDatabase) => {
  test('hold the figures of an indicator together, and nothing stands outside of them', async () => {
    const db = getDatabase();
    await publishFixture(db);
    const { rows } = await sql<{ indicator: string; parts: number }>`
      select indicator, count(distinct tableoid)::integer as parts from observation group by indicator
    `.execute(db);
    expect(rows.length).toBeGreaterThan(2);
    for (const { parts } of rows) expect(parts).toBe(1);
  });

  test('are counted as they come, change and go, also when an area takes its figures with it', async () => {
    const db = getDatabase();
    expect(await listWrongGroups(db)).toEqual([]);
    for (const change of [
      sql`update observation set status = 'provisional' where status = 'final' and level = 'municipality'`,
      sql`update observation set release = (select max(id) from release), period = '2030' where level = 'country'`,
      sql`delete from observation where indicator = 'misdrijven' and level = 'neighbourhood'`,
      sql`delete from area where boundary_year = 2021 and level = 'neighbourhood'`,
    ]) {
      const { numAffectedRows } = await change.execute(db);
      expect(Number(numAffectedRows)).toBeGreaterThan(0);
      expect(await listWrongGroups(db)).toEqual([]);
    }
  });

  test('come back to the last bit when a publication is undone, with their counts', async () => {
    const db = getDatabase();
    const read = async () =>
      (await sql`select *, value::text as exact from observation as t order by t::text`.execute(db)).rows;
    const before = await read();
    const publication = await db.transaction().execute(async (transaction) => {
      const release = await insertRelease(transaction);
      const begun = await beginPublication(transaction, release);
      await sql`update observation set value = value * 1.1, release = ${release} where value is not null`.execute(
        transaction,
      );
      await sql`delete from observation where status = 'suppressed' or level = 'district'`.execute(
        transaction,
      );
      return begun;
    });
    expect(await read()).not.toEqual(before);
    expect(await listWrongGroups(db)).toEqual([]);
    await undoPublication(db, publication);
    expect(await read()).toEqual(before);
    expect(await listWrongGroups(db)).toEqual([]);
  });

  test('keep an indicator, a source and a release from going while they have figures', async () => {
    const db = getDatabase();
    for (const table of ['indicator', 'source', 'release'])
      await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow('foreign key');
  });
});
