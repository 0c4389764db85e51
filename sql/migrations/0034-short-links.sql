-- Short links: an address of the product under a short name, which never changes what it means. A frozen one says the
-- figures of when it was made, which are kept beside it.
create table short_link (
  id text collate "C" primary key,
  -- the query of the address, as the product writes it
  address text not null,
  -- of the address and of what it is frozen to: the same twice is one link
  content text collate "C" not null unique,
  is_frozen boolean not null default false,
  -- the last publication that it is frozen to; null: it is not frozen, or that publication was taken back
  publication bigint references publication on delete set null,
  created_on date not null default current_date
);

-- The figures that a frozen link is about.
create table short_link_figures (
  link text collate "C" not null references short_link on delete cascade,
  indicator text collate "C" not null,
  level text collate "C" not null,
  primary key (link, indicator, level)
);

-- Columns as they were when a link was frozen, for every kind of reader that had one of its own. What is taken back takes
-- them with it.
create table kept_column (
  id bigint generated always as identity primary key,
  publication bigint references publication on delete cascade,
  indicator text collate "C" not null,
  level text collate "C" not null,
  hash text collate "C" not null,
  shown text[] not null,
  brotli bytea not null,
  gzip bytea not null
);
create unique index kept_column_key on kept_column (indicator, level, hash, publication) nulls not distinct;
create index on kept_column (publication);
create index on short_link (publication);
