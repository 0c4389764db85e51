import { beforeAll, expect, test } from 'vitest';
import { publishRelease, withdrawRelease } from '../../../api/release/acts.ts';
import { importPackage } from '../../../api/release/import.ts';
import { formatDifference, formatReport, type ImportReport } from '../../../api/release/report.ts';
import { InputError } from '../../../geodata/problem.ts';
import type { Target } from '../../../geodata/target.ts';
import type { Database } from '../../../sql/database.ts';
import { publicReader } from '../../../sql/reader.ts';
import { listTargetedIndicators, listTargets } from '../../../sql/targets.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { checksumTables, publishedTables } from './checksum.ts';
import {
  figuresPackage,
  offencesPackage,
  type SamplePackage,
  samplePackage,
  sampleTarget,
  targetsPackage,
  writePackage,
} from './sample-package.ts';

const by = 'tester';

async function bring(
  db: Database,
  sample: SamplePackage,
  how: { readonly stageOnly?: boolean; readonly dryRun?: boolean } = {},
): Promise<ImportReport> {
  return importPackage(db, await writePackage(sample), { importedBy: by, ...how });
}

async function take(db: Database, { release }: ImportReport): Promise<readonly number[]> {
  if (release === null) throw new Error('it was not written');
  return withdrawRelease(db, release, { by });
}

const checksumPublished = (db: Database) => checksumTables(db, [], publishedTables);
const list = (db: Database) => listTargets(db, publicReader);

const almelo = sampleTarget({ municipality: 'GM0141', source: { title: 'Besluit', url: null } });
const later = sampleTarget({ period: '2030', value: 20 });
const both = [almelo, sampleTarget()];

describeOnBothDatabases('targets of municipalities', (getDatabase) => {
  beforeAll(async () => {
    await bring(getDatabase(), samplePackage());
  });

  test('come without figures, change no figure, and the report counts them', async () => {
    const db = getDatabase();
    const before = await checksumPublished(db);
    const report = await bring(db, targetsPackage(both));
    expect(await list(db)).toEqual(both);
    expect(await listTargets(db, publicReader, { indicator: 'misdrijven' })).toEqual([]);
    expect(await listTargets(db, publicReader, { indicator: 'misdrijven-per-1000' })).toEqual(both);
    expect(await listTargetedIndicators(db, publicReader)).toEqual(['misdrijven-per-1000']);
    const after = await checksumPublished(db);
    expect({ ...after, target: before.target }).toEqual(before);
    expect(report).toMatchObject({
      targets: 2,
      rows: [],
      findings: [],
      difference: {
        figures: [],
        targets: [{ indicator: 'misdrijven-per-1000', added: 2, changed: 0, removed: 0 }],
      },
    });
    const lines = formatReport(report).split('\n');
    expect(lines).toEqual(expect.arrayContaining(['2 targets', '  targets of misdrijven-per-1000: 2 added']));
    await take(db, report);
    expect(await checksumPublished(db)).toEqual(before);
  });

  test('of a dry run or a staged release are shown to nobody, and come when it is published', async () => {
    const db = getDatabase();
    const before = await checksumPublished(db);
    expect(await bring(db, targetsPackage(both), { dryRun: true })).toMatchObject({
      release: null,
      targets: 2,
    });
    const staged = await bring(db, targetsPackage(both), { stageOnly: true });
    expect(staged).toMatchObject({ state: 'checked', difference: { targets: [{ added: 2 }] } });
    expect(await list(db)).toEqual([]);
    expect(await checksumPublished(db)).toEqual(before);
    await publishRelease(db, staged.release ?? 0, { by });
    expect(await list(db)).toEqual(both);
    await take(db, staged);
    expect(await checksumPublished(db)).toEqual(before);
  });

  test('that a new release of the package no longer gives go, and come back when it is withdrawn', async () => {
    const db = getDatabase();
    const first = await bring(db, targetsPackage(both));
    const before = await checksumPublished(db);
    const raised = { ...sampleTarget(), value: 26 };
    const second = await bring(db, targetsPackage([raised, later]));
    expect(await list(db)).toEqual([raised, later]);
    expect(second.difference.targets).toEqual([
      { indicator: 'misdrijven-per-1000', added: 1, changed: 1, removed: 1 },
    ]);
    const same = await bring(db, targetsPackage([raised, later]));
    expect(same.difference.targets).toEqual([]);
    await take(db, same);
    await take(db, second);
    expect(await checksumPublished(db)).toEqual(before);
    expect(await list(db)).toEqual(both);
    const nothing = await bring(db, targetsPackage([])).catch((error) => error);
    expect(nothing).toBeInstanceOf(InputError);
    await take(db, first);
  });

  test('of another package win while that stands, and what they won from comes back', async () => {
    const db = getDatabase();
    const first = await bring(db, targetsPackage(both));
    const before = await checksumPublished(db);
    const own = sampleTarget({ value: 24, source: { title: 'Raadsbesluit', url: null } });
    const second = await bring(db, targetsPackage([own], 'doelen-enschede'));
    expect(second.difference.targets).toEqual([
      { indicator: 'misdrijven-per-1000', added: 0, changed: 1, removed: 0 },
    ]);
    expect(await list(db)).toEqual([almelo, own]);
    await take(db, second);
    expect(await checksumPublished(db)).toEqual(before);
    const again = await bring(db, targetsPackage([own], 'doelen-enschede'));
    expect(await take(db, first)).toEqual([again.release]);
    expect(await list(db)).toEqual([own]);
    await take(db, again);
  });

  test('come with figures too, and go with the package that no longer has them', async () => {
    const db = getDatabase();
    const before = await checksumPublished(db);
    const sample = figuresPackage();
    const count = sampleTarget({ indicator: 'misdrijven', value: 50 });
    sample.descriptor.wijkinformatie.targets = [count];
    const first = await bring(db, sample);
    expect(await list(db)).toEqual([count]);
    const second = await bring(db, figuresPackage());
    expect(await list(db)).toEqual([]);
    expect(second.difference).toMatchObject({
      figures: [],
      targets: [{ indicator: 'misdrijven', added: 0, changed: 0, removed: 1 }],
    });
    await take(db, second);
    expect(await list(db)).toEqual([count]);
    await take(db, first);
    expect(await checksumPublished(db)).toEqual(before);
  });

  test('stand on the release that defines their indicator', async () => {
    const db = getDatabase();
    const { id: base } = await db
      .selectFrom('release')
      .select('id')
      .where('state', '=', 'published')
      .executeTakeFirstOrThrow();
    const targets = await bring(db, targetsPackage(both));
    const before = await checksumTables(db);
    await expect(withdrawRelease(db, base, { by })).rejects.toThrow(
      new RegExp(`withdraw release ${targets.release} first .*neither an indicator of the package nor one`),
    );
    expect(await checksumTables(db)).toEqual(before);
    await take(db, targets);
  });

  test.each<[string, Partial<Target>, string]>([
    [
      'an indicator that is neither the package’s nor there',
      { indicator: 'misdrijven-per-100' },
      'datapackage.json, target of GM0153 for misdrijven-per-100 in 2026, key "indicator": "misdrijven-per-100" is neither an indicator of the package nor one that is there already; write "misdrijven-per-1000" if that is what you meant.',
    ],
    [
      'a category that the indicator does not have',
      { indicator: 'misdrijven/1.1' },
      '"misdrijven/1.1" is neither an indicator',
    ],
    [
      'a municipality outside the region',
      { municipality: 'GM0147' },
      'GM0147 is no municipality of the region; write "GM0141" if that is what you meant.',
    ],
    ['a rate below zero', { value: -1 }, 'key "value": a rate cannot be -1; correct it; it is in aantal.'],
  ])('with %s are refused in one line, and nothing changes', async (_, changes, expected) => {
    const db = getDatabase();
    const before = await checksumTables(db);
    const sample = targetsPackage([almelo, sampleTarget(changes)]);
    const refusal = await bring(db, sample).catch((error) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal.message).toContain(expected);
    expect(refusal.message).not.toContain('\n');
    expect(await checksumTables(db)).toEqual(before);
  });

  test('can be for one category of an indicator', async () => {
    const db = getDatabase();
    const sample = offencesPackage();
    const home = sampleTarget({ indicator: 'misdrijven-per-1000/1.1', value: 9 });
    sample.descriptor.wijkinformatie.targets = [home];
    await bring(db, sample);
    expect(await list(db)).toEqual([home]);
    expect(await listTargetedIndicators(db, publicReader)).toEqual(['misdrijven-per-1000/1.1']);
  });
});

describeOnBothDatabases('targets before there are boundaries', (getDatabase) => {
  test('are refused, even with an indicator of their own', async () => {
    const sample = targetsPackage(both);
    const { indicators } = samplePackage().descriptor.wijkinformatie;
    sample.descriptor.wijkinformatie.indicators = indicators;
    await expect(bring(getDatabase(), sample)).rejects.toThrow(
      /there are no boundaries of GM0141 in the package or the database; import boundaries first/,
    );
  });

  test('come in one package with them', async () => {
    const sample = samplePackage();
    sample.descriptor.wijkinformatie.targets = both;
    await bring(getDatabase(), sample);
    expect(await list(getDatabase())).toEqual(both);
  });
});

test('a difference that was kept before there were targets is still told', () => {
  expect(formatDifference({ figures: [], areas: [] })).toEqual([]);
});
