import type { Reader } from '../reader.ts';
import type { Visibility } from '../tables.ts';

export const organisationKinds = ['police', 'municipality', 'other'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What a person may be, each for the region, a municipality (by its GM-code) or an organisation (by its name). */
export type Grant =
  | { readonly role: 'administrator' }
  | { readonly role: 'editor'; readonly municipality: string }
  | { readonly role: 'editor'; readonly organisation: string }
  | {
      readonly role: 'partner';
      readonly organisation: string;
      readonly kind: OrganisationKind;
      /** Coordinates safety in a municipality. */
      readonly coordinator?: boolean | undefined;
    }
  | { readonly role: 'reader'; readonly municipality: string };
export type Role = Grant['role'];

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
