import type { Insertable, Selectable } from 'kysely';
import type { Grant } from '../../geodata/grant.ts';
import type { AccountTables } from './tables.ts';

type Row = AccountTables['accounts.grant'];

/** A role as it is kept. */
export function writeGrant(person: string, grant: Grant): Insertable<Row> {
  return {
    person,
    role: grant.role,
    municipality: 'municipality' in grant ? grant.municipality : null,
    organisation: 'organisation' in grant ? grant.organisation : null,
    organisation_kind: grant.role === 'partner' ? grant.kind : null,
    coordinator: grant.role === 'partner' && grant.coordinator === true,
  };
}

/** A role that was kept. */
export function readGrant(row: Omit<Selectable<Row>, 'id' | 'person' | 'created_at'>): Grant {
  const { role, municipality, organisation, organisation_kind: kind, coordinator } = row;
  if (role === 'reader' && municipality) return { role, municipality };
  if (role === 'editor' && municipality) return { role, municipality };
  if (role === 'editor' && organisation) return { role, organisation };
  if (role === 'partner' && organisation && kind)
    return coordinator ? { role, organisation, kind, coordinator } : { role, organisation, kind };
  if (role === 'administrator') return { role };
  throw new Error(`the database keeps a role that is none: ${JSON.stringify(row)}`);
}

export function grantsOf(rows: readonly Selectable<Row>[]): Grant[] {
  return rows.map(readGrant);
}
