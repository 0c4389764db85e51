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
/** Whether one of these roles is an administrator's, who may do what others may. */
export function mayAdminister(grants: readonly Grant[]): boolean {
  return grants.some(({ role }) => role === 'administrator');
}

/** Codes of the municipalities that somebody with these roles edits for by name. */
export function listEdited(grants: readonly Grant[]): string[] {
  return grants.flatMap((grant) =>
    grant.role === 'editor' && 'municipality' in grant ? [grant.municipality] : [],
  );
}

/** Whether somebody with these roles edits for a municipality, or for the region where it is null. */
export function mayEdit(grants: readonly Grant[], municipality: string | null): boolean {
  return mayAdminister(grants) || (municipality !== null && listEdited(grants).includes(municipality));
}

/** Whether somebody with these roles writes and works with others: anybody but who only reads. */
export function mayTakePart(grants: readonly Grant[]): boolean {
  return grants.some(({ role }) => role !== 'reader');
}
