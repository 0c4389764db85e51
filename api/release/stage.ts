import type { DataPackage } from '../../geodata/sources/package/package.ts';
import { removeDemonstrationPeople } from '../../sql/accounts/demonstration.ts';
import type { Database } from '../../sql/database.ts';
import { insertRelease, moveRelease, storeFile } from '../../sql/publication.ts';
import type { ReleaseFile } from '../../sql/tables.ts';
import type { PackageFolder } from './folder.ts';

interface NewRelease {
  readonly dataPackage: DataPackage;
  readonly files: readonly ReleaseFile[];
  /** Who does this, as the history of the release says. */
  readonly by: string;
}

/** Adds a staged release, seen by no reader, and gives its number. The ready roles of the demonstration never see it. */
export async function stageRelease(db: Database, { dataPackage, files, by }: NewRelease): Promise<number> {
  await removeDemonstrationPeople(db);
  const { name, title, demonstration } = dataPackage;
  const release = await insertRelease(db, {
    package: name,
    title,
    demonstration,
    files,
    counts: {},
    importedBy: by,
    state: 'staged',
  });
  await moveRelease(db, release, { act: 'stage', to: 'staged', by });
  return release;
}

/** Keeps the files that were read of a package, so that any process can publish the release later. */
export async function storeFiles(db: Database, folder: PackageFolder): Promise<void> {
  for (const file of folder.listFiles()) await storeFile(db, file.sha256, await folder.readAgain(file));
}
