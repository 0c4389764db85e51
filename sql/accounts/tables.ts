import type { ColumnType, Generated } from 'kysely';
import type { Grant, OrganisationKind, Role } from '../../geodata/grant.ts';

/** What a session showed beside a password or what a provider says. */
export const secondFactors = ['totp', 'recovery-code', 'passkey', 'provider'] as const;
export type SecondFactor = (typeof secondFactors)[number];

/** The tables of schema `accounts`, as Kysely sees them. */
export interface AccountTables {
  'accounts.person': {
    id: string;
    name: string;
    email: string;
    email_verified: boolean;
    created_at: Generated<Date>;
    updated_at: Generated<Date>;
    ended_at: Date | null;
    is_demonstration: Generated<boolean>;
  };
  'accounts.session': {
    id: string;
    expires_at: Date;
    token: string;
    created_at: Generated<Date>;
    updated_at: Date;
    ip_address: string | null;
    user_agent: string | null;
    person: string;
    second_factor: SecondFactor | null;
  };
  'accounts.credential': {
    id: string;
    account_id: string;
    provider_id: string;
    person: string;
    password: string | null;
    created_at: Generated<Date>;
    updated_at: Date;
  };
  'accounts.verification': { id: string; identifier: string; value: string; expires_at: Date };
  'accounts.totp': { person: string; secret: string; last_step: number; created_at: Generated<Date> };
  'accounts.recovery_code': { hash: Uint8Array; person: string };
  'accounts.passkey': {
    id: string;
    person: string;
    public_key: Uint8Array;
    counter: number;
    transports: string[];
    name: string;
    created_at: Generated<Date>;
    used_at: Date | null;
  };
  'accounts.invitation': {
    id: Generated<number>;
    hash: Uint8Array;
    email: string;
    name: string;
    person: string | null;
    grants: ColumnType<Grant[], string, string>;
    invited_by: string | null;
    created_at: Generated<Date>;
    expires_at: Date;
    is_demonstration: Generated<boolean>;
  };
  'accounts.grant': {
    id: Generated<number>;
    person: string;
    role: Role;
    municipality: string | null;
    organisation: string | null;
    organisation_kind: OrganisationKind | null;
    coordinator: boolean;
    created_at: Generated<Date>;
  };
  /** When somebody was last here, and at the end of the visit before. */
  'accounts.visit': { person: string; at: Date; before: Date | null };
  'accounts.attempt': { key: string; count: number; since: Date };
}
