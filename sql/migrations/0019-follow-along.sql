-- Sessions in which the maps of others follow those of a presenter. The state is an address and what is said of it, never
-- a figure; every process that has followers reads it here.
create table follow_session (
  code text collate "C" primary key,
  -- SHA-256 of the presenter's key, which is kept nowhere
  key_hash text collate "C" not null,
  state jsonb not null,
  -- counts every change of the state
  version bigint not null default 1,
  started_at timestamptz not null default now(),
  -- when the presenter was last heard of
  seen_at timestamptz not null default now(),
  ended_at timestamptz
);

-- How many follow at each process of the server, as it last said.
create table follow_presence (
  code text collate "C" not null references follow_session on delete cascade,
  process uuid not null,
  followers integer not null,
  counted_at timestamptz not null default now(),
  primary key (code, process)
);
