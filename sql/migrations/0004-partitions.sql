-- Figures in parts by indicator, which is what almost every question names: an index of a part stays small enough for
-- memory when the whole does not, and a part is vacuumed and analysed by itself. Parts by hash are as many from the
-- first, so that a publication makes no tables.

alter table observation rename to observation_whole;
alter table observation_whole rename constraint observation_pkey to observation_whole_pkey;
alter index observation_area rename to observation_whole_area;

create table observation (
  indicator text collate "C" not null,
  boundary_year integer not null,
  area text collate "C" not null,
  level text collate "C" not null,
  period text collate "C" not null,
  origin text not null check (origin in ('published', 'aggregated', 'derived')),
  value double precision,
  lower double precision,
  upper double precision,
  sample_size integer,
  status text not null check (status in ('final', 'provisional', 'estimated', 'suppressed', 'missing', 'not-asked')),
  source text collate "C" not null,
  note jsonb,
  release bigint not null,
  -- what a source gives for a level wins from what we compute; both are kept
  precedence smallint not null generated always as (
    case origin when 'published' then 0 when 'derived' then 1 else 2 end
  ) stored,
  primary key (indicator, level, period, boundary_year, area, precedence),
  foreign key (boundary_year, area) references area (boundary_year, code) on delete cascade,
  check ((value is not null) = (status in ('final', 'provisional', 'estimated')))
) partition by hash (indicator);

do $$ begin
  for part in 0..15 loop
    execute format('create table observation_%s partition of observation for values with (modulus 16, remainder %s)',
      part, part);
  end loop;
end $$;

insert into observation (indicator, boundary_year, area, level, period, origin, value, lower, upper, sample_size, status,
    source, note, release)
  select indicator, boundary_year, area, level, period, origin, value, lower, upper, sample_size, status, source, note,
    release
  from observation_whole;
drop table observation_whole;
create index observation_area on observation (area, boundary_year, indicator);

-- What there is of figures, so that neither the catalogue nor a list of sources needs to count them all. It also stands
-- for the figures towards indicators, sources and releases: one check a group instead of one a figure.
create table figure_group (
  indicator text collate "C" not null references indicator,
  level text collate "C" not null,
  period text collate "C" not null,
  boundary_year integer not null,
  source text collate "C" not null references source,
  release bigint not null references release,
  figures integer not null,
  -- how many of them are provisional
  provisional integer not null,
  primary key (indicator, level, period, boundary_year, source, release)
);

create function count_figures() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into figure_group as known (indicator, level, period, boundary_year, source, release, figures, provisional)
    select indicator, level, period, boundary_year, source, release, count(*), count(*) filter (where status = 'provisional')
    from came group by indicator, level, period, boundary_year, source, release
    on conflict (indicator, level, period, boundary_year, source, release) do update set
      figures = known.figures + excluded.figures, provisional = known.provisional + excluded.provisional;
  end if;
  if tg_op <> 'INSERT' then
    update figure_group as known
    set figures = known.figures - lost.figures, provisional = known.provisional - lost.provisional
    from (
      select indicator, level, period, boundary_year, source, release, count(*) as figures,
        count(*) filter (where status = 'provisional') as provisional
      from gone group by indicator, level, period, boundary_year, source, release
    ) as lost
    where (known.indicator, known.level, known.period, known.boundary_year, known.source, known.release)
      = (lost.indicator, lost.level, lost.period, lost.boundary_year, lost.source, lost.release);
    delete from figure_group where figures = 0;
  end if;
  return null;
end $$;

create trigger count_inserts after insert on observation referencing new table as came
  for each statement execute function count_figures();
create trigger count_updates after update on observation referencing old table as gone new table as came
  for each statement execute function count_figures();
create trigger count_deletes after delete on observation referencing old table as gone
  for each statement execute function count_figures();

insert into figure_group
  select indicator, level, period, boundary_year, source, release, count(*), count(*) filter (where status = 'provisional')
  from observation group by indicator, level, period, boundary_year, source, release;

select keep_history('observation');
