import { InputError } from '../../geodata/problem.ts';
import type { LiveRegion } from '../../geodata/sources/live/source.ts';
import { findRegion } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { importer } from './holding.ts';

/** The region that the database holds. Throws InputError about `file` where there is none but the demonstration. */
export async function requireRegion(db: Database, file: string): Promise<LiveRegion> {
  const region = await findRegion(db, importer);
  if (!region || region.demonstration)
    throw new InputError({
      file,
      message: 'there are no boundaries yet to hang its figures on',
      remedy: 'import boundaries first: README.md tells how',
    });
  const { key, name, municipalities } = region;
  return { key, name, municipalities };
}
