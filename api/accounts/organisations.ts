import type { Grant } from '../../geodata/grant.ts';
import { findRegion, listMunicipalities } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import type { Reader } from '../../sql/reader.ts';

/** The names in which somebody may write and work with others, in the order of their roles; each once. */
export async function listOrganisations(
  db: Database,
  { grants, reader }: { readonly grants: readonly Grant[]; readonly reader: Reader },
): Promise<string[]> {
  const names = new Map((await listMunicipalities(db, reader)).map(({ code, name }) => [code, name]));
  const region = await findRegion(db, reader);
  const organisations = grants.flatMap((grant) => {
    if ('organisation' in grant) return [grant.organisation];
    if (grant.role === 'administrator') return region ? [region.name.nl] : [];
    return grant.role === 'editor' ? [`Gemeente ${names.get(grant.municipality) ?? grant.municipality}`] : [];
  });
  return [...new Set(organisations)];
}
