import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { applyRules } from '../../api/release/visibility.ts';
import type { Database } from '../../sql/database.ts';
import { replaceRankings } from '../../sql/publication.ts';
import { type AreaRank, rankArea } from '../../sql/rank.ts';
import { publicReader, type Reader } from '../../sql/reader.ts';
import { writeRule } from '../../sql/visibility-rules.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
const place = { level: 'neighbourhood', boundaryYear: 2024 } as const;
function show(db: Database, visibility: 'public' | 'administrator'): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await writeRule(transaction, { kind: 'release', subject: 'fixture', level: null }, visibility);
    await applyRules(transaction);
  });
}

const values = [-1.5, 0, 1e-300, 3];

describeOnBothDatabases('a rank', (getDatabase) => {
  /** Ranks by indicator, period and value. */
  async function rankAll(reader: Reader): Promise<[string, AreaRank | undefined][]> {
    const ranks: [string, AreaRank | undefined][] = [];
    for (const indicator of ['misdrijven', 'meldingen', 'inwoners'])
      for (const period of ['2023', '2024', '2025'])
        for (const value of [...new Set([...values, -0, 99, 13])]) {
          const found = await rankArea(getDatabase(), reader, place, [{ indicator, period, value }]);
          ranks.push([`${indicator} ${period} ${value}`, found.get(indicator)]);
        }
    return ranks;
  }

  test('is the same looked up in the order of values as counted, whatever the reader may see', async () => {
    const db = getDatabase();
    await publishFixture(db);
    await sql`
      update observation set value = (array[-1.5, 0, 0, 3, 3]::double precision[])[place], status = 'final'
      from (select area as code, row_number() over (order by area) as place from observation
        where boundary_year = 2024 and level = 'neighbourhood' and indicator = 'misdrijven' and period = '2024') as numbered
      where code = observation.area and boundary_year = 2024 and indicator = 'misdrijven' and period = '2024'
    `.execute(db);
    await sql`delete from ranking`.execute(db);
    const readers = [publicReader, partner];
    const counted = [await rankAll(publicReader), await rankAll(partner)];
    expect(new Map(counted[0]).get('misdrijven 2024 3')).toMatchObject({ position: 1, ties: 2 });
    for (const indicator of ['misdrijven', 'meldingen', 'inwoners'])
      await replaceRankings(db, readers, indicator);
    for (const [number, reader] of readers.entries()) expect(await rankAll(reader)).toEqual(counted[number]);
  });

  test('is looked up where everything in the order may be seen, and nothing else', async () => {
    const db = getDatabase();
    await sql`update ranking set areas = areas + 100`.execute(db);
    const rank = async (reader: Reader, period: string) =>
      (await rankArea(db, reader, place, [{ indicator: 'misdrijven', period, value: 3 }])).get('misdrijven')
        ?.of;
    expect(await rank(publicReader, '2024')).toBeGreaterThan(100);
    expect(await rank(partner, '2024')).toBeGreaterThan(100);
    await show(db, 'administrator');
    expect(await rank(publicReader, '2024')).toBeUndefined();
    await show(db, 'public');
    await sql`delete from ranking`.execute(db);
    expect(await rank(publicReader, '2024')).toBeLessThan(100);
  });
});
