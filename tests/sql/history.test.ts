import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { beginPublication, insertRelease, undoPublication } from '../../sql/publication.ts';
import { describeOnBothDatabases } from '../setup/database.ts';

describeOnBothDatabases('the history of published tables', (getDatabase) => {
  test('has every column of each: a migration that adds one ends with keep_history', async () => {
    const { rows } = await sql<{ name: string; missing: string[] }>`
      select name, array(select unnest(list_columns(name, true)) except select unnest(list_columns('history_' || name, true)))
        as missing from published_table order by place
    `.execute(getDatabase());
    expect(rows.length).toBeGreaterThan(10);
    for (const { name, missing } of rows) expect([name, missing]).toEqual([name, []]);
  });

  test('keeps what a float holds, to its sign of zero, and follows a column that is added', async () => {
    const db = getDatabase();
    await sql`alter table region add column extra double precision not null default 0.1`.execute(db);
    await sql`select keep_history('region')`.execute(db);
    await sql`insert into region values ('a', 'a', 'a', '{}', false, '-0'), ('b', 'b', 'b', '{}', false, 1e-320)`.execute(
      db,
    );
    const read = () => sql`select *, extra::text as exact from region order by key`.execute(db);
    const before = await read();
    const publication = await db.transaction().execute(async (transaction) => {
      const release = await insertRelease(transaction, {
        package: 'x',
        title: 'x',
        demonstration: false,
        files: [],
        counts: {},
        importedBy: 'tests',
      });
      const begun = await beginPublication(transaction, release);
      await sql`update region set extra = 7`.execute(transaction);
      await sql`delete from region where key = 'b'`.execute(transaction);
      await sql`insert into region values ('b', 'b', 'b', '{}', true, 3), ('c', 'c', 'c', '{}', true, 4)`.execute(
        transaction,
      );
      await sql`delete from region where key = 'c'`.execute(transaction);
      return begun;
    });
    expect((await read()).rows).not.toEqual(before.rows);
    await undoPublication(db, publication);
    expect((await read()).rows).toEqual(before.rows);
    expect(before.rows).toMatchObject([{ exact: '-0' }, { exact: '1e-320' }]);
  });
});
