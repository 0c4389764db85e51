-- Words behind the figures: stories, practices, news and documents. A contribution is written in revisions, all of which
-- are kept; the one that somebody else has read is shown, whatever is being written after it.

create table contribution (
  -- by chance: numbers in a row would tell of those that are not for everybody
  id bigint primary key default floor(1e9 + random() * 9e9)::bigint,
  kind text not null check (kind in ('story', 'practice', 'news', 'document')),
  -- GM-code of the municipality whose editors read it; null: the region's
  municipality text collate "C" check (municipality ~ '^GM\d{4}$'),
  -- null once the person was removed
  author text references accounts.person on delete set null,
  organisation text not null check (organisation <> ''),
  -- whether the author wishes to be named
  shows_name boolean not null,
  state text not null default 'draft' check (state in ('draft', 'offered', 'published', 'withdrawn')),
  -- counts every change, so that whoever changes what somebody else has changed is told
  version integer not null default 1,
  -- number of the revision that is shown; null: none
  shown integer,
  published_at timestamptz,
  published_by text references accounts.person on delete set null,
  -- the last day that it holds; null: without end
  ends_on date,
  is_pinned boolean not null default false,
  -- what whoever read it asks of the author
  remark text,
  -- of the demonstration: shown while that is what is shown
  is_demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  check ((state = 'published') <= (shown is not null)),
  check ((state = 'withdrawn') <= (shown is null))
);
create index contribution_author on contribution (author);

create table contribution_revision (
  contribution bigint not null references contribution on delete cascade,
  number integer not null,
  title text not null check (title <> ''),
  -- Markdown
  body text not null,
  sources text not null,
  -- BCP 47
  lang text not null check (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
  visibility visibility not null,
  -- what it is about: a code with its level, the address of an indicator or item, a period
  area text collate "C",
  level text collate "C",
  indicator text collate "C",
  period text collate "C",
  -- the boundaries in which it was written
  boundary_year integer,
  author_role text not null check (author_role <> ''),
  written_by text references accounts.person on delete set null,
  written_at timestamptz not null default now(),
  -- who might see the figure that it is about when there last was one
  figure_visibility visibility not null default 'public',
  figure_municipality text collate "C",
  words tsvector not null default '',
  primary key (contribution, number),
  check ((area is null) = (level is null))
);
alter table contribution add foreign key (id, shown) references contribution_revision (contribution, number)
  deferrable initially deferred;
create index contribution_revision_words on contribution_revision using gin (words) with (fastupdate = off);
create index contribution_revision_indicator on contribution_revision (indicator, level);
create index contribution_revision_area on contribution_revision (area);
create index contribution_revision_writer on contribution_revision (written_by);

-- How words are found, without accents: stemmed as in the language that they are in, where there is a way to.
create function words_configuration(lang text) returns regconfig language sql immutable as $$
  select case split_part(lang, '-', 1) when 'nl' then 'dutch' when 'en' then 'english' when 'de' then 'german' else 'simple' end::regconfig
$$;
create function index_words() returns trigger language plpgsql as $$
begin
  new.words := setweight(to_tsvector(words_configuration(new.lang), unaccent(new.title)), 'A')
    || setweight(to_tsvector(words_configuration(new.lang), unaccent(new.body)), 'B')
    || setweight(to_tsvector('simple', unaccent(new.sources)), 'C');
  return new;
end $$;
create trigger words_indexed before insert or update of title, body, sources, lang on contribution_revision
  for each row execute function index_words();

-- Files that were sent in: they lie beside the database, under their checksum.
create table file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  type text not null,
  bytes bigint not null check (bytes > 0),
  -- pixels; of a picture
  width integer,
  height integer,
  kept_at timestamptz not null default now()
);

create table contribution_file (
  contribution bigint not null,
  revision integer not null,
  position integer not null,
  sha256 text not null references file,
  -- as it is called when somebody saves it
  name text not null check (name <> ''),
  -- what a picture shows, for who does not see it; of a document what it is
  alternative text not null check (alternative <> ''),
  primary key (contribution, revision, position),
  foreign key (contribution, revision) references contribution_revision on delete cascade
);
create index contribution_file_sha256 on contribution_file (sha256);

create function today() returns date language sql stable as $$
  select (now() at time zone 'Europe/Amsterdam')::date
$$;

-- With the revision that is shown, and with the newest: the same columns.
create view newest_contribution as
  select contribution.id, kind, contribution.municipality, author, organisation, shows_name, state, version, shown, published_at, published_by,
    ends_on, is_pinned, remark, is_demonstration, number, title, body, sources, lang, visibility, area, level, indicator, period,
    boundary_year, author_role, written_by, written_at, figure_visibility, figure_municipality, words
  from contribution join contribution_revision as revision on revision.contribution = id
    and number = (select max(number) from contribution_revision where contribution_revision.contribution = id);
create view shown_contribution as
  select contribution.id, kind, contribution.municipality, author, organisation, shows_name, state, version, shown, published_at, published_by,
    ends_on, is_pinned, remark, is_demonstration, number, title, body, sources, lang, visibility, area, level, indicator, period,
    boundary_year, author_role, written_by, written_at, figure_visibility, figure_municipality, words
  from contribution join contribution_revision as revision on (revision.contribution, number) = (id, shown)
  where (ends_on is null or ends_on >= today())
    and (not is_demonstration or exists (select from region where demonstration));
