import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Extension } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';

const { resolve } = createRequire(import.meta.url);
const entry = pathToFileURL(resolve('@electric-sql/pglite-postgis'));

/** PostGIS of the embedded database as its package has it: with rasters, topology, and the way up from every version. */
export const wholeBundle = new URL('./postgis.tar.gz', entry);

/** The same with what the product uses, where the build has put it; by its version, so that no other one is taken. */
export function locateSlimBundle(): URL {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', entry), 'utf8')) as {
    version: string;
  };
  return new URL(`../dist/postgis-${version}.tar.gz`, import.meta.url);
}

/**
 * PostGIS for the embedded database. Each start unpacks and compiles all that is in its bundle and holds it in memory,
 * so the slim one is taken where there is one.
 */
export const slimPostgis: Extension = {
  name: postgis.name,
  async setup(database, options) {
    const bundlePath = locateSlimBundle();
    const whole = await postgis.setup(database, options);
    return existsSync(bundlePath) ? { ...whole, bundlePath } : whole;
  },
};
