-- Figures that point at somebody are suppressed at publication, with others that would give them away. What is shown stands
-- in observation, as ever; the true figures behind it stand apart, where no question of a reader looks: they are for
-- computing again at the next publication.
alter table indicator add column disclosure jsonb;
select keep_history('indicator');

create table confidential_figure (
  indicator text collate "C" not null references indicator on delete cascade,
  boundary_year integer not null,
  area text collate "C" not null,
  level text collate "C" not null,
  period text collate "C" not null,
  origin text not null,
  value double precision,
  lower double precision,
  upper double precision,
  sample_size integer,
  status text not null,
  source text collate "C" not null,
  note jsonb,
  release bigint not null references release,
  primary key (indicator, level, period, boundary_year, area),
  foreign key (boundary_year, area) references area (boundary_year, code) on delete cascade
);
insert into published_table (place, name, key_columns, keeps_inserts)
  select max(place) + 1, 'confidential_figure', '{indicator,level,period,boundary_year,area}', true from published_table;
select keep_history('confidential_figure');

-- What releases that were taken back had shown of indicators with a rule, and told of what they suppressed: whoever kept
-- them still knows. Never taken back itself.
create table once_shown (
  indicator text collate "C" not null,
  boundary_year integer not null,
  area text collate "C" not null,
  level text collate "C" not null,
  period text collate "C" not null,
  value double precision,
  rounded_to double precision,
  reason text,
  hidden double precision
);
create unique index once_shown_key on once_shown
  (indicator, level, period, boundary_year, area, value, rounded_to, reason, hidden) nulls not distinct;
