-- Questionnaires, the rounds in which they are asked, and what is answered.
create table questionnaire (
  key text collate "C" not null,
  version integer not null check (version > 0),
  -- geodata/questionnaire/questionnaire.ts
  definition jsonb not null,
  -- a draft is still changed; a fixed version never is
  is_fixed boolean not null default false,
  -- counts every change of a draft, so that who comes second is told
  revision integer not null default 1,
  changed_on date not null default current_date,
  -- made up, and gone with the demonstration
  is_demonstration boolean not null default false,
  primary key (key, version)
);
-- one draft at a time
create unique index questionnaire_draft on questionnaire (key) where not is_fixed;

create table survey_round (
  key text collate "C" primary key,
  questionnaire text collate "C" not null,
  version integer not null,
  name jsonb not null,
  period text collate "C" not null,
  boundary_year smallint not null,
  state text not null check (state in ('planned', 'open', 'closed', 'weighted', 'published')),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  age_from smallint not null check (age_from in (15, 18)),
  mode text not null,
  has_open_link boolean not null,
  settings jsonb not null,
  revision integer not null default 1,
  -- by which a key is recognised, without being told, as the one that codes and answers were sealed with
  key_print text,
  is_demonstration boolean not null default false,
  foreign key (questionnaire, version) references questionnaire (key, version)
);

create table survey_stratum (
  round text collate "C" not null references survey_round on delete cascade,
  -- code of a district or a municipality, and the municipality it lies in
  area text collate "C" not null,
  municipality text collate "C" not null,
  population integer not null check (population >= 0),
  -- codes that the plan asks for, and codes that were made
  planned integer not null default 0 check (planned >= 0),
  invited integer not null check (invited >= 0),
  expected_response real not null check (expected_response > 0 and expected_response <= 1),
  primary key (round, area)
);

-- People in the register that the answers are weighted to.
create table survey_register (
  round text collate "C" not null references survey_round on delete cascade,
  district text collate "C" not null,
  age_band text collate "C" not null,
  sex text collate "C" not null,
  count integer not null check (count >= 0),
  primary key (round, district, age_band, sex)
);

-- A code that was handed out, by its hash: the code itself is on the letter alone.
create table survey_invitation (
  round text collate "C" not null references survey_round on delete cascade,
  code_hash text collate "C" not null,
  stratum text collate "C" not null,
  is_used boolean not null default false,
  primary key (round, code_hash)
);
-- whoever answers gives his code alone
create unique index survey_invitation_code on survey_invitation (code_hash);

-- What somebody has answered so far, sealed, by the hash of his code or of his cookie. A sheet that was sent waits here,
-- sealed too, until it is laid among others.
create table survey_draft (
  round text collate "C" not null references survey_round on delete cascade,
  holder text collate "C" not null,
  sealed bytea not null,
  is_sent boolean not null default false,
  primary key (round, holder)
);
-- whoever began without a letter is found by his code alone
create unique index survey_draft_holder on survey_draft (holder);

-- What was answered, without a code, a time or an order: rewritten at random each time that sheets are laid among it.
create table survey_sheet (
  id uuid primary key,
  round text collate "C" not null references survey_round on delete cascade,
  -- of a Sheet in geodata/questionnaire/round.ts, in plain text or sealed
  sheet bytea not null
);
create index survey_sheet_round on survey_sheet (round);

-- Sheets of a day by stratum, and by the age that was answered: what whoever watches a round is shown.
create table survey_response (
  round text collate "C" not null references survey_round on delete cascade,
  day date not null,
  stratum text collate "C" not null,
  way text not null check (way in ('code', 'open')),
  age_band text collate "C" not null,
  count integer not null,
  primary key (round, day, stratum, way, age_band)
);

-- What was made of a closed round: estimates with their bounds and what the weighting did, for its release.
create table survey_result (
  round text collate "C" primary key references survey_round on delete cascade,
  weighting jsonb not null,
  estimates jsonb not null,
  -- the package of the release that it was published as; null: not yet
  package text collate "C"
);

-- Open answers of a closed round, apart from the sheets that they stood in. What was answered waits, sealed, until a person
-- has taken out whatever points at somebody; from then on only what he left is kept.
create table survey_text (
  id uuid primary key,
  round text collate "C" not null references survey_round on delete cascade,
  municipality text collate "C" not null,
  question text collate "C" not null,
  original bytea,
  -- null: waits, or is withheld where there is no original either
  cleaned text,
  check (original is null or cleaned is null)
);
create index survey_text_round on survey_text (round, municipality);
