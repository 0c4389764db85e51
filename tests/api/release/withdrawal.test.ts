import { expect, test } from 'vitest';
import { publishRelease, withdrawRelease } from '../../../api/release/acts.ts';
import { importPackage } from '../../../api/release/import.ts';
import { listReleases } from '../../../sql/catalog.ts';
import type { Database } from '../../../sql/database.ts';
import { listReleaseSteps } from '../../../sql/publication.ts';
import { everything } from '../../../sql/reader.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { checksumTables, publishedTables } from './checksum.ts';
import {
  figuresPackage,
  onlyYear,
  type SamplePackage,
  samplePackage,
  writePackage,
} from './sample-package.ts';

const by = 'tester';

async function importSample(db: Database, sample: SamplePackage, stageOnly = false): Promise<number> {
  const { release } = await importPackage(db, await writePackage(sample), { importedBy: by, stageOnly });
  if (release === null) throw new Error('the sample has a number');
  return release;
}

/** The published tables and artefacts, every row with every column. */
function checksumPublished(db: Database) {
  return checksumTables(db, [], publishedTables);
}

async function listStates(db: Database): Promise<Record<number, string>> {
  const releases = await listReleases(db, everything);
  return Object.fromEntries(releases.map(({ id, state }) => [id, state]));
}

/** The sample with other figures, a renamed neighbourhood, one that is gone, and no crimes of 2023. */
function changedSample(): SamplePackage {
  const sample = samplePackage();
  const boundaries = JSON.parse(sample.files['buurten-2024.geojson'] ?? '');
  boundaries.features.pop();
  boundaries.features[0].properties.naam = 'Nieuwe naam';
  sample.files['buurten-2024.geojson'] = JSON.stringify(boundaries);
  for (const file of ['inwoners-2024.csv', 'misdrijven.csv'])
    sample.files[file] = (sample.files[file] ?? '')
      .split('\n')
      .filter((row) => !row.startsWith('BU01530004') && !row.includes(',2023,'))
      .map((row) => row.replace(/,50$/, ',51'))
      .join('\n');
  return sample;
}

describeOnBothDatabases('withdrawing', (getDatabase) => {
  test('the only release leaves what was there before anything was', async () => {
    const db = getDatabase();
    const before = await checksumPublished(db);
    const release = await importSample(db, samplePackage());
    expect(await checksumPublished(db)).not.toEqual(before);
    await withdrawRelease(db, release, { by });
    expect(await checksumPublished(db)).toEqual(before);
    expect(await listStates(db)).toEqual({ [release]: 'withdrawn' });
  });

  test('a renewed package brings the earlier release back, rows and artefacts, to the last bit', async () => {
    const db = getDatabase();
    const first = await importSample(db, samplePackage());
    const before = await checksumPublished(db);
    const second = await importSample(db, changedSample());
    expect(await listStates(db)).toMatchObject({ [first]: 'withdrawn', [second]: 'published' });
    const between = await checksumPublished(db);
    for (const table of [
      'area',
      'observation',
      'tile',
      'value_column',
      'ranking',
      'lineage',
      'lineage_answer',
    ] as const)
      expect(between[table]).not.toBe(before[table]);
    expect(await withdrawRelease(db, second, { by })).toEqual([]);
    expect(await checksumPublished(db)).toEqual(before);
    expect(await listStates(db)).toMatchObject({ [first]: 'published', [second]: 'withdrawn' });
  });

  test('what was withdrawn can be published again from the files that were kept', async () => {
    const db = getDatabase();
    const states = await listStates(db);
    const second = Math.max(...Object.keys(states).map(Number));
    const before = await checksumPublished(db);
    expect(await publishRelease(db, second, { by })).toMatchObject({ state: 'published', superseded: 8 });
    await withdrawRelease(db, second, { by });
    expect(await checksumPublished(db)).toEqual(before);
  });

  test('an older release that nothing stands on publishes the later ones again without it', async () => {
    const db = getDatabase();
    const before = await checksumPublished(db);
    const early = await importSample(db, withPeriod('2025'));
    const late = await importSample(db, withPeriod('2026'));
    expect(await withdrawRelease(db, early, { by })).toEqual([late]);
    expect(await listStates(db)).toMatchObject({ [early]: 'withdrawn', [late]: 'published' });
    const rows = await db
      .selectFrom('observation')
      .select('period')
      .distinct()
      .where('indicator', '=', 'misdrijven')
      .execute();
    expect(rows.map(({ period }) => period).sort()).toEqual(['2023', '2024', '2026']);
    await withdrawRelease(db, late, { by });
    expect(await checksumPublished(db)).toEqual(before);
  });

  test('an older release that a later one stands on is refused, and nothing changes', async () => {
    const db = getDatabase();
    const states = await listStates(db);
    const base = Number(Object.keys(states).find((id) => states[Number(id)] === 'published'));
    const later = await importSample(db, figuresPackage());
    const before = await checksumTables(db);
    await expect(withdrawRelease(db, base, { by })).rejects.toThrow(
      new RegExp(`withdraw release ${later} first .*no boundaries of 2024`),
    );
    expect(await checksumTables(db)).toEqual(before);
    await expect(withdrawRelease(db, 999, { by })).rejects.toThrow('there is no release 999');
  });

  test('every act stands in the audit trail, which nobody can change', async () => {
    const db = getDatabase();
    const acts = await listReleaseSteps(db);
    expect(acts.slice(0, 4).map(({ act, fromState, toState }) => [act, fromState, toState])).toEqual([
      ['stage', null, 'staged'],
      ['check', 'staged', 'checked'],
      ['publish', 'checked', 'published'],
      ['withdraw', 'published', 'withdrawn'],
    ]);
    for (const act of acts) expect(act).toMatchObject({ by, at: expect.any(Date) });
    expect(acts.map(({ act }) => act)).toContain('restore');
    await expect(db.deleteFrom('release_act').execute()).rejects.toThrow('audit trail');
    await expect(db.updateTable('release_act').set({ by_whom: 'x' }).execute()).rejects.toThrow(
      'audit trail',
    );
    expect(await listReleaseSteps(db)).toEqual(acts);
  });
});

describeOnBothDatabases('a boundary year that came with its own package', (getDatabase) => {
  test('goes with it, and the others get their numbers, lineage and columns back', async () => {
    const db = getDatabase();
    await importSample(db, onlyYear(2024));
    const before = await checksumPublished(db);
    const release = await importSample(db, onlyYear(2021));
    await withdrawRelease(db, release, { by });
    expect(await checksumPublished(db)).toEqual(before);
  });
});

describeOnBothDatabases('a staged release', (getDatabase) => {
  test('is kept and checked, and nothing of it is shown', async () => {
    const db = getDatabase();
    const before = await checksumPublished(db);
    const report = await importPackage(db, await writePackage(samplePackage()), {
      importedBy: by,
      stageOnly: true,
    });
    expect(report).toMatchObject({ state: 'checked', columns: [] });
    expect(report.difference.figures.find(({ indicator }) => indicator === 'inwoners')).toMatchObject({
      period: '2021',
      added: 13,
      changed: 0,
      removed: 0,
    });
    expect(await checksumPublished(db)).toEqual(before);
    expect(await listReleases(db, { rights: ['public', 'partner'], municipalities: [] })).toEqual([]);
  });

  test('is published later, as an import would have', async () => {
    const db = getDatabase();
    const [release] = await listReleases(db, everything);
    if (!release) throw new Error('it was staged');
    await publishRelease(db, release.id, { by });
    const staged = await checksumTables(db, ['release', 'releases'], publishedTables);
    await withdrawRelease(db, release.id, { by });
    await importSample(db, samplePackage());
    expect(await checksumTables(db, ['release', 'releases'], publishedTables)).toEqual(staged);
    await expect(publishRelease(db, release.id + 1, { by })).rejects.toThrow('published already');
  });
});

function withPeriod(period: string): SamplePackage {
  const { descriptor, files } = figuresPackage();
  for (const { wijkinformatie } of descriptor.resources) wijkinformatie.period = period;
  return { descriptor: { ...descriptor, name: `sample-${period}` }, files };
}
