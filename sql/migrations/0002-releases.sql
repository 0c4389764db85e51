-- Releases that can be looked at before they are shown, and taken back to the last bit.

alter table release drop constraint release_state_check;
alter table release add constraint release_state_check check (state in ('staged', 'checked', 'published', 'withdrawn'));

-- What a release was made of, by the checksum that release.files names: equal files are kept once. In parts of a size
-- that the embedded database takes.
create table stored_file (
  sha256 text collate "C" not null,
  part integer not null,
  brotli bytea not null,
  primary key (sha256, part)
);

-- Publications that stand on each other, in order of their number: the last is the one that can be undone.
create table publication (
  id bigint generated always as identity primary key,
  release bigint not null references release,
  -- releases that it took the place of
  superseded bigint[] not null default '{}',
  published_at timestamptz not null default clock_timestamp()
);

create table release_act (
  id bigint generated always as identity primary key,
  release bigint not null references release,
  act text not null check (act in ('stage', 'check', 'publish', 'supersede', 'withdraw', 'restore')),
  from_state text,
  to_state text not null,
  by_whom text not null,
  note text,
  at timestamptz not null default clock_timestamp()
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail of releases is written once: rows of % are never changed', tg_table_name;
end $$;
create trigger release_act_is_kept before update or delete or truncate on release_act
  for each statement execute function refuse_change();

-- A row that appears once a key: what a restored row takes the place of.
create unique index lineage_key on lineage (level, from_year, to_year, from_code, to_code) nulls not distinct;

-- The published tables, parents before children. While the setting wijkinformatie.publication holds the number of a
-- publication, whatever a statement changes in them is kept in history_<name>: the key of a row that came, and a row
-- that changed or went as it was.
create table published_table (
  name text collate "C" primary key,
  place integer not null unique,
  key_columns text[] not null,
  -- false where rows carry the release that wrote them, so that rows that came need not be kept
  keeps_inserts boolean not null
);

create function list_columns(relation text, is_stored boolean) returns text[] language sql stable as $$
  select array_agg(attname::text order by attnum) from pg_attribute
  where attrelid = relation::regclass and attnum > 0 and not attisdropped and (is_stored or attgenerated = '')
$$;

create function record_history() returns trigger language plpgsql as $$
declare
  current_publication text := current_setting('wijkinformatie.publication', true);
  kept text;
begin
  if coalesce(current_publication, '') = '' then return null; end if;
  select string_agg(quote_ident(name), ', ') into kept from unnest(case tg_op
    when 'INSERT' then (select key_columns from published_table where name = tg_table_name)
    else list_columns(tg_table_name, true) end) as name;
  execute format('insert into %I (publication, step, action, %s) select $1, $2, $3, %s from changed',
    'history_' || tg_table_name, kept, kept)
    using current_publication::bigint, nextval('history_step'), lower(tg_op);
  return null;
end $$;

create sequence history_step;

-- Brings the history of a published table in line with the table. A migration that adds a column to one, or makes it
-- anew, ends with this.
create function keep_history(base text) returns void language plpgsql as $$
declare
  history text := 'history_' || base;
  watched published_table;
  missing record;
begin
  select * into strict watched from published_table where name = base;
  if to_regclass(history) is null then
    execute format('create table %I as select null::bigint as publication, null::bigint as step, null::text as action,
      t.* from %I as t with no data', history, base);
    execute format('alter table %I add foreign key (publication) references publication on delete cascade', history);
    execute format('create index on %I (publication)', history);
  end if;
  for missing in
    select attname, format_type(atttypid, atttypmod) as type, pg_get_expr(adbin, adrelid) as fallback
    from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum and attgenerated = ''
    where attrelid = base::regclass and attnum > 0 and not attisdropped
      and attname not in (select unnest(list_columns(history, true)))
  loop
    execute format('alter table %I add column %I %s %s', history, missing.attname, missing.type,
      'default ' || missing.fallback);
  end loop;
  execute format('drop trigger if exists keep_inserts on %1$I; drop trigger if exists keep_updates on %1$I;
    drop trigger if exists keep_deletes on %1$I', base);
  if watched.keeps_inserts then
    execute format('create trigger keep_inserts after insert on %I referencing new table as changed
      for each statement execute function record_history()', base);
  end if;
  execute format('create trigger keep_updates after update on %I referencing old table as changed
    for each statement execute function record_history()', base);
  execute format('create trigger keep_deletes after delete on %I referencing old table as changed
    for each statement execute function record_history()', base);
end $$;

-- Makes every published table what it was before the last publication. Rows that changed or went come back first,
-- parents before children; then rows that had come go, children before parents.
create function undo_publication(undone bigint) returns void language plpgsql as $$
declare
  written_by bigint;
  t record;
begin
  select release into strict written_by from publication where id = undone;
  if exists (select from publication where id > undone) then
    raise exception 'publication % is not the last one', undone;
  end if;
  perform set_config('wijkinformatie.publication', '', true);
  for t in select * from describe_published_tables() order by place loop
    execute format('insert into %1$I as t (%2$s) overriding system value
      select %2$s from (select distinct on (%3$s) * from %4$I where publication = $1 order by %3$s, step) as before
      where action <> ''insert'' %5$s on conflict (%3$s) do update set %6$s',
      t.name, t.columns, t.keys, 'history_' || t.name, case when not t.keeps_inserts then 'and release <> $2' end,
      t.renewal) using undone, written_by;
  end loop;
  for t in select * from describe_published_tables() order by place desc loop
    if t.keeps_inserts then
      execute format('delete from %1$I as t using
        (select distinct on (%2$s) * from %3$I where publication = $1 order by %2$s, step) as came
        where action = ''insert'' and %4$s', t.name, t.keys, 'history_' || t.name, t.matching) using undone;
    else
      execute format('delete from %I where release = $1', t.name) using written_by;
    end if;
  end loop;
  delete from publication where id = undone;
end $$;

-- The pieces of SQL that undoing needs of each published table.
create function describe_published_tables()
returns table (name text, place integer, keeps_inserts boolean, keys text, columns text, renewal text, matching text)
language sql stable as $$
  select name, place, keeps_inserts,
    (select string_agg(quote_ident(key), ', ') from unnest(key_columns) as key),
    (select string_agg(quote_ident(c), ', ') from unnest(list_columns(name, false)) as c),
    (select string_agg(format('%1$I = excluded.%1$I', c), ', ') from unnest(list_columns(name, false)) as c
      where c <> all(key_columns)),
    (select string_agg(format('coalesce(t.%1$I::text, '''') = coalesce(came.%1$I::text, '''')', key), ' and ')
      from unnest(key_columns) as key)
  from published_table
$$;

insert into published_table (place, name, key_columns, keeps_inserts) values
  (1, 'region', '{key}', true),
  (2, 'source', '{key}', true),
  (3, 'theme', '{key}', true),
  (4, 'indicator', '{key}', true),
  (5, 'boundary_year', '{year}', true),
  (6, 'area_version', '{level,index}', true),
  (7, 'area', '{boundary_year,code}', true),
  (8, 'lineage', '{level,from_year,to_year,from_code,to_code}', true),
  (9, 'observation', '{indicator,level,period,boundary_year,area,precedence}', false),
  (10, 'tileset', '{boundary_year}', true),
  (11, 'tile', '{boundary_year,z,x,y}', true),
  (12, 'value_column', '{indicator,level}', true);
select keep_history(name) from published_table order by place;
