-- For the search: the words of names and the beginnings of codes, so that it reads only what may fit. No list of entries
-- that are still to be sorted in, which every search would read through: nothing empties it in the embedded database.
create index area_name_words on area
  using gin ((' ' || translate(folded_name, '-/''(', '    ')) gin_trgm_ops) with (fastupdate = off);
create index area_lower_code on area (lower(code));
alter index area_folded_name set (fastupdate = off);
select gin_clean_pending_list('area_folded_name');
