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
