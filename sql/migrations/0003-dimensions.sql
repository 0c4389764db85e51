-- Indicators that can be divided into categories, with breaks in their series and the survey that they are from.

create table dimension (
  key text collate "C" primary key,
  name_nl text not null,
  name_en text not null,
  -- what the source writes for everything together: the indicator itself
  total text collate "C"
);

create table category (
  dimension text collate "C" not null references dimension on delete cascade,
  key text collate "C" not null,
  parent text collate "C",
  name_nl text not null,
  name_en text not null,
  position integer not null,
  primary key (dimension, key),
  foreign key (dimension, parent) references category
);

create table survey (
  key text collate "C" primary key,
  name_nl text not null,
  name_en text not null,
  -- [{period, municipality, ageFrom, mode, sampling, respondents, questionnaire, followsFormat, remark}]
  rounds jsonb not null
);

-- One category of an indicator is a row of its own, so that figures and columns hang from it as from any indicator.
alter table indicator
  add column dimension text collate "C" references dimension,
  add column survey text collate "C" references survey,
  -- [{period, reason: {nl, en}, categories}]
  add column breaks jsonb not null default '[]',
  add column item_of text collate "C" references indicator on delete cascade,
  add column category text collate "C",
  add constraint indicator_item check (
    (item_of is null and category is null)
    or (item_of is not null and category is not null and key = item_of || '/' || category)
  );
create index indicator_item_of on indicator (item_of);

update published_table set place = place + 100 where place >= 4;
update published_table set place = place - 97 where place >= 104;
insert into published_table (place, name, key_columns, keeps_inserts) values
  (4, 'dimension', '{key}', true),
  (5, 'category', '{dimension,key}', true),
  (6, 'survey', '{key}', true);
select keep_history(name) from published_table where name in ('dimension', 'category', 'survey', 'indicator') order by place;
