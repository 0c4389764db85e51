import { beforeAll, expect, test } from 'vitest';
import { searchAreas } from '../../sql/areas.ts';
import { publicReader } from '../../sql/reader.ts';
import { describeOnBothDatabases } from '../database.ts';
import { publishFixture } from '../fixtures/publication.ts';

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
});
