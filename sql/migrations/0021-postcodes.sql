-- In which neighbourhoods the addresses of a postcode lie, by CBS's table of the year, so that people find theirs by where
-- they live. Of a postcode that lies in several the house numbers are kept, and of nothing who lives there.
create table postcode (
  postcode text collate "C" not null check (postcode ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
  neighbourhood text collate "C" not null,
  addresses integer not null check (addresses > 0),
  -- null: all of the postcode lies here
  numbers integer[],
  primary key (postcode, neighbourhood)
);

-- Of which year the table is, and when it came; at most one row.
create table postcode_table (
  single boolean primary key default true check (single),
  year integer not null,
  file text not null,
  -- made up: they are found while the demonstration is what is shown
  is_demonstration boolean not null default false,
  imported_at timestamptz not null default now()
);
