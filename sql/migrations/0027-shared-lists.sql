-- Areas of several municipalities with the same problem, tackled together.
create table shared_list (
  id uuid primary key,
  title text not null,
  about text not null default '',
  -- address of an indicator or a category
  indicator text collate "C" not null,
  -- what is wrong with it there
  direction text not null check (direction in ('higher', 'lower')),
  -- in which it was found, and what later figures are held against
  period text collate "C" not null,
  visibility visibility not null default 'partner' check (visibility in ('public', 'partner')),
  created_by text references accounts.person on delete set null,
  created_on date not null default current_date,
  version integer not null default 1,
  -- of the demonstration: seen while that is what is shown
  is_demonstration boolean not null default false
);

create table shared_list_area (
  list uuid not null references shared_list on delete cascade,
  area text collate "C" not null,
  -- a role or an organisation
  owner text not null default '',
  owner_person text references accounts.person on delete set null,
  -- the practice that is tried here, where it is kept
  practice bigint references contribution on delete set null,
  practice_title text not null default '',
  note text not null default '',
  version integer not null default 1,
  primary key (list, area)
);
create index shared_list_area_owner on shared_list_area (owner_person);
create index shared_list_area_practice on shared_list_area (practice);

create table shared_list_member (
  id bigint generated always as identity primary key,
  list uuid not null references shared_list on delete cascade,
  organisation text not null,
  -- absent where it is the organisation as such
  person text references accounts.person on delete cascade,
  joined_on date not null default current_date,
  unique (list, person)
);
