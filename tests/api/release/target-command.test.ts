import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { withdrawRelease } from '../../../api/release/acts.ts';
import { importPackage } from '../../../api/release/import.ts';
import { collectTargets } from '../../../api/release/targets.ts';
import { readCall } from '../../../scripts/import/call.ts';
import { openDatabase } from '../../../sql/database.ts';
import { publicReader } from '../../../sql/reader.ts';
import { listTargets } from '../../../sql/targets.ts';
import { lineOf } from '../../geodata/sources/problem.ts';
import { copyEmbedded, describeOnBothDatabases } from '../../setup/database.ts';
import { makeFolder } from '../../setup/folder.ts';
import { runScript } from '../../setup/process.ts';
import { checksumTables, publishedTables } from './checksum.ts';
import { samplePackage, sampleTarget, writePackage } from './sample-package.ts';

/** Each command starts a process of its own with a database in it. */
vi.setConfig({ testTimeout: 480_000 });

const heads = 'gemeente;indicator;jaar;streefwaarde;bron;adres';
const enschede = 'Enschede;misdrijven-per-1000;2026;25,5;Veiligheidsplan 2023-2026;https://example.org/plan';
const almelo = 'GM0141;misdrijven;2024;1.200;Besluit;';
const known = [
  sampleTarget({
    municipality: 'GM0141',
    indicator: 'misdrijven',
    period: '2024',
    value: 1200,
    source: { title: 'Besluit', url: null },
  }),
  sampleTarget(),
];

let folder: string;
beforeAll(async () => {
  folder = await makeFolder('targets');
});

async function write(...lines: string[]): Promise<string> {
  const file = join(folder, `doelen-${Math.random()}.csv`);
  await writeFile(file, [heads, ...lines].join('\r\n'));
  return file;
}

describeOnBothDatabases('a file of targets', (getDatabase) => {
  beforeAll(async () => {
    await importPackage(getDatabase(), await writePackage(samplePackage()), { importedBy: 'tester' });
  });

  const collect = async (...lines: string[]) =>
    collectTargets(getDatabase(), await write(...lines), join(folder, 'sources'));
  const bring = async (...lines: string[]) => {
    const made = await collect(...lines);
    return importPackage(getDatabase(), made.folder, { importedBy: 'tester' });
  };

  test('becomes a package that leaves region, indicators and figures as they are, and is taken back whole', async () => {
    const db = getDatabase();
    const before = await checksumTables(db, [], publishedTables);
    const { package: name, title, release } = await bring(enschede, almelo);
    expect([name, title]).toEqual(['targets', 'Streefwaarden van gemeenten']);
    expect(await listTargets(db, publicReader)).toEqual(known);
    const after = await checksumTables(db, [], publishedTables);
    expect({ ...after, target: before.target }).toEqual(before);
    await withdrawRelease(db, release ?? 0, { by: 'tester' });
    expect(await checksumTables(db, [], publishedTables)).toEqual(before);
  });

  test('of one municipality leaves those of others, and its next one takes its place', async () => {
    const db = getDatabase();
    await bring(enschede, almelo);
    const own = 'Enschede;misdrijven-per-1000;2030;20;Veiligheidsplan 2027-2030;';
    expect(await bring(enschede, own)).toMatchObject({ package: 'targets-gm0153', targets: 2 });
    expect((await listTargets(db, publicReader)).map(({ period }) => period)).toEqual([
      '2024',
      '2026',
      '2030',
    ]);
    await bring(own);
    expect(
      (await listTargets(db, publicReader)).map(({ municipality, period }) => [municipality, period]),
    ).toEqual([
      ['GM0141', '2024'],
      ['GM0153', '2030'],
    ]);
  });

  test('that cannot be read says why, and makes no package', async () => {
    const db = getDatabase();
    const before = await checksumTables(db);
    const packages = await readdir(join(folder, 'sources'));
    expect(await lineOf(() => collect(almelo, enschede.replace('1000', '100')))).toMatch(
      /^.*doelen-.*\.csv, row 3, column "indicator": "misdrijven-per-100" is no indicator that is there; write "misdrijven-per-1000" if that is what you meant\.$/,
    );
    expect(await lineOf(() => collectTargets(db, '/nowhere.csv', folder))).toBe(
      '/nowhere.csv: there is no such file; give the path of a CSV or XLSX.',
    );
    expect(await lineOf(() => collectTargets(db, folder, folder))).toContain(': it is no file; ');
    expect(await readdir(join(folder, 'sources'))).toEqual(packages);
    expect(await checksumTables(db)).toEqual(before);
  });
});

test('npm run import -- targets keeps a release for a look, and refuses what cannot be', async () => {
  const directory = await copyEmbedded();
  const file = await write(enschede, almelo);
  const early = await start(file, directory);
  expect([early.code, early.errors]).toEqual([
    1,
    expect.stringContaining('there are no boundaries yet to hang its figures on; import boundaries first'),
  ]);
  const opened = await openDatabase({ directory });
  await importPackage(opened.db, await writePackage(samplePackage()), { importedBy: 'tester' });
  await opened.close();
  const staged = await start(file, directory, '--stage');
  expect(staged).toMatchObject({ code: 0 });
  expect(staged.output).toMatch(/^Kept as release \d+, not yet published: Streefwaarden van gemeenten\n/);
  expect(staged.output).toContain('targets of misdrijven-per-1000: 1 added');
  const descriptor = JSON.parse(
    await readFile(join(directory, 'sources', 'targets', 'datapackage.json'), 'utf8'),
  );
  expect(descriptor.wijkinformatie).toMatchObject({ region: { key: 'sample' }, indicators: [] });
  const wrong = await start(await write(almelo.replace('1.200', '-5')), directory);
  expect([wrong.code, wrong.errors]).toEqual([
    1,
    expect.stringMatching(/row 2, column "streefwaarde": a count cannot be -5; .* Nothing was changed\.\n$/),
  ]);
});

test('a wrong call says how to call', () => {
  expect(readCall(['targets'])).toMatch(/^Give one file of targets: a CSV or XLSX\./);
  expect(readCall(['targets', 'a', 'b'])).toMatch(/^Give one file of targets/);
  expect(readCall(['targets', 'a', '--mapping', 'x'])).toMatch(/^Only a table has a --mapping\./);
  expect(readCall(['targets', 'a.csv', '--dry-run'])).toEqual({
    dryRun: true,
    stageOnly: false,
    targets: 'a.csv',
  });
});

function start(file: string, directory: string, ...words: string[]) {
  return runScript('import', ['targets', file, ...words], directory);
}
