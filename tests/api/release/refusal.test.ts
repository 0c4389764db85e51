import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importPackage } from '../../../api/release/import.ts';
import type { Progress } from '../../../api/release/progress.ts';
import { InputError } from '../../../geodata/problem.ts';
import { sizeLimits } from '../../../geodata/sources/formats/limit.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { checksumTables } from './checksum.ts';
import { figuresPackage, type SamplePackage, samplePackage, writePackage } from './sample-package.ts';

const importedBy = 'tester';

/** What is wrong with a package, and what the one line about it must say. */
const faults: readonly [string, (sample: SamplePackage, fail: FolderChange) => void, RegExp][] = [
  [
    'an area that is unknown in the boundary year, in the last file',
    ({ files }) => {
      files['nederland.csv'] = 'code,inwoners,misdrijven\nNL01,1,1\nNL99,1,1\n';
    },
    /^nederland\.csv, row 3: the area NL99 is unknown in the boundaries of 2024; correct the code/,
  ],
  [
    'a boundary year that nobody gave',
    ({ descriptor }) => {
      for (const { wijkinformatie } of descriptor.resources.slice(-1)) wijkinformatie.boundaryYear = 2019;
    },
    /^datapackage\.json, .*there are no boundaries of 2019.*2021, 2024/,
  ],
  [
    'a municipality outside the region',
    ({ descriptor }) => {
      descriptor.wijkinformatie.region.municipalities = ['GM0141'];
    },
    /^buurten-2021\.geojson, feature 5 \(BU01530000\): it lies in GM0153, which is no municipality/,
  ],
  [
    'a figure in two files',
    ({ descriptor, files }) => {
      const [last] = descriptor.resources.slice(-1);
      if (last) descriptor.resources.push({ ...last, name: 'nogmaals', path: 'nogmaals.csv' });
      files['nogmaals.csv'] = files['nederland.csv'] ?? '';
    },
    /^nogmaals\.csv, row 2: "inwoners" of NL00 for 2024 stands in nederland\.csv, row 2, too/,
  ],
  [
    'a missing file',
    ({ files }) => {
      delete files['nederland.csv'];
    },
    /^nederland\.csv: there is no such file/,
  ],
  [
    'an empty file',
    ({ files }) => {
      files['nederland.csv'] = '';
    },
    /^nederland\.csv: it is empty/,
  ],
  [
    'a link out of the folder',
    ({ files }, change) => {
      delete files['nederland.csv'];
      change((folder) => symlink(import.meta.filename, join(folder, 'nederland.csv')));
    },
    /^nederland\.csv: it is a link out of the package’s folder/,
  ],
  [
    'a folder in the place of a file',
    ({ files }, change) => {
      delete files['nederland.csv'];
      change((folder) => mkdir(join(folder, 'nederland.csv')));
    },
    /^nederland\.csv: it is no file/,
  ],
  [
    'an absurdly large file',
    (_, change) => change((folder) => truncate(join(folder, 'nederland.csv'), sizeLimits.observations + 1)),
    /^nederland\.csv: it has \d+ bytes, more than the \d+ that can be read/,
  ],
  [
    'two areas on the same ground',
    ({ files }) => {
      const collection = JSON.parse(files['buurten-2024.geojson'] ?? '');
      const [first, second] = collection.features;
      second.geometry = first.geometry;
      files['buurten-2024.geojson'] = JSON.stringify(collection);
    },
    /^buurten-2024\.geojson, feature \d \(BU0141000\d\): it is left without ground/,
  ],
];

type FolderChange = (change: (folder: string) => Promise<unknown>) => void;

describeOnBothDatabases('a refused import', (getDatabase) => {
  test.each(faults)('says in one line what is wrong and changes nothing: %s', async (_, spoil, line) => {
    const db = getDatabase();
    await importPackage(db, await writePackage(samplePackage()), { importedBy });
    const before = await checksumTables(db);
    const sample = samplePackage();
    const changes: ((folder: string) => Promise<unknown>)[] = [];
    spoil(sample, (change) => changes.push(change));
    const folder = await writePackage(sample);
    for (const change of changes) await change(folder);
    const refusal = await importPackage(db, folder, { importedBy }).catch((error) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal.message).toMatch(line);
    expect(refusal.message).not.toContain('\n');
    expect(await checksumTables(db)).toEqual(before);
  });

  test('leaves everything as it was when something breaks while it writes, at any step', async () => {
    const db = getDatabase();
    await importPackage(db, await writePackage(samplePackage()), { importedBy });
    const before = await checksumTables(db);
    const changed = samplePackage();
    changed.files['inwoners-2024.csv'] = (changed.files['inwoners-2024.csv'] ?? '').replaceAll(
      ',200',
      ',300',
    );
    const folder = await writePackage(changed);
    for (const broken of [
      'writing definitions',
      'writing boundaries',
      'writing figures',
      'writing columns',
    ]) {
      const onProgress = ({ step, done, total }: Progress) => {
        const isFirst = done === 0 && total !== 1;
        if (step === broken && !isFirst) throw new Error(`broken at ${step}`);
      };
      await expect(importPackage(db, folder, { importedBy, onProgress })).rejects.toThrow(
        `broken at ${broken}`,
      );
      expect(await checksumTables(db)).toEqual(before);
    }
  });

  test('refuses a package of another region, and figures on boundaries that nobody gave', async () => {
    const db = getDatabase();
    await importPackage(db, await writePackage(samplePackage()), { importedBy });
    const other = samplePackage();
    other.descriptor.wijkinformatie.region.key = 'elders';
    await expect(importPackage(db, await writePackage(other), { importedBy })).rejects.toThrow(
      /it is "elders", but the database holds the region "sample"/,
    );
    const lost = figuresPackage();
    for (const { wijkinformatie } of lost.descriptor.resources) wijkinformatie.boundaryYear = 2030;
    await expect(importPackage(db, await writePackage(lost), { importedBy })).rejects.toThrow(
      /no boundaries of 2030/,
    );
  });

  test('refuses what is no package', async () => {
    const db = getDatabase();
    await expect(importPackage(db, '/nowhere/at/all', { importedBy })).rejects.toThrow(
      /there is no such folder/,
    );
    const folder = await writePackage(samplePackage());
    await expect(importPackage(db, join(folder, 'nederland.csv'), { importedBy })).rejects.toThrow(
      /it is no folder/,
    );
    await writeFile(join(folder, 'datapackage.json'), '{"name": ');
    await expect(importPackage(db, folder, { importedBy })).rejects.toThrow(/^datapackage\.json/);
  });
});
