import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { createNames } from '../../scripts/bench/country/names.ts';
import type { Database } from '../../sql/database.ts';
import { publicReader } from '../../sql/reader.ts';
import type { AreaHit } from '../../sql/search.ts';
import { searchAreas } from '../../sql/search.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

describeOnBothDatabases('the search for an area', (getDatabase) => {
  beforeAll(() => publishFixture(getDatabase()));
  const search = (text: string, limit = 10) => searchAreas(getDatabase(), publicReader, text, limit);
  const codes = async (text: string) => (await search(text)).map(({ code }) => code);

  test('a municipality comes before its district, whatever the capitals', async () => {
    expect(await codes('WESTERBROEK')).toEqual(['GM9001', 'WK900100']);
    expect(await codes('oost')).toEqual(['GM9002', 'WK900200']);
  });

  test('accents may be left out, and spaces stand for hyphens', async () => {
    expect(await codes('gerardus')).toEqual(['BU90020001']);
    expect((await codes('sint gérardus'))[0]).toBe('BU90020001');
  });

  test.each([
    ['Westrbroek', 'Westerbroek'],
    ['oostremeer', 'Oostermeer'],
    ['eshoek', 'De Eschhoek'],
    ['Veenhuisen', 'Veenhuizen'],
    ['neiuwlanden', 'Nieuwlanden'],
  ])('%s is understood as %s', async (text, name) => {
    const hits = await search(text);
    expect(hits[0]?.name).toContain(name);
  });

  test('areas of one name are told apart by their municipality', async () => {
    const hits = await search('dorpskern');
    expect(hits.map(({ code, municipality }) => [code, municipality?.name])).toEqual([
      ['BU90010000', 'Westerbroek'],
      ['BU90020000', 'Oostermeer'],
    ]);
    expect((await search('GM9001'))[0]?.municipality).toBeNull();
  });

  test('a code is found whole and by its beginning', async () => {
    expect(await codes('bu90020002')).toEqual(['BU90020002']);
    expect(await codes('WK9001')).toEqual(['WK900100', 'WK900101']);
  });

  test('each code is named once, in its latest boundary year', async () => {
    expect((await search('gerardus')).map(({ boundaryYear }) => boundaryYear)).toEqual([2024]);
  });

  test('a text like nothing finds nothing, and marks of patterns mean themselves', async () => {
    for (const text of ['xyzzy', '%', '_', '\\', "'"]) expect(await codes(text)).toEqual([]);
    expect(await search('e', 2)).toHaveLength(1);
  });

  test('among many names the indexes find what comparing with every one finds', async () => {
    const db = getDatabase();
    const names = await addNeighbourhoods(db, 1500);
    const texts = [
      ...listTexts(names),
      'b',
      'wi',
      'bu',
      'BU9001',
      'gm',
      '-',
      '%',
      '_a',
      "'s",
      '\\',
      '(',
      'b w',
      '1',
    ];
    for (const text of texts)
      for (const limit of [3, 50]) {
        const hits = await search(text, limit);
        expect({ text, limit, hits }).toEqual({ text, limit, hits: await searchPlainly(db, text, limit) });
      }
  });
});

/** Gives a municipality so many neighbourhoods more, every third of them in both years, and gives their names. */
async function addNeighbourhoods(db: Database, count: number): Promise<string[]> {
  const { drawNeighbourhood } = createNames(1);
  const names = Array.from(
    { length: count },
    (_, index) => `${drawNeighbourhood()}${['', '-Zuid', ' (oud)'][index % 3]}`,
  );
  for (const [year, share] of [
    [2024, 1],
    [2021, 3],
  ])
    await sql`
      insert into area (boundary_year, code, level, name, folded_name, parent)
      select ${year}::integer, 'BU9001' || lpad(place::text, 4, '0'), 'neighbourhood', name, lower(unaccent(name)), 'WK900100'
      from unnest(${names}::text[]) with ordinality as given (name, place) where place % ${share}::integer = 0
      on conflict do nothing`.execute(db);
  return names;
}

/** What somebody might type who looks for some of them: whole, begun, in capitals, with letters left out or turned around. */
function listTexts(names: readonly string[]): string[] {
  return names
    .filter((_, index) => index % 125 === 0)
    .flatMap((name) => [
      name,
      name.slice(0, 3),
      name.slice(0, 6).toUpperCase(),
      name.slice(0, 3) + name.slice(4),
      `${name.slice(0, 2)}${name[3] ?? ''}${name[2] ?? ''}${name.slice(4)}`,
      name.slice(-6),
      `${name.slice(0, 4)}x${name.slice(5, 8)}`,
    ]);
}

/** The same by looking at every name. */
async function searchPlainly(db: Database, text: string, limit: number): Promise<AreaHit[]> {
  const { rows } = await sql<AreaHit>`
    with asked as (
      select lower(unaccent(${text})) as words
    ), latest as (
      select distinct on (code) code, name, folded_name, level, boundary_year, parent
      from area order by code, boundary_year desc
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
    where tier < 3 or resemblance >= greatest(0.35::real, 0.75::real * (select max(resemblance) from scored))
    order by tier, case when tier = 3 then -resemblance else 0 end,
      array_position(array['country', 'region', 'municipality', 'district', 'neighbourhood'], hit.level::text),
      hit.boundary_year desc, case when starts_with(lower(hit.code), (select words from asked)) then hit.code end,
      length(hit.name), hit.folded_name collate "C", hit.code
    limit ${limit}`.execute(db);
  return rows;
}
