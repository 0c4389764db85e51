import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { openEmbedded } from '../../sql/embedded.ts';
import { migrate, migrationFolder } from '../../sql/migrations.ts';
import { copyEmbedded, createScratchDatabase } from '../setup/database.ts';
import { makeFolder } from '../setup/folder.ts';

/** Each starts a database of its own, whose tables are all made and moved. */
vi.setConfig({ testTimeout: 480_000 });

/** A database without any table, whose migrations can be applied one by one. */
interface Empty {
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Takes out everything but the extensions. Named first: one that goes with another has no name any more. */
const dropAll = `
  do $$
  declare
    own text[];
    what text;
  begin
    select array_agg(found.name) into own from (
      select format('table if exists %s', oid::regclass) as name from pg_class
        where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace
          and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
      union all select format('function if exists %s', oid::regprocedure) from pg_proc
        where pronamespace = 'public'::regnamespace
          and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
      union all select 'schema if exists accounts'
      union all select 'sequence if exists history_step'
      union all select 'type if exists visibility') as found;
    foreach what in array own loop
      execute format('drop %s cascade', what);
    end loop;
  end $$`;

const homes = {
  'the embedded database': async (): Promise<Empty> => {
    // Made anew it takes long: a copy whose tables are taken out again is as good.
    const directory = await copyEmbedded();
    const { connection, stop } = await openEmbedded({ directory }, () => undefined);
    const pool = new pg.Pool(connection);
    await pool.query(dropAll);
    const close = async () => {
      await pool.end();
      await stop();
    };
    return { pool, close };
  },
  PostgreSQL: async (): Promise<Empty> => {
    const scratch = await createScratchDatabase();
    const pool = new pg.Pool({ connectionString: scratch.url });
    const close = async () => {
      await pool.end();
      await scratch.drop();
    };
    return { pool, close };
  },
};

/** Applies the migrations up to and including the one whose name begins so. */
async function upgrade(pool: pg.Pool, last: string): Promise<void> {
  const folder = await makeFolder('migrations');
  const client = await pool.connect();
  try {
    for (const name of await readdir(migrationFolder))
      if (name.slice(0, last.length) <= last) await cp(join(migrationFolder, name), join(folder, name));
    await migrate(client, () => undefined, folder);
  } finally {
    client.release();
  }
}

const kinds = ['published', 'derived', 'aggregated'];

/** Two releases of forty indicators in three areas, the second of which is a publication that can be undone. */
async function fill(pool: pg.Pool): Promise<void> {
  await pool.query(`
    insert into source (key, title) values ('bron', 'Bron');
    insert into theme values ('thema', null, 'Thema', 'Theme', 0);
    insert into indicator (key, theme, name_nl, name_en, unit, kind, decimals, polarity, aggregate, position)
      select 'cijfer-' || n, 'thema', 'a', 'a', 'a', 'count', 0, 'neutral', '"sum"', n from generate_series(1, 40) as n;
    insert into release (package, title, state, demonstration, files, counts, imported_by)
      select 'pakket-' || n, 'Pakket', 'published', false, '[]', '{}', 'tester' from generate_series(1, 2) as n;
    insert into boundary_year values (2024, 'bron', 1);
    insert into area (boundary_year, code, level, name, folded_name)
      select 2024, 'GM' || n, 'municipality', 'A', 'a' from generate_series(1, 3) as n`);
  for (const [index, origin] of kinds.entries())
    await pool.query(
      `insert into observation (indicator, boundary_year, area, level, period, origin, value, lower, upper, sample_size,
        status, source, note, release)
      select indicator.key, 2024, code, 'municipality', '2024', $1, 0.1 * position, '-0'::double precision, 1e-320, position,
        case when position % 3 = 0 then 'provisional' else 'final' end, 'bron', '{"denominatorPeriod": "2023"}', 1
      from indicator, area where position % 3 <> $2`,
      [origin, index],
    );
  const client = await pool.connect();
  try {
    await client.query(`begin;
      insert into publication (release) values (2);
      set local wijkinformatie.publication = '1';
      delete from observation where area = 'GM2';
      update indicator set name_nl = 'b' where key = 'cijfer-1';
      insert into indicator (key, theme, name_nl, name_en, unit, kind, decimals, polarity, aggregate, position)
        values ('cijfer-41', 'thema', 'a', 'a', 'a', 'count', 0, 'neutral', '"sum"', 41);
      update observation set status = 'missing', value = null, release = 2 where area = 'GM3';
      commit`);
  } finally {
    client.release();
  }
}

/** A survey of two indicators that calls what is of fewer than 20 answers indicative, in GM1 of fewer than 5. */
async function addSurvey(pool: pg.Pool): Promise<void> {
  await pool.query(`
    insert into survey values ('enquete', 'Enquête', 'Survey', '[{"period": "2024", "municipality": null, "indicativeBelow": 20},
      {"period": "2024", "municipality": "GM1", "indicativeBelow": 5}, {"period": "2023", "municipality": null}]');
    insert into indicator (key, theme, name_nl, name_en, unit, kind, decimals, polarity, aggregate, position, item_of, category)
      values ('cijfer-4/deel', 'thema', 'a', 'a', 'a', 'count', 0, 'neutral', '"sum"', 4, 'cijfer-4', 'deel');
    update indicator set survey = 'enquete' where key in ('cijfer-4', 'cijfer-5');
    insert into observation (indicator, boundary_year, area, level, period, origin, value, sample_size, status, source, release)
      select 'cijfer-4/deel', 2024, 'GM1', 'municipality', period, 'published', 1, 4, 'final', 'bron', 1
      from unnest(array['2023', '2024']) as period`);
}

/** The figures that are called indicative. */
const readIndicative = async (pool: pg.Pool, table: string) =>
  (
    await pool.query(`select distinct indicator || ' ' || area || ' ' || period as figure, note from ${table}
      where (note ->> 'isIndicative')::boolean order by 1`)
  ).rows.map(({ figure, note }) => [figure, note]);

/** What a figure is; who may see it came later. */
const figure = `indicator, boundary_year, area, level, period, origin, value, lower, upper, sample_size, status, source, note,
  release, precedence`;

const read = async (pool: pg.Pool, table: string) =>
  (await pool.query(`select (${figure})::text as exact from ${table} order by exact`)).rows;

const listNames = async (pool: pg.Pool) =>
  (await pool.query('select name_nl from indicator order by position')).rows.map(({ name_nl }) => name_nl);

describe.each(Object.entries(homes))('an upgrade of %s', (_, open) => {
  test('from 0008 lets a figure be of too few people, beside what its source gave', async () => {
    const { pool, close } = await open();
    try {
      await upgrade(pool, '0008');
      await fill(pool);
      const before = await read(pool, 'observation');
      await upgrade(pool, '9999');
      expect(await read(pool, 'observation')).toEqual(before);
      expect((await pool.query('select distinct smallest_denominator from indicator')).rows).toEqual([
        { smallest_denominator: null },
      ]);
      await pool.query(`insert into observation (indicator, boundary_year, area, level, period, origin, status, source,
        release) select indicator, boundary_year, area, level, period, 'withheld', 'too-few', source, 1 from observation
        where indicator = 'cijfer-2' and area = 'GM1' and origin = 'published'`);
      const { rows } = await pool.query(`select origin, status, precedence from observation
        where indicator = 'cijfer-2' and area = 'GM1' order by precedence`);
      expect(rows).toEqual([
        { origin: 'withheld', status: 'too-few', precedence: -1 },
        { origin: 'published', status: 'final', precedence: 0 },
        { origin: 'derived', status: 'final', precedence: 1 },
      ]);
      await expect(pool.query("update observation set status = 'few' where area = 'GM1'")).rejects.toThrow(
        'violates check constraint',
      );
    } finally {
      await close();
    }
  });

  test('from 0009 keeps what was closed, as rules that are still to be applied, and what is indicative', async () => {
    const { pool, close } = await open();
    try {
      await upgrade(pool, '0009');
      await fill(pool);
      await pool.query(`update indicator set visibility = 'partner' where key = 'cijfer-2'`);
      await pool.query(`update release set visibility = 'administrator' where package = 'pakket-2'`);
      await upgrade(pool, '0035');
      const { rows } = await pool.query(
        'select kind, subject, level, visibility::text from visibility_rule order by kind',
      );
      expect(rows).toEqual([
        { kind: 'indicator', subject: 'cijfer-2', level: null, visibility: 'partner' },
        { kind: 'release', subject: 'pakket-2', level: null, visibility: 'administrator' },
      ]);
      expect((await pool.query('select is_applied, is_closed from access')).rows).toEqual([
        { is_applied: false, is_closed: false },
      ]);
      // What was of few answers before figures said so themselves is called indicative, and columns are to be made anew.
      await addSurvey(pool);
      await pool.query('update access set is_applied = true');
      await upgrade(pool, '9999');
      const note = { denominatorPeriod: '2023', isIndicative: true };
      expect(await readIndicative(pool, 'observation')).toEqual([
        ['cijfer-4 GM1 2024', note],
        ['cijfer-4/deel GM1 2024', { isIndicative: true }],
      ]);
      expect(await readIndicative(pool, 'history_observation')).toEqual(
        ['cijfer-4 GM2', 'cijfer-4 GM3', 'cijfer-5 GM2', 'cijfer-5 GM3'].map((of) => [`${of} 2024`, note]),
      );
      expect((await pool.query('select is_applied from access')).rows).toEqual([{ is_applied: false }]);
    } finally {
      await close();
    }
  });

  test.each(['0002', '0003'])(
    'from %s leaves every figure, and what undoing a publication needs',
    async (from) => {
      const { pool, close } = await open();
      try {
        await upgrade(pool, from);
        await fill(pool);
        const [figures, history] = [await read(pool, 'observation'), await read(pool, 'history_observation')];
        expect([figures.length, history.length]).toEqual([160, 160]);
        await upgrade(pool, '9999');
        expect(await read(pool, 'observation')).toEqual(figures);
        expect(await read(pool, 'history_observation')).toEqual(history);
        const count =
          'select sum(figures)::integer as figures, sum(provisional)::integer as provisional from figure_group';
        expect((await pool.query(count)).rows).toEqual([{ figures: 160, provisional: 26 }]);
        expect(await listNames(pool)).toEqual(['b', ...Array(40).fill('a')]);
        await pool.query('select undo_publication(1)');
        expect(await listNames(pool)).toEqual(Array(40).fill('a'));
        const { rows } = await pool.query(
          'select area, count(*)::integer as figures, sum(value) as value from observation group by area order by area',
        );
        expect(rows).toEqual(
          ['GM1', 'GM2', 'GM3'].map((area) => ({ area, figures: 80, value: expect.closeTo(164, 6) })),
        );
        expect((await pool.query(count)).rows).toEqual([{ figures: 240, provisional: 78 }]);
      } finally {
        await close();
      }
    },
  );
});
