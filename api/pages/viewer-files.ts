import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { compressOnce } from '../sending/compression.ts';
import type { Deliverable } from '../sending/delivery.ts';
import { hashOf } from '../sending/etag.ts';

const compressible = /^(text\/|image\/svg|application\/(json|javascript|manifest))/;

/** The files of the built viewer, held in memory, by their path, such as `/index.html`. */
export type ViewerFiles = ReadonlyMap<string, Deliverable>;

/** A file of text, as it was built. */
export async function readText(file: Deliverable): Promise<string> {
  return new TextDecoder().decode((await file.encode('identity')) ?? new Uint8Array());
}

/** Reads the built viewer. A folder that is not there has no files. */
export function readViewerFiles(folder: string): ViewerFiles {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(map|br)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    names.map((name) => {
      const path = name.slice(folder.length).split(sep).join('/');
      return [path, readViewerFile(name, path)];
    }),
  );
}

/**
 * Text that the build has compressed is sent so, other text is compressed when it is first asked for; pictures and fonts
 * are compressed as they are.
 */
function readViewerFile(name: string, path: string): Deliverable {
  const bytes = readFileSync(name);
  const type = getMimeType(name) ?? 'application/octet-stream';
  const compress = compressOnce(bytes);
  const built = existsSync(`${name}.br`) ? Promise.resolve(readFileSync(`${name}.br`)) : null;
  return {
    type,
    hash: hashOf(bytes),
    // The build puts a hash in the name of every asset.
    immutable: path.startsWith('/assets/'),
    encode(encoding) {
      if (encoding === 'br' && built) return built;
      return encoding === 'identity' || compressible.test(type) ? compress(encoding) : null;
    },
  };
}
