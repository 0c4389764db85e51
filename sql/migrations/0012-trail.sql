-- What was done by whom: only added to, each entry chained to the one before it by a hash, so that a change or a gap shows.
-- An entry names a person by number only. Who is removed leaves a number that leads nowhere, and the chain holds.
create table trail (
  number bigint primary key,
  at timestamptz not null,
  act text not null check (act ~ '^[a-z-]+$'),
  -- person:<id>, command (who may run commands on the server), server, or visitor (nobody that is known)
  actor text not null check (actor ~ '^(command|server|visitor|person:[A-Za-z0-9_-]+)$'),
  subject text check (subject ~ '^[^\n]+$'),
  -- JSON, kept as it was written
  detail text check (detail ~ '^[^\n]+$'),
  hash bytea not null
);
create index trail_act on trail (act, number);
create index trail_actor on trail (actor, number);

-- One row: the last entry, and the last one that was taken away because it was kept long enough.
create table trail_end (
  only_one boolean primary key default true check (only_one),
  number bigint not null,
  hash bytea not null,
  removed_number bigint not null,
  removed_hash bytea not null
);
insert into trail_end (number, hash, removed_number, removed_hash) values (0, '', 0, '');

-- What the hash of an entry is taken of, after the hash before it: a line each, an absent one empty.
create function trail_text(entry trail) returns text language sql stable as $$
  select concat(entry.number, E'\n',
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), E'\n',
    entry.act, E'\n', entry.actor, E'\n', entry.subject, E'\n', entry.detail)
$$;

-- The row of trail_end is what writers wait for, so that all of them make one chain.
create function chain_trail() returns trigger language plpgsql as $$
declare
  before bytea;
begin
  select hash into before from trail_end for update;
  update trail_end set number = number + 1 returning number into new.number;
  new.at := clock_timestamp();
  new.hash := sha256(before || convert_to(trail_text(new), 'UTF8'));
  update trail_end set hash = new.hash;
  return new;
end $$;
create trigger trail_chained before insert on trail for each row execute function chain_trail();

create function refuse_trail_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('trail.removing', true) = 'on' then return old; end if;
  raise exception 'the trail is only added to' using errcode = 'insufficient_privilege';
end $$;
create trigger trail_kept before update or delete on trail for each row execute function refuse_trail_change();
create trigger trail_not_emptied before truncate on trail execute function refuse_trail_change();

-- Takes away what is older than a time, from the beginning on, and remembers where the rest follows on.
create function remove_trail_before(until timestamptz) returns bigint language plpgsql as $$
declare
  last trail;
  removed bigint;
begin
  perform from trail_end for update;
  select * into last from trail
    where number < coalesce((select min(number) from trail where at >= until), (select max(number) + 1 from trail))
    order by number desc limit 1;
  if last.number is null then return 0; end if;
  perform set_config('trail.removing', 'on', true);
  delete from trail where number <= last.number;
  get diagnostics removed = row_count;
  perform set_config('trail.removing', 'off', true);
  update trail_end set removed_number = last.number, removed_hash = last.hash;
  return removed;
end $$;
