import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { describeLineage } from '../../../api/figures/lineage.ts';
import { applyRules } from '../../../api/release/visibility.ts';
import { findLineageAnswer } from '../../../sql/lineage.ts';
import { everything, nobody, publicReader, type Reader } from '../../../sql/reader.ts';
import { writeRule } from '../../../sql/visibility-rules.ts';
import { publishClosedRegion } from '../../setup/closed-region.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';

const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
const readers: Readonly<Record<string, Reader>> = {
  public: publicReader,
  partner,
  police: { rights: ['public', 'partner', 'police'], municipalities: [] },
  administrator: everything,
  'reader of a municipality': { ...publicReader, municipalities: ['GM9002'] },
  'editor of a municipality': { ...partner, municipalities: ['GM9002'] },
};

describeOnBothDatabases('what became of the areas', (getDatabase) => {
  beforeAll(() => publishClosedRegion(getDatabase(), Object.values(readers)));

  const readReady = async (reader: Reader, from: number, to: number) => {
    const ready = await findLineageAnswer(getDatabase(), reader, from, to);
    return ready && JSON.parse(gunzipSync(ready.gzip).toString());
  };
  const readShares = (lineage: { readonly rows: readonly { readonly populationShare: number | null }[] }) =>
    lineage.rows.filter(({ populationShare }) => populationShare !== null).length;

  test.each(Object.entries(readers))('is ready for the %s as it is told him', async (_name, reader) => {
    const told = await describeLineage(getDatabase(), reader, 2021, 2024);
    expect(told?.rows.length).toBeGreaterThan(5);
    expect(await readReady(reader, 2021, 2024)).toEqual(told);
  });

  test('is ready the way the page asks it, and for nobody else', async () => {
    const kept = await getDatabase().selectFrom('lineage_answer').select(['from_year', 'to_year']).execute();
    expect(new Set(kept.map(({ from_year, to_year }) => `${from_year} ${to_year}`))).toEqual(
      new Set(['2021 2024']),
    );
    expect(await readReady(nobody, 2021, 2024)).toBeNull();
    const unknown: Reader = { ...publicReader, municipalities: ['GM9001', 'GM9002', 'GM9003'] };
    const told = await describeLineage(getDatabase(), unknown, 2021, 2024);
    expect([null, told]).toContainEqual(await readReady(unknown, 2021, 2024));
  });

  test('follows the rules', async () => {
    const db = getDatabase();
    const change = (visibility: 'public' | 'partner', subject: string, kind: 'indicator' | 'release') =>
      db.transaction().execute(async (transaction) => {
        await writeRule(transaction, { kind, subject, level: null }, visibility);
        await applyRules(transaction);
      });
    const before = await readReady(publicReader, 2021, 2024);
    expect(readShares(before)).toBeGreaterThan(0);
    await change('partner', 'inwoners', 'indicator');
    const without = await readReady(publicReader, 2021, 2024);
    expect(without.rows).toHaveLength(before.rows.length);
    expect(readShares(without)).toBe(0);
    expect(readShares(await readReady(partner, 2021, 2024))).toBeGreaterThan(0);
    await change('public', 'inwoners', 'indicator');
    expect(await readReady(publicReader, 2021, 2024)).toEqual(before);
  });
});
