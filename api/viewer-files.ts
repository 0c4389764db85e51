import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';
import type { Encoding } from './encoding.ts';
import { hashOf } from './etag.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const brotliQuality = 9;
const compressible = /^(text\/|image\/svg|application\/(json|javascript|manifest))/;

/** A file of the built viewer, held in memory. */
export interface ViewerFile {
  readonly type: string;
  /** Whether its name holds a hash of its content. */
  readonly immutable: boolean;
  readonly hash: string;
  /** The bytes in a coding, compressed once and kept; null where it has none in that coding. */
  encode(encoding: Encoding): Promise<Uint8Array> | null;
}

/** The files by their path, such as `/index.html`. */
export type ViewerFiles = ReadonlyMap<string, ViewerFile>;

/** Reads the built viewer. A folder that is not there has no files. */
export function readViewerFiles(folder: string): ViewerFiles {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz|map)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.map((name) => [name.slice(folder.length).split(sep).join('/'), readViewerFile(name)]));
}

function readViewerFile(name: string): ViewerFile {
  const bytes = readFileSync(name);
  const type = getMimeType(name) ?? 'application/octet-stream';
  const encoders: Record<Encoding, (() => Promise<Uint8Array>) | null> = {
    identity: async () => bytes,
    br: findEncoder(type, `${name}.br`, () =>
      compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
    ),
    gzip: findEncoder(type, `${name}.gz`, () => compressGzip(bytes)),
  };
  const encoded = new Map<Encoding, Promise<Uint8Array>>();
  return {
    type,
    immutable: /[/\\]assets[/\\]/.test(name),
    hash: hashOf(bytes),
    encode(encoding) {
      const encoder = encoders[encoding];
      if (!encoder) return null;
      const result = encoded.get(encoding) ?? encoder();
      encoded.set(encoding, result);
      return result;
    },
  };
}

/** What the build compressed goes first; pictures and fonts are compressed as they are. */
function findEncoder(type: string, prepared: string, compress: () => Promise<Uint8Array>) {
  if (existsSync(prepared)) return async () => readFileSync(prepared);
  return compressible.test(type) ? compress : null;
}
