-- The nouns of the domain. Rows here are published figures: an import writes all of its rows in one transaction, or none.

create extension if not exists postgis;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create type visibility as enum ('public', 'partner', 'administrator');

create table region (
  key text primary key,
  name_nl text not null,
  name_en text not null,
  municipalities text[] not null,
  demonstration boolean not null
);

create table release (
  id bigint generated always as identity primary key,
  package text not null,
  title text not null,
  state text not null check (state in ('staged', 'published', 'withdrawn')),
  demonstration boolean not null,
  -- [{path, bytes, sha256}] of every file read
  files jsonb not null,
  -- the import's report: rows read, areas and observations written, statuses, repairs
  counts jsonb not null,
  visibility visibility not null default 'public',
  imported_by text not null,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  withdrawn_at timestamptz
);

create table source (
  key text primary key,
  title text not null,
  url text,
  licence_name text,
  licence_title text,
  licence_url text
);

create table theme (
  key text primary key,
  parent text references theme,
  name_nl text not null,
  name_en text not null,
  position integer not null
);

create table indicator (
  key text primary key,
  theme text not null references theme,
  name_nl text not null,
  name_en text not null,
  unit text not null,
  kind text not null check (kind in ('count', 'rate', 'share', 'score', 'amount')),
  decimals integer not null,
  polarity text not null check (polarity in ('higher-is-better', 'higher-is-worse', 'neutral')),
  aggregate jsonb not null,
  derive jsonb,
  position integer not null,
  visibility visibility not null default 'public'
);

create table boundary_year (
  year integer primary key,
  source text not null references source,
  release bigint not null references release
);

create table area_version (
  level text not null,
  index integer not null,
  code text not null,
  first_year integer not null,
  last_year integer not null,
  primary key (level, index)
);

create table area (
  boundary_year integer not null references boundary_year on delete cascade,
  code text not null,
  level text not null check (level in ('country', 'region', 'municipality', 'district', 'neighbourhood')),
  name text not null,
  parent text,
  water boolean not null default false,
  -- place in the columns and feature id in the tiles; null for country and region, which have no borders of their own
  index integer,
  -- WGS84; null where a level has no borders of its own
  geometry geometry(MultiPolygon, 4326),
  label geometry(Point, 4326),
  area_m2 double precision,
  -- codes of the same level and year that share a border
  neighbours text[] not null default '{}',
  primary key (boundary_year, code)
);
create index area_parent on area (boundary_year, parent);
create index area_code on area (code);
create index area_name_trigram on area using gin (name gin_trgm_ops);

create table lineage (
  level text not null,
  from_year integer not null references boundary_year on delete cascade,
  to_year integer not null references boundary_year on delete cascade,
  from_code text,
  to_code text,
  change text not null check (change in ('unchanged', 'renamed', 'recoded', 'redrawn', 'new', 'gone')),
  area_share double precision not null,
  population_share double precision,
  check (from_code is not null or to_code is not null)
);
create index lineage_years on lineage (from_year, to_year, level);

create table observation (
  indicator text not null references indicator,
  boundary_year integer not null,
  area text not null,
  level text not null,
  period text not null,
  origin text not null check (origin in ('published', 'aggregated', 'derived')),
  value double precision,
  lower double precision,
  upper double precision,
  sample_size integer,
  status text not null check (status in ('final', 'provisional', 'estimated', 'suppressed', 'missing', 'not-asked')),
  source text not null references source,
  note jsonb,
  release bigint not null references release,
  primary key (indicator, level, period, boundary_year, area, origin),
  foreign key (boundary_year, area) references area (boundary_year, code),
  check ((value is not null) = (status in ('final', 'provisional', 'estimated')))
);
create index observation_area on observation (area, boundary_year, indicator);

-- One figure a cell: what a source gives for a level wins from what we compute; both are kept.
create view figure as
select distinct on (indicator, level, period, boundary_year, area) observation.*
from observation
order by indicator, level, period, boundary_year, area,
  case origin when 'published' then 0 when 'derived' then 1 else 2 end;

-- Artefacts: bytes prepared at publication, sent as stored.
create table tileset (
  boundary_year integer primary key references boundary_year on delete cascade,
  hash text not null,
  tilejson jsonb not null
);

create table tile (
  boundary_year integer not null references tileset on delete cascade,
  z integer not null,
  x integer not null,
  y integer not null,
  brotli bytea not null,
  gzip bytea not null,
  primary key (boundary_year, z, x, y)
);

create table value_column (
  indicator text not null references indicator,
  level text not null,
  hash text not null,
  -- [{period, boundaryYear}] in the order of the column's fields
  periods jsonb not null,
  brotli bytea not null,
  gzip bytea not null,
  primary key (indicator, level)
);
