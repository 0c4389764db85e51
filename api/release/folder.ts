import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { InputError } from '../../geodata/problem.ts';
import { sizeLimits } from '../../geodata/sources/formats/limit.ts';
import {
  type DataPackage,
  filesOf,
  parseDataPackage,
  type ResourceFile,
} from '../../geodata/sources/package/package.ts';
import type { ReleaseFile } from '../../sql/tables.ts';
import { refuseOpenDatabase } from './open-database.ts';

type Resource = DataPackage['resources'][number];

/** A data package, its descriptor read and all of its files known to be there, but not yet read. */
export interface OpenedPackage {
  readonly dataPackage: DataPackage;
  /** The files of a resource by the path that the descriptor gives; those that may be absent and are, are left out. */
  read(resource: Resource): Promise<Map<string, Uint8Array>>;
  /** What was read so far. */
  listFiles(): ReleaseFile[];
}

/** A data package on disk. */
export interface PackageFolder extends OpenedPackage {
  /** The bytes of a file that was read before. Throws InputError where it has changed since. */
  readAgain(file: ReleaseFile): Promise<Uint8Array>;
}

export const descriptor: ResourceFile = {
  path: 'datapackage.json',
  required: true,
  limit: sizeLimits.descriptor,
};

/**
 * Opens a folder with a `datapackage.json`. Throws InputError where the folder or a file is missing, empty, too large,
 * unreadable, no file, or leads out of the folder: before anything large is read.
 */
export async function openPackageFolder(folder: string): Promise<PackageFolder> {
  const root = await findRoot(folder);
  const files = new Map<string, ReleaseFile>();
  const read = async (file: ResourceFile): Promise<Uint8Array | null> => {
    const path = await checkFile(root, file);
    if (path === null) return null;
    const bytes = await readFile(path).catch((error) => refuseUnreadable(file.path, error));
    const sha256 = checksum(bytes);
    files.set(file.path, { path: file.path, bytes: bytes.length, sha256 });
    return bytes;
  };
  const dataPackage = parseDataPackage((await read(descriptor)) ?? new Uint8Array(), descriptor.path);
  for (const resource of dataPackage.resources)
    for (const file of filesOf(resource)) {
      const path = await checkFile(root, file);
      if (path !== null) await refuseOpenDatabase([join(root, file.path), path], file.path);
    }
  return {
    dataPackage,
    async read(resource) {
      const found = new Map<string, Uint8Array>();
      for (const file of filesOf(resource)) {
        const bytes = await read(file);
        if (bytes) await refuseOpenDatabase([join(root, file.path)], file.path);
        if (bytes) found.set(file.path, bytes);
      }
      return found;
    },
    listFiles: () => [...files.values()],
    async readAgain({ path, sha256 }) {
      const bytes = await readFile(join(root, path)).catch((error) => refuseUnreadable(path, error));
      if (checksum(bytes) === sha256) return bytes;
      throw new InputError({
        file: path,
        message: 'it changed while it was being imported',
        remedy: 'import again, once nothing writes to it any more',
      });
    },
  };
}

function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function findRoot(folder: string): Promise<string> {
  const root = await realpath(folder).catch(() => null);
  if (root !== null && (await stat(root)).isDirectory()) return root;
  throw new InputError({
    file: folder,
    message: root === null ? 'there is no such folder' : 'it is no folder',
    remedy: 'give the folder that holds the datapackage.json',
  });
}

/** The real path of a file; null for one that may be absent and is. */
async function checkFile(
  root: string,
  { path: file, required, limit }: ResourceFile,
): Promise<string | null> {
  const path = await realpath(join(root, file)).catch(() => null);
  if (path === null) {
    if (!required) return null;
    throw new InputError({
      file,
      message: 'there is no such file in the package',
      remedy: file === descriptor.path ? 'give a folder that holds one' : 'add it, or correct the "path"',
    });
  }
  if (!path.startsWith(root + sep))
    throw new InputError({
      file,
      message: 'it is a link out of the package’s folder',
      remedy: 'put the file itself into the folder',
    });
  const { size, isFile } = await describeFile(path);
  if (!isFile) throw new InputError({ file, message: 'it is no file', remedy: 'name a file of the package' });
  if (size === 0 && required)
    throw new InputError({ file, message: 'it is empty', remedy: 'export it again' });
  if (size > limit)
    throw new InputError({
      file,
      message: `it has ${size} bytes, more than the ${limit} that can be read`,
      remedy: 'leave out areas or columns that are not needed, or split it over several resources',
    });
  return path;
}

async function describeFile(path: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(path);
  return { size: found.size, isFile: found.isFile() };
}

function refuseUnreadable(file: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
  throw new InputError({
    file,
    message: `it cannot be read (${code})`,
    remedy: 'give whoever runs the import the right to read it',
  });
}
