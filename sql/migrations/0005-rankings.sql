-- The values of a level in order, so that the rank of an area is looked up and not counted over all of its level. Written
-- with the columns, of the figures that whoever sees the indicator may see.
create table ranking (
  indicator text collate "C" not null references indicator,
  level text collate "C" not null,
  period text collate "C" not null,
  boundary_year integer not null,
  -- releases that gave figures: who may see others than just these is not answered from here
  releases bigint[] not null,
  areas integer not null,
  -- from low to high, equal ones each
  ordered double precision[] not null,
  primary key (indicator, level, period, boundary_year)
);
-- Read whole at every look: as it is, without unpacking.
alter table ranking alter column ordered set storage external;

create function order_figures(wanted text) returns setof ranking language sql stable as $$
  select indicator, level, period, boundary_year,
    array(select distinct release.id from figure_group join release on release.id = figure_group.release
        and release.state = 'published' and release.visibility in ('public', shown.visibility)
      where (figure_group.indicator, figure_group.level, figure_group.period, figure_group.boundary_year)
        = (shown.indicator, shown.level, shown.period, shown.boundary_year) order by release.id),
    count(*)::integer, array_agg(value order by value)
  from (
    select distinct on (level, period, boundary_year, area) figure.*, indicator.visibility
    from observation as figure
    join indicator on indicator.key = figure.indicator
    join release on release.id = figure.release and release.state = 'published'
      and release.visibility in ('public', indicator.visibility)
    where figure.indicator = wanted
    order by level, period, boundary_year, area, precedence
  ) as shown
  where value is not null
  group by indicator, level, period, boundary_year, visibility
$$;

insert into ranking select ordered.* from indicator cross join lateral order_figures(indicator.key) as ordered;

insert into published_table (place, name, key_columns, keeps_inserts)
  select max(place) + 1, 'ranking', '{indicator,level,period,boundary_year}', true from published_table;
select keep_history('ranking');
