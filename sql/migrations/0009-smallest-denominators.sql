-- A rate, share or mean of too few people is no figure: how many there must be is told of each indicator, and areas with
-- fewer have a status of their own. Figures that are there stay as they are until they are published again.
alter table indicator add column smallest_denominator double precision check (smallest_denominator > 0);
select keep_history('indicator');

-- What a source gives of too few people is kept, with a row that goes before it.
do $$
declare
  replaced text;
begin
  -- Their names have a number where the table was made anew.
  for replaced in select conname from pg_constraint
    where conrelid = 'observation'::regclass and conname ~ '^observation_(status|origin)_check\d*$'
  loop
    execute format('alter table observation drop constraint %I', replaced);
  end loop;
end $$;
alter table observation add constraint observation_status_check check (
  status in ('final', 'provisional', 'estimated', 'suppressed', 'missing', 'not-asked', 'too-few'));
alter table observation add constraint observation_origin_check check (
  origin in ('published', 'aggregated', 'derived', 'withheld'));
alter table observation drop constraint observation_pkey;
alter table observation drop column precedence;
alter table observation add column precedence smallint not null generated always as (
  case origin when 'withheld' then -1 when 'published' then 0 when 'derived' then 1 else 2 end
) stored;
alter table observation add primary key (indicator, level, period, boundary_year, area, precedence);
select keep_history('observation');
