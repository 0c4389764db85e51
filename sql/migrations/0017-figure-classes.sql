-- What is written about names an indicator, and may name an area and a period. Questions for it ask again and again which
-- figures there are of that, and the sixteen parts of the figures cost each of them more to plan than to answer: a function
-- is planned once a connection, for whatever is asked. It says what there is, whoever asks; who may see it is decided by who asks.
create function find_figure_classes(of_indicator text, of_level text, of_area text, of_period text)
returns table (visibility visibility, municipality text) language plpgsql stable rows 2
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  published bigint[] := array(select id from release where state = 'published');
begin
  if of_area is null then
    return query select distinct figure.visibility, nullif(figure.municipality, '') from figure_group as figure
      where figure.indicator = of_indicator and (of_period is null or figure.period = of_period)
        and figure.release = any(published);
  else
    return query select distinct figure.visibility, figure.municipality from observation as figure
      where figure.indicator = of_indicator and figure.level = of_level and figure.area = of_area
        and (of_period is null or figure.period = of_period) and figure.release = any(published);
  end if;
end $$;
