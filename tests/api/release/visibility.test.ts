import { beforeEach, expect, test } from 'vitest';
import { changeRule } from '../../../api/release/access.ts';
import { withdrawRelease } from '../../../api/release/acts.ts';
import { importPackage } from '../../../api/release/import.ts';
import type { Level } from '../../../geodata/level.ts';
import type { VisibilityRule } from '../../../geodata/visibility.ts';
import { findColumn } from '../../../sql/artefacts.ts';
import { listIndicators, listReleases } from '../../../sql/catalog.ts';
import type { Database } from '../../../sql/database.ts';
import { listObservations } from '../../../sql/observations.ts';
import { everything, publicReader, type Reader } from '../../../sql/reader.ts';
import { listRules } from '../../../sql/visibility-rules.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { figuresPackage, type SamplePackage, samplePackage, writePackage } from './sample-package.ts';

const by = 'tester';
const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
const police: Reader = { rights: ['public', 'partner', 'police'], municipalities: [] };
const crimes = { kind: 'indicator', subject: 'misdrijven', level: null } as const;

async function importSample(db: Database, sample: SamplePackage): Promise<number> {
  const { release } = await importPackage(db, await writePackage(sample), { importedBy: by });
  if (release === null) throw new Error('the sample has a number');
  return release;
}

function set(
  db: Database,
  subject: Omit<VisibilityRule, 'visibility'>,
  visibility: VisibilityRule['visibility'] | 'public',
) {
  return changeRule(db, { by, actor: 'command' }, subject, visibility);
}

async function listKeys(db: Database, reader: Reader): Promise<string[]> {
  return (await listIndicators(db, reader)).map(({ key }) => key);
}

async function listPeriods(db: Database, reader: Reader, indicator: string): Promise<string[]> {
  const found = (await listIndicators(db, reader)).find(({ key }) => key === indicator);
  return [...new Set(found?.periods.map(({ period }) => period))];
}

async function countFigures(db: Database, reader: Reader, indicator: string, level: Level): Promise<number> {
  return (await listObservations(db, reader, { indicator: [indicator], level: [level], limit: 1000 })).rows
    .length;
}

async function findLast(db: Database): Promise<number | undefined> {
  return (await listReleases(db, everything)).find(({ state }) => state === 'published')?.id;
}

describeOnBothDatabases('rules of visibility', (getDatabase) => {
  beforeEach(async () => {
    const db = getDatabase();
    for (const rule of await listRules(db, everything)) await set(db, rule, 'public');
    // One that took the place of another brings that back.
    for (let last = await findLast(db); last !== undefined; last = await findLast(db))
      await withdrawRelease(db, last, { by });
  });

  test('that are there before an import hold for all that it brings, and for what is computed of it', async () => {
    const db = getDatabase();
    await set(db, crimes, 'partner');
    await importSample(db, samplePackage());
    expect(await listKeys(db, publicReader)).toEqual(['inwoners']);
    expect(await listKeys(db, partner)).toEqual(['inwoners', 'misdrijven', 'misdrijven-per-1000']);
    expect(await findColumn(db, publicReader, 'misdrijven-per-1000', 'neighbourhood')).toBeNull();
    expect(await findColumn(db, partner, 'misdrijven-per-1000', 'neighbourhood')).not.toBeNull();
    await set(db, crimes, 'public');
    expect(await listKeys(db, publicReader)).toEqual(await listKeys(db, partner));
  });

  test('on a release hold for the next one of its package, and close what it gave and no more', async () => {
    const db = getDatabase();
    await importSample(db, samplePackage());
    await set(db, { kind: 'release', subject: 'sample-2025', level: null }, 'partner');
    for (let time = 0; time < 2; time++) {
      await importSample(db, figuresPackage());
      for (const key of ['misdrijven', 'misdrijven-per-1000']) {
        expect(await listPeriods(db, publicReader, key)).toEqual(['2023', '2024']);
        expect(await listPeriods(db, partner, key)).toEqual(['2023', '2024', '2025']);
      }
      const told = (await listReleases(db, publicReader)).map(({ package: name }) => name);
      expect(told).toEqual(['sample']);
    }
  });

  test('of a level leave larger areas open, and close what is computed on their own', async () => {
    const db = getDatabase();
    await importSample(db, samplePackage());
    const before = await countFigures(db, publicReader, 'misdrijven', 'municipality');
    await set(db, { ...crimes, level: 'neighbourhood' }, 'police');
    for (const key of ['misdrijven', 'misdrijven-per-1000']) {
      expect(await countFigures(db, publicReader, key, 'neighbourhood')).toBe(0);
      expect(await countFigures(db, police, key, 'neighbourhood')).toBeGreaterThan(0);
    }
    expect(await countFigures(db, publicReader, 'misdrijven', 'municipality')).toBe(before);
    expect(await countFigures(db, publicReader, 'inwoners', 'neighbourhood')).toBeGreaterThan(0);
  });

  test('of a municipality close its own areas alone', async () => {
    const db = getDatabase();
    await importSample(db, samplePackage());
    await set(db, { kind: 'municipality', subject: 'GM0141', level: 'neighbourhood' }, 'partner');
    const shown = async (reader: Reader) =>
      (
        await listObservations(db, reader, { indicator: ['inwoners'], level: ['neighbourhood'], limit: 1000 })
      ).rows.filter(({ area }) => area.startsWith('BU0141')).length;
    expect(await shown(publicReader)).toBe(0);
    expect(await shown(partner)).toBeGreaterThan(0);
    expect(await shown({ ...publicReader, municipalities: ['GM0141'] })).toBe(await shown(partner));
    expect(await shown({ ...publicReader, municipalities: ['GM0153'] })).toBe(0);
    expect(await countFigures(db, publicReader, 'inwoners', 'municipality')).toBeGreaterThan(0);
  });

  test('hold for what comes back when a release is withdrawn that was published before them', async () => {
    const db = getDatabase();
    await importSample(db, samplePackage());
    const later = await importSample(db, figuresPackage());
    await set(db, crimes, 'partner');
    await withdrawRelease(db, later, { by });
    expect(await listKeys(db, publicReader)).toEqual(['inwoners']);
    expect(await findColumn(db, publicReader, 'misdrijven', 'neighbourhood')).toBeNull();
    const column = await findColumn(db, partner, 'misdrijven', 'neighbourhood');
    expect(column?.periods.map(({ period }) => period)).toEqual(['2023', '2024']);
  });
});
