-- What municipalities mean to reach. A row is about an indicator or one category of it, whoever gives its figures.
create table target (
  -- GM code
  municipality text collate "C" not null,
  indicator text collate "C" not null references indicator on delete cascade,
  -- the year that it is to be reached in
  period text collate "C" not null,
  value double precision not null,
  -- the plan or decision that sets it
  source_title text not null,
  source_url text,
  release bigint not null references release,
  primary key (municipality, indicator, period)
);
create index target_indicator on target (indicator);

insert into published_table (place, name, key_columns, keeps_inserts)
  select max(place) + 1, 'target', '{municipality,indicator,period}', false from published_table;
select keep_history('target');
