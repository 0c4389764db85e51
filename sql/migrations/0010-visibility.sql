-- Who may see what, by rules: of a source, an indicator or one category of it, a release (by the name of its package, so
-- that the next one is not open by accident), or a municipality for its own areas. They outlive what they speak of, and may
-- be there before it, so they refer to nothing. Figures, targets and boundary years keep what follows for them.

drop function order_figures(text);

create table visibility_rule (
  kind text collate "C" not null check (kind in ('source', 'indicator', 'release', 'municipality')),
  -- a key, an address, the name of a package or a code
  subject text collate "C" not null check (subject <> ''),
  -- for this level and every smaller one; null: for all
  level text collate "C" check (level in ('municipality', 'district', 'neighbourhood')),
  visibility text not null,
  -- of the demonstration: holds while that is what is shown
  is_demonstration boolean not null default false,
  check (kind <> 'municipality' or coalesce(level in ('district', 'neighbourhood'), false))
);
insert into visibility_rule (kind, subject, level, visibility)
  select 'indicator', key, null, visibility::text from indicator where visibility <> 'public' and item_of is null
  union all
  select 'release', package, null, max(visibility)::text from release
  where visibility <> 'public' and state <> 'withdrawn' group by package;

-- One type in the place of the other: a value that was added to it could not be used before the migrations end.
alter table release drop column visibility;
alter table indicator drop column visibility;
alter table history_indicator drop column visibility;
drop type visibility;
create type visibility as enum ('public', 'partner', 'police', 'administrator');
alter table visibility_rule alter column visibility type visibility using visibility::visibility,
  add check (visibility <> 'public');
create unique index visibility_rule_key on visibility_rule (kind, subject, level) nulls not distinct;
create view active_rule as select kind, subject, level, visibility from visibility_rule
  where not is_demonstration or exists (select from region where demonstration);

-- The whole site, in one row.
create table access (
  only_row boolean primary key default true check (only_row),
  -- to everybody who has not signed in
  is_closed boolean not null default false,
  -- counts changes of this table and of the rules, so that every process notices
  revision bigint not null default 1,
  -- whether what is kept of figures follows from the rules
  is_applied boolean not null
);
insert into access (is_applied) select not exists (select from visibility_rule);

-- Kinds of readers beside those that everybody knows: of several municipalities at once.
create table reader_kind (
  rights visibility[] not null,
  municipalities text[] not null,
  primary key (rights, municipalities)
);

alter table boundary_year add column visibility visibility not null default 'public';
alter table target add column visibility visibility not null default 'public';
alter table observation add column visibility visibility not null default 'public',
  -- of a figure that is not public: the municipality that it is of; null where it is of a larger area
  add column municipality text collate "C";
select keep_history(name) from published_table where name in ('boundary_year', 'target', 'observation', 'indicator');

-- Groups of what is shown to the same readers. What was computed bears the release that computed it, which says nothing of
-- whose figures it is made of: told apart, so that nobody is told of a release by it.
drop table figure_group;
create table figure_group (
  indicator text collate "C" not null references indicator,
  level text collate "C" not null,
  period text collate "C" not null,
  boundary_year integer not null,
  source text collate "C" not null references source,
  release bigint not null references release,
  is_computed boolean not null,
  visibility visibility not null,
  -- empty where there is none
  municipality text collate "C" not null,
  figures integer not null,
  -- how many of them are provisional
  provisional integer not null,
  primary key (indicator, level, period, boundary_year, source, release, is_computed, visibility, municipality)
);

create or replace function count_figures() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into figure_group as known
    select indicator, level, period, boundary_year, source, release, origin in ('aggregated', 'derived'), visibility,
      coalesce(municipality, ''), count(*), count(*) filter (where status = 'provisional')
    from came group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    on conflict (indicator, level, period, boundary_year, source, release, is_computed, visibility, municipality)
      do update set figures = known.figures + excluded.figures, provisional = known.provisional + excluded.provisional;
  end if;
  if tg_op <> 'INSERT' then
    update figure_group as known
    set figures = known.figures - lost.figures, provisional = known.provisional - lost.provisional
    from (
      select indicator, level, period, boundary_year, source, release, origin in ('aggregated', 'derived') as is_computed,
        visibility, coalesce(municipality, '') as municipality, count(*) as figures,
        count(*) filter (where status = 'provisional') as provisional
      from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    ) as lost
    where (known.indicator, known.level, known.period, known.boundary_year, known.source, known.release,
        known.is_computed, known.visibility, known.municipality)
      = (lost.indicator, lost.level, lost.period, lost.boundary_year, lost.source, lost.release,
        lost.is_computed, lost.visibility, lost.municipality);
    delete from figure_group where figures = 0;
  end if;
  return null;
end $$;

insert into figure_group
  select indicator, level, period, boundary_year, source, release, origin in ('aggregated', 'derived'), visibility, '',
    count(*), count(*) filter (where status = 'provisional')
  from observation group by 1, 2, 3, 4, 5, 6, 7, 8;
create index figure_group_closed on figure_group (visibility, municipality) where visibility <> 'public';

-- Columns and orders of values by what they are made of: `shown` names the classes of figures (a visibility, and of what is
-- not public the municipality) that whoever it is for may see of it. A column that is the same for several is kept once.
alter table value_column add column shown text[] not null default '{public}';
alter table value_column drop constraint value_column_pkey, add primary key (indicator, level, hash);
alter table ranking drop column releases, add column shown text not null default 'public';
alter table ranking drop constraint ranking_pkey, add primary key (indicator, level, period, boundary_year, shown);

-- Both follow from the figures and the rules, and change with either: they are made anew when a publication is undone, and
-- go with their indicator.
delete from published_table where name in ('value_column', 'ranking');
drop trigger keep_inserts on value_column;
drop trigger keep_updates on value_column;
drop trigger keep_deletes on value_column;
drop trigger keep_inserts on ranking;
drop trigger keep_updates on ranking;
drop trigger keep_deletes on ranking;
drop table history_value_column, history_ranking;
alter table value_column drop constraint value_column_indicator_fkey,
  add foreign key (indicator) references indicator on delete cascade;
alter table ranking drop constraint ranking_indicator_fkey,
  add foreign key (indicator) references indicator on delete cascade;
