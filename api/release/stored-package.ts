import { filesOf, parseDataPackage } from '../../geodata/sources/package/package.ts';
import type { Release } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { readStoredFile } from '../../sql/publication.ts';
import { descriptor, type OpenedPackage } from './folder.ts';
import { ReleaseError } from './release-error.ts';

/** Opens the data package that a release was made of. Throws ReleaseError where its files were not kept. */
export async function openStoredPackage(db: Database, { id, files }: Release): Promise<OpenedPackage> {
  const checksums = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const read = async (path: string): Promise<Uint8Array | null> => {
    const sha256 = checksums.get(path);
    if (sha256 === undefined) return null;
    const bytes = await readStoredFile(db, sha256);
    if (bytes === null)
      throw new ReleaseError(
        `${path} of release ${id} was not kept: import the package from its folder again`,
      );
    return bytes;
  };
  const described = await read(descriptor.path);
  if (described === null)
    throw new ReleaseError(
      `release ${id} was made without files, so it can only come back when what took its place is withdrawn`,
    );
  return {
    dataPackage: parseDataPackage(described, descriptor.path),
    listFiles: () => [...files],
    async read(resource) {
      const found = new Map<string, Uint8Array>();
      for (const { path } of filesOf(resource)) {
        const bytes = await read(path);
        if (bytes) found.set(path, bytes);
      }
      return found;
    },
  };
}
