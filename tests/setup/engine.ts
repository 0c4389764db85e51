import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parseTar } from 'nanotar';
import { locateSlimBundle, wholeBundle } from '../../sql/postgis.ts';

const engine = new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'));

let held: Promise<readonly WebAssembly.Module[]> | undefined;

/**
 * Holds the embedded database and PostGIS as they were compiled. V8 compiles the same WebAssembly once for a whole process,
 * as long as somebody holds it: of the many databases that a worker opens, each takes a third less of the processor.
 */
export function holdEngine(): Promise<readonly WebAssembly.Module[]> {
  held ??= compileEngine();
  return held;
}

async function compileEngine(): Promise<readonly WebAssembly.Module[]> {
  const bundle = existsSync(locateSlimBundle()) ? locateSlimBundle() : wholeBundle;
  const files = parseTar(await promisify(gunzip)(await readFile(bundle)), {
    filter: ({ name }) => /\/postgis-3\.so$/.test(name),
  });
  const libraries = files.flatMap(({ data }) => (data ? [new Uint8Array(data)] : []));
  return Promise.all([await readFile(engine), ...libraries].map((bytes) => WebAssembly.compile(bytes)));
}
