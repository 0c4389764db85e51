-- How each attempt at refreshing a source ended.
create table refresh_run (
  id bigint generated always as identity primary key,
  refresh text collate "C" not null,
  -- 1 for the first, more where earlier ones failed
  attempt integer not null,
  started_at timestamptz not null,
  ended_at timestamptz not null default clock_timestamp(),
  outcome text not null check (outcome in ('staged', 'published', 'unchanged', 'failed')),
  -- that it made, or that holds the same files already
  release bigint references release,
  -- what failed, and how to go on
  message text,
  check ((outcome = 'failed') = (message is not null))
);
create index refresh_run_latest on refresh_run (refresh, id);
