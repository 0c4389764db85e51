import type { GrantBody } from '../../data/accounts.ts';
import { municipalityNames } from '../../state/catalog.ts';
import { accountWords } from '../../state/screen/account-words.ts';

/** Roles in words, such as `Partner (Politie Oost-Nederland)`. */
export function describeRoles(grants: readonly GrantBody[]): string {
  return grants.map(describeRole).join(', ');
}

function describeRole(grant: GrantBody): string {
  const { roles, coordinator } = accountWords.value.people;
  const where =
    'municipality' in grant
      ? (municipalityNames.value.get(grant.municipality) ?? grant.municipality)
      : 'organisation' in grant
        ? grant.organisation
        : null;
  const more = grant.role === 'partner' && grant.coordinator ? coordinator : null;
  const told = [where, more].filter(Boolean).join(', ');
  return told ? `${roles[grant.role]} (${told})` : roles[grant.role];
}
