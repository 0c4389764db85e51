-- Who may sign in, how, and what may be shown to them. The first four tables are as better-auth 1.7.25 makes them
-- (compileMigrations), with names of our own; the others are ours.

create schema accounts;

create table accounts.person (
  id text primary key,
  name text not null,
  -- in lower case
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp,
  -- may not sign in any more
  ended_at timestamptz
);

create table accounts.session (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  -- when it was last used, to the minute
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  person text not null references accounts.person on delete cascade,
  -- what was shown beside a password or the word of a provider; null: nothing, and then only what is public may be seen
  second_factor text check (second_factor in ('totp', 'recovery-code', 'passkey', 'provider'))
);
create index session_person on accounts.session (person);

-- A password, or who somebody is at a provider.
create table accounts.credential (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  person text not null references accounts.person on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index credential_person on accounts.credential (person);

create table accounts.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index verification_identifier on accounts.verification (identifier);

create table accounts.totp (
  person text primary key references accounts.person on delete cascade,
  -- encrypted with the secret of the product
  secret text not null,
  -- the step of the last code that was used: no code counts twice
  last_step bigint not null,
  created_at timestamptz not null default now()
);

create table accounts.recovery_code (
  hash bytea primary key,
  person text not null references accounts.person on delete cascade
);
create index recovery_code_person on accounts.recovery_code (person);

create table accounts.passkey (
  id text primary key,
  person text not null references accounts.person on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_person on accounts.passkey (person);

-- Only the hash of the word in its link is kept. One that is used or withdrawn goes.
create table accounts.invitation (
  id bigint generated always as identity primary key,
  hash bytea not null unique,
  email text not null,
  name text not null,
  -- who begins anew with it; null: a new person
  person text unique references accounts.person on delete cascade,
  grants jsonb not null,
  invited_by text references accounts.person on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create unique index invitation_email on accounts.invitation (email);

create table accounts."grant" (
  id bigint generated always as identity primary key,
  person text not null references accounts.person on delete cascade,
  role text not null check (role in ('administrator', 'editor', 'partner', 'reader')),
  -- GM-code; of an editor or a reader of a municipality
  municipality text check (municipality ~ '^GM\d{4}$'),
  -- of a partner or an editor
  organisation text check (organisation <> ''),
  organisation_kind text check (organisation_kind in ('police', 'municipality', 'other')),
  coordinator boolean not null default false,
  created_at timestamptz not null default now(),
  check (case role
    when 'administrator' then municipality is null and organisation is null and organisation_kind is null
    when 'partner' then municipality is null and organisation is not null and organisation_kind is not null
    when 'reader' then municipality is not null and organisation is null and organisation_kind is null
    else num_nonnulls(municipality, organisation) = 1 and organisation_kind is null end),
  check (not coordinator or (role = 'partner' and organisation_kind = 'municipality'))
);
create index grant_person on accounts."grant" (person);

-- How often something was tried, by account or by address, as the hash of which.
create table accounts.attempt (
  key text primary key,
  count integer not null,
  since timestamptz not null
);
