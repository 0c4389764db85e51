-- What became of all areas between two boundary years, ready to be sent. Like columns it follows from what is published and
-- from the rules, is made anew with either, and is kept once where it is the same for several kinds of readers. What was
-- published before has it from the next publication on.
create table lineage_answer (
  from_year integer not null references boundary_year on delete cascade,
  to_year integer not null references boundary_year on delete cascade,
  hash text collate "C" not null,
  -- what whoever it is for may see of what it is made of, a text for each kind of such readers
  shown text[] not null,
  -- as JSON, compressed
  brotli bytea not null,
  gzip bytea not null,
  primary key (from_year, to_year, hash)
);
