import type { Grant } from '../../geodata/grant.ts';
import type { Reader } from '../reader.ts';
import type { Visibility } from '../tables.ts';

/** From open to closed, as far as each role sees. */
const reach: Readonly<Record<'reader' | 'partner' | 'police' | 'administrator', readonly Visibility[]>> = {
  reader: ['public'],
  partner: ['public', 'partner'],
  police: ['public', 'partner', 'police'],
  administrator: ['public', 'partner', 'police', 'administrator'],
};

/** The reader that somebody with these roles is: all that any of them lets see. Without a role it is the public. */
export function readerOfGrants(grants: readonly Grant[]): Reader {
  const reaches = grants.map((grant) => reach[reachOf(grant)]);
  const rights = reaches.reduce(
    (widest, each) => (each.length > widest.length ? each : widest),
    reach.reader,
  );
  const municipalities = grants.flatMap((grant) => ('municipality' in grant ? [grant.municipality] : []));
  return { rights, municipalities: [...new Set(municipalities)].sort() };
}

function reachOf(grant: Grant): keyof typeof reach {
  if (grant.role !== 'partner') return grant.role === 'editor' ? 'partner' : grant.role;
  return grant.kind === 'police' || (grant.kind === 'municipality' && grant.coordinator)
    ? 'police'
    : 'partner';
}
