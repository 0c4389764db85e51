-- Practices: what was done about a problem, where, by whom and from when; and where others do it too.

-- What only a practice says, by its revision: whose figure it is about, and where, stands in the revision itself.
create table practice_revision (
  contribution bigint not null,
  revision integer not null,
  -- of the figure: what the problem was
  direction text not null check (direction in ('high', 'low')),
  done_by text not null check (done_by <> ''),
  -- what that organisation did in it
  part text not null,
  began_on date not null,
  cost text not null,
  -- [{"title", "url"}]
  links jsonb not null,
  primary key (contribution, revision),
  foreign key (contribution, revision) references contribution_revision on delete cascade
);

-- Who does the same elsewhere, and since when: a contribution too, which somebody else reads before it is shown.
alter table contribution drop constraint contribution_kind_check;
alter table contribution add constraint contribution_kind_check
  check (kind in ('story', 'practice', 'news', 'document', 'adoption'));
create table adoption_revision (
  contribution bigint not null,
  revision integer not null,
  practice bigint not null references contribution on delete cascade,
  began_on date not null,
  primary key (contribution, revision),
  foreign key (contribution, revision) references contribution_revision on delete cascade
);
create index adoption_revision_practice on adoption_revision (practice);
