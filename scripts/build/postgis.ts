import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { createTar, parseTar } from 'nanotar';
import { locateSlimBundle, wholeBundle } from '../../sql/postgis.ts';

const unzip = promisify(gunzip);
const zip = promisify(gzip);

/** The library, the script that makes the extension, and the projections. */
const used =
  /^(lib\/postgresql\/postgis-3\.so|share\/postgresql\/extension\/postgis(\.control|--\d[\d.]*\.sql)|share\/proj\/.+)$/;

/** Packs PostGIS for the embedded database with what the product uses of it. Throws where the library is not there. */
export async function packPostgis(): Promise<void> {
  const all = parseTar(await unzip(await readFile(wholeBundle)), { filter: ({ name }) => used.test(name) });
  const files = all.flatMap(({ name, data, type }) => (data && type === 'file' ? [{ name, data }] : []));
  for (const needed of [/\.so$/, /\.control$/, /--[\d.]+\.sql$/])
    if (files.filter(({ name }) => needed.test(name)).length !== 1)
      throw new Error(
        `${wholeBundle.pathname} has not exactly one file like ${needed}: the package was laid out anew`,
      );
  const target = locateSlimBundle();
  const draft = new URL(`${target.href}.part`);
  await mkdir(new URL('.', target), { recursive: true });
  // Unpacked at every start, and never sent: kept as it is it takes a tenth of a second less of the processor each time.
  await writeFile(draft, await zip(createTar(files), { level: 0 }));
  await rename(draft, target);
}
