-- The cycle that a municipality's policy goes through, step by step, and what it means to do.

-- The steps, with their wording, documents and who decides: data, so that another region walks other steps. One that is
-- followed is never changed; a new version stands beside it.
create table policy_template (
  key text collate "C" not null check (key ~ '^[a-z0-9-]+$'),
  version integer not null check (version > 0),
  -- as geodata/policy/template.ts tells it, without key and version
  content jsonb not null,
  primary key (key, version)
);

create table policy_cycle (
  id uuid primary key,
  -- GM code
  municipality text collate "C" not null check (municipality ~ '^GM\d{4}$'),
  template text collate "C" not null,
  template_version integer not null,
  from_year integer not null check (from_year between 1990 and 2100),
  to_year integer not null check (to_year between from_year and from_year + 11),
  visibility visibility not null default 'public',
  -- counts changes, so that the second of two editors is told
  version integer not null default 1,
  -- of the demonstration: seen while that is what is shown
  is_demonstration boolean not null default false,
  foreign key (template, template_version) references policy_template,
  unique (municipality, template, from_year, is_demonstration)
);

-- A step without a row has not begun and says nothing.
create table policy_step (
  cycle uuid not null references policy_cycle on delete cascade,
  -- key of the step in the template
  step text collate "C" not null,
  state text not null check (state in ('not-begun', 'in-progress', 'done', 'not-applicable')),
  -- a role or an organisation
  owner text not null default '',
  -- who has it in hand, where that is somebody who signs in
  owner_person text references accounts.person on delete set null,
  due date,
  document_title text not null default '',
  document_url text,
  -- a document that is kept here
  document bigint references contribution on delete set null,
  decision text not null default '',
  decided_on date,
  version integer not null default 1,
  primary key (cycle, step)
);
create index policy_step_owner on policy_step (owner_person);
create index policy_step_document on policy_step (document);

create table policy_priority (
  id uuid primary key,
  cycle uuid not null references policy_cycle on delete cascade,
  place integer not null,
  title text not null,
  about text not null default '',
  -- addresses of indicators and categories; what is to be reached stands in `target`
  indicators text[] not null default '{}',
  version integer not null default 1
);
create index policy_priority_cycle on policy_priority (cycle);

create table policy_action (
  id uuid primary key,
  priority uuid not null references policy_priority on delete cascade,
  place integer not null,
  what text not null,
  organisation text not null,
  until date,
  state text not null check (state in ('not-begun', 'in-progress', 'done', 'not-applicable')),
  version integer not null default 1
);
create index policy_action_priority on policy_action (priority);
