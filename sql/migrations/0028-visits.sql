-- When somebody was last here, to tell what changed since.
create table accounts.visit (
  person text primary key references accounts.person on delete cascade,
  -- the last time that anything was looked at in this visit
  at timestamptz not null,
  -- the end of the visit before it; absent in the first
  before timestamptz
);
