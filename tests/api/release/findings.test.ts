import { expect, test } from 'vitest';
import { publishRelease } from '../../../api/release/acts.ts';
import { formatFinding } from '../../../api/release/findings.ts';
import { importPackage } from '../../../api/release/import.ts';
import { formatReport } from '../../../api/release/report.ts';
import type { Database } from '../../../sql/database.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { checksumTables, publishedTables } from './checksum.ts';
import { type SamplePackage, samplePackage, writePackage } from './sample-package.ts';

const importedBy = 'tester';

/** What the checks say of a sample that was changed, held against the sample as it is. */
async function check(db: Database, change: (sample: SamplePackage) => void): Promise<string[]> {
  const sample = samplePackage();
  change(sample);
  const report = await importPackage(db, await writePackage(sample), { importedBy, dryRun: true });
  return report.findings.map(formatFinding);
}

/** Gives one row of a table other values. */
function edit({ files }: SamplePackage, file: string, code: string, values: string): void {
  files[file] = (files[file] ?? '').replace(new RegExp(`^${code},.*$`, 'm'), `${code},${values}`);
}

describeOnBothDatabases('the checks of a release', (getDatabase) => {
  test('find nothing in a first release that is right, nor in the same again', async () => {
    const db = getDatabase();
    const first = await importPackage(db, await writePackage(samplePackage()), { importedBy });
    expect(first.findings).toEqual([]);
    expect(await check(db, () => undefined)).toEqual([]);
  });

  test('name areas that had a figure and have none', async () => {
    const found = await check(getDatabase(), (sample) => edit(sample, 'inwoners-2024.csv', 'BU01410000', ''));
    expect(found).toEqual([
      'warning, coverage: inwoners 2024: 1 of the 10 areas that had a figure have none now (BU01410000 50)',
    ]);
  });

  test('name a figure far from what was published, and changes of the past', async () => {
    const found = await check(getDatabase(), (sample) =>
      edit(sample, 'inwoners-2021.csv', 'BU01410000', '999'),
    );
    expect(found).toEqual([
      'warning, jump: inwoners 2021: 1 figure far from what was published before (BU01410000 100 → 999)',
      'warning, jump: inwoners 2024: 1 figure far from the period before (BU01410000 999 → 50)',
      'note, changed history: inwoners 2021: 1 figure of a past period changed (BU01410000 100 → 999)',
    ]);
  });

  test('hold the sum of the parts against the figure given of the whole', async () => {
    const found = await check(getDatabase(), ({ descriptor, files }) => {
      const own = descriptor.resources.find(({ name }) => name === 'nederland');
      if (!own) throw new Error('the sample has the country');
      const place = { ...own.wijkinformatie, level: 'municipality' };
      descriptor.resources.push({ ...own, name: 'gemeenten', path: 'gemeenten.csv', wijkinformatie: place });
      files['gemeenten.csv'] = 'code,inwoners,misdrijven\nGM0141,203,\nGM0153,2000,\n';
    });
    expect(found).toEqual([
      'warning, sum: inwoners 2024: 1 figure given of a whole far from the sum of its parts (GM0153 1000 → 2000)',
    ]);
  });

  test('name municipalities of the region that no boundaries have', async () => {
    const found = await check(getDatabase(), ({ descriptor }) =>
      descriptor.wijkinformatie.region.municipalities.push('GM9999'),
    );
    expect(found).toEqual([
      'warning, unknown codes: the region counts GM9999 as a municipality, and no boundaries have it',
    ]);
  });

  test('keep a release with an error from being published, unless somebody wants it', async () => {
    const db = getDatabase();
    const before = await checksumTables(db, [], publishedTables);
    const sample = samplePackage();
    const rate = sample.descriptor.wijkinformatie.indicators.at(-1);
    Object.assign(rate ?? {}, {
      kind: 'share',
      derive: { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 },
    });
    edit(sample, 'inwoners-2024.csv', 'BU01410001', '5');
    const report = await importPackage(db, await writePackage(sample), { importedBy });
    expect(report).toMatchObject({ state: 'staged' });
    expect(formatReport(report)).toContain(
      'error, range: misdrijven-per-1000 2024: 1 figure outside what the unit allows (BU01410001 400)',
    );
    expect(await checksumTables(db, [], publishedTables)).toEqual(before);
    const release = report.release ?? 0;
    expect(await publishRelease(db, release, { by: importedBy })).toMatchObject({ state: 'staged' });
    expect(await checksumTables(db, [], publishedTables)).toEqual(before);
    const forced = await publishRelease(db, release, { by: importedBy, despiteErrors: true });
    expect(forced).toMatchObject({ state: 'published' });
    expect(forced.difference.figures.find(({ indicator }) => indicator === 'inwoners')).toMatchObject({
      period: '2024',
      added: 0,
      changed: 4,
      removed: 0,
      largest: expect.arrayContaining([{ area: 'BU01410001', boundaryYear: 2024, before: 50, after: 5 }]),
    });
  });
});
