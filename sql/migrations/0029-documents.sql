-- Documents: what only they say beside the contribution that they are, the text of their files, and what an editor finds of
-- a district scan.

create table document_revision (
  contribution bigint not null,
  revision integer not null,
  kind text not null check (kind in ('safety-plan', 'implementation-plan', 'covenant', 'police-figures', 'district-scan', 'minutes')),
  -- the years that it is about
  first_year integer not null check (first_year between 1990 and 2100),
  last_year integer not null check (last_year between first_year and 2100),
  primary key (contribution, revision),
  foreign key (contribution, revision) references contribution_revision on delete cascade
);
create index document_revision_kind on document_revision (kind);

-- The text of a file, so far as it is found; one without a text has a row too.
create table file_text (
  sha256 text primary key references file on delete cascade,
  text text not null,
  extent text not null check (extent in ('whole', 'part', 'none'))
);

-- Of the file that was looked at: another file of the same document has none.
create table quality_mark (
  contribution bigint primary key references contribution on delete cascade,
  sha256 text not null,
  is_complete boolean not null,
  names_sources boolean not null,
  is_recent boolean not null,
  checked_by text not null check (checked_by <> ''),
  marked_by text references accounts.person on delete set null,
  marked_at timestamptz not null default now()
);
create index quality_mark_marked_by on quality_mark (marked_by);

-- Words of a text are found with those of its files.
create or replace function index_words() returns trigger language plpgsql as $$
begin
  new.words := setweight(to_tsvector(words_configuration(new.lang), unaccent(new.title)), 'A')
    || setweight(to_tsvector(words_configuration(new.lang), unaccent(new.body)), 'B')
    || setweight(to_tsvector('simple', unaccent(new.sources)), 'C')
    || coalesce((select setweight(to_tsvector(words_configuration(new.lang), unaccent(string_agg(file_text.text, ' '))), 'D')
      from contribution_file as own join file_text on file_text.sha256 = own.sha256
      where own.contribution = new.contribution and own.revision = new.number), '');
  return new;
end $$;

create function index_words_of_file() returns trigger language plpgsql as $$
begin
  update contribution_revision set lang = lang
  where (contribution, number) = (new.contribution, new.revision)
    and exists (select from file_text where file_text.sha256 = new.sha256);
  return null;
end $$;
create trigger words_of_file_indexed after insert on contribution_file
  for each row execute function index_words_of_file();
