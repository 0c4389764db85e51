import type { Grant } from './grant.ts';

/** Whether somebody with these roles may change what a municipality says of itself: its editors, and administrators. */
export function mayEdit(grants: readonly Grant[], municipality: string): boolean {
  return grants.some(
    (grant) =>
      grant.role === 'administrator' ||
      (grant.role === 'editor' && 'municipality' in grant && grant.municipality === municipality),
  );
}

/** Whether somebody with these roles may work together with others: anybody but who only reads. */
export function mayJoin(grants: readonly Grant[]): boolean {
  return grants.some(({ role }) => role !== 'reader');
}

/** The organisation that somebody works for, as others are told: by name, by municipality, or of the region. */
export function organisationOf(
  grants: readonly Grant[],
): { organisation: string } | { municipality: string } | null {
  for (const grant of grants) {
    if ('organisation' in grant) return { organisation: grant.organisation };
    if ('municipality' in grant) return { municipality: grant.municipality };
  }
  return null;
}
