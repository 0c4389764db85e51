-- Presentations: views in an order, with what is said of each. A slide keeps the query of an address, never a figure, so
-- that whoever opens it sees with his own rights.
create table presentation (
  id uuid primary key,
  title text not null check (title <> ''),
  owner text not null references accounts.person on delete cascade,
  -- who may see it beside its owner; nobody, where it is the owner's
  shared_with text not null default 'owner'
    check (shared_with in ('owner', 'organisation', 'public', 'partner', 'police')),
  -- the owner's, by its name, where it is shared with that
  organisation text,
  -- [{address, title, sentence, notes}]
  slides jsonb not null,
  version integer not null default 1,
  changed_on date not null default current_date,
  check ((shared_with = 'organisation') = (organisation is not null))
);
create index presentation_owner on presentation (owner);
