import { beforeAll, expect, test } from 'vitest';
import { findArea } from '../../sql/areas.ts';
import { findColumn } from '../../sql/artefacts.ts';
import * as catalog from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { listObservations } from '../../sql/observations.ts';
import { listProfile } from '../../sql/profile.ts';
import { listColumnFigures } from '../../sql/publication.ts';
import { rankArea } from '../../sql/rank.ts';
import { publicReader, type Reader } from '../../sql/reader.ts';
import { listTargetedIndicators, listTargets } from '../../sql/targets.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { confidentialTarget, publicTargets, withheldTarget } from '../setup/figures.ts';
import { publishFixture } from '../setup/publication.ts';

const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
const nobody: Reader = { rights: [], municipalities: [] };

async function readEverything(db: Database, reader: Reader): Promise<string> {
  const area = await findArea(db, reader, 'BU90010000');
  return JSON.stringify([
    await catalog.listThemes(db, reader),
    await catalog.listIndicators(db, reader),
    await catalog.listSources(db, reader),
    await catalog.listReleases(db, reader),
    await listObservations(db, reader, { indicator: ['misdrijven', 'meldingen'], limit: 1000 }),
    area && (await listProfile(db, reader, area)),
    area && (await listProfile(db, reader, area, { period: '2025' })),
    await findColumn(db, reader, 'meldingen', 'neighbourhood'),
    await listTargets(db, reader),
    await listTargets(db, reader, { indicator: 'meldingen' }),
    await listTargets(db, reader, { indicator: 'misdrijven' }),
    await listTargetedIndicators(db, reader),
  ]);
}

describeOnBothDatabases('what a reader may see', (getDatabase) => {
  beforeAll(() => publishFixture(getDatabase()));

  test('nothing of a confidential indicator or release reaches the public, by any verb', async () => {
    const told = await readEverything(getDatabase(), publicReader);
    for (const secret of [
      'meldingen',
      'ertrouwelijk',
      'jeugd',
      '2025',
      'fixture-partner',
      'Plan van partners',
      '"value":13',
      '"value":99',
    ])
      expect(told).not.toContain(secret);
  });

  test('a partner is told all of it', async () => {
    const told = await readEverything(getDatabase(), partner);
    for (const told_ of [
      'meldingen',
      'ertrouwelijk',
      'jeugd',
      '2025',
      'fixture-partner',
      'Plan van partners',
      '"value":13',
      '"value":99',
    ])
      expect(told).toContain(told_);
  });

  test('the rank does not count what the reader may not see', async () => {
    const area = { level: 'neighbourhood', boundaryYear: 2024 } as const;
    const figures = [{ indicator: 'meldingen', period: '2024', value: 13 }];
    expect((await rankArea(getDatabase(), partner, area, figures)).get('meldingen')).toEqual({
      position: 2,
      of: 2,
      ties: 1,
    });
    expect((await rankArea(getDatabase(), publicReader, area, figures)).size).toBe(0);
  });

  test('a column of a public indicator leaves out the figures of a confidential release', async () => {
    const figures = await listColumnFigures(getDatabase(), publicReader, 'misdrijven', 'neighbourhood');
    expect(new Set(figures.map(({ period }) => period))).toEqual(new Set(['2023', '2024']));
    const column = await findColumn(getDatabase(), publicReader, 'misdrijven', 'neighbourhood');
    expect(column?.periods.map(({ period }) => period)).toEqual(['2023', '2024']);
  });

  test('targets are those of what the reader may see, by indicator, municipality and year', async () => {
    const told = await listTargets(getDatabase(), publicReader);
    expect(told).toEqual(publicTargets);
    expect(await listTargetedIndicators(getDatabase(), publicReader)).toEqual([
      'misdrijven-per-1000',
      'tevredenheid',
    ]);
    expect(await listTargets(getDatabase(), nobody)).toEqual([]);
    expect(await listTargetedIndicators(getDatabase(), nobody)).toEqual([]);
    const all = await listTargets(getDatabase(), partner);
    expect(all).toHaveLength(publicTargets.length + 2);
    expect(all).toEqual(expect.arrayContaining([confidentialTarget, withheldTarget]));
  });

  test('someone without rights is told of no region and no area', async () => {
    expect(await catalog.findRegion(getDatabase(), nobody)).toBeNull();
    expect(await catalog.listBoundaryYears(getDatabase(), nobody)).toEqual([]);
    expect(await findArea(getDatabase(), nobody, 'GM9001')).toBeNull();
  });

  test('figures and targets of a withdrawn release are gone for everyone', async () => {
    const db = getDatabase();
    const id = (await catalog.listReleases(db, partner)).find(
      (release) => release.package === 'fixture-partner',
    )?.id;
    if (id === undefined) throw new Error('the fixture has this release');
    await db.updateTable('release').set({ state: 'withdrawn' }).where('id', '=', id).execute();
    const page = await listObservations(db, partner, {
      indicator: ['misdrijven'],
      period: ['2025'],
      limit: 10,
    });
    expect(page.rows).toEqual([]);
    expect(await listTargets(db, partner, { indicator: 'misdrijven' })).toEqual([]);
  });
});
