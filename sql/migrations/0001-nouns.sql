-- The nouns of the domain. Rows here are published figures: an import writes all of its rows in one transaction, or none.
-- Keys and codes collate as "C", so that their order, and with it a page of a listing, is the same in every database.

create extension if not exists postgis;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create type visibility as enum ('public', 'partner', 'administrator');

create table region (
  key text collate "C" primary key,
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
  key text collate "C" primary key,
  title text not null,
  url text,
  licence_name text,
  licence_title text,
  licence_url text
);

create table theme (
  key text collate "C" primary key,
  parent text collate "C" references theme,
  name_nl text not null,
  name_en text not null,
  position integer not null
);

create table indicator (
  key text collate "C" primary key,
  theme text collate "C" not null references theme,
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
  source text collate "C" not null references source,
  release bigint not null references release
);

create table area_version (
  level text collate "C" not null,
  index integer not null,
  code text collate "C" not null,
  first_year integer not null,
  last_year integer not null,
  primary key (level, index)
);

create table area (
  boundary_year integer not null references boundary_year on delete cascade,
  code text collate "C" not null,
  level text collate "C" not null check (level in ('country', 'region', 'municipality', 'district', 'neighbourhood')),
  name text not null,
  -- the name in small letters without accents, for the search
  folded_name text not null,
  parent text collate "C",
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
create index area_folded_name on area using gin (folded_name gin_trgm_ops);

create table lineage (
  level text collate "C" not null,
  from_year integer not null references boundary_year on delete cascade,
  to_year integer not null references boundary_year on delete cascade,
  from_code text collate "C",
  to_code text collate "C",
  change text not null check (change in ('unchanged', 'renamed', 'recoded', 'redrawn', 'new', 'gone')),
  area_share double precision not null,
  population_share double precision,
  check (from_code is not null or to_code is not null)
);
create index lineage_years on lineage (from_year, to_year, level);

create table observation (
  indicator text collate "C" not null references indicator,
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
  source text collate "C" not null references source,
  note jsonb,
  release bigint not null references release,
  -- what a source gives for a level wins from what we compute; both are kept
  precedence smallint not null generated always as (
    case origin when 'published' then 0 when 'derived' then 1 else 2 end
  ) stored,
  primary key (indicator, level, period, boundary_year, area, precedence),
  foreign key (boundary_year, area) references area (boundary_year, code) on delete cascade,
  check ((value is not null) = (status in ('final', 'provisional', 'estimated')))
);
create index observation_area on observation (area, boundary_year, indicator);

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
  indicator text collate "C" not null references indicator,
  level text collate "C" not null,
  hash text not null,
  -- [{period, boundaryYear}] in the order of the column's fields
  periods jsonb not null,
  brotli bytea not null,
  gzip bytea not null,
  primary key (indicator, level)
);
