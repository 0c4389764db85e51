-- What is of few answers was called indicative when it was read, by the facts of its survey. Now its note says so, written at
-- its import, and columns say it as well. Here those get it that were published before, by the survey that is held, with
-- those that undoing a publication brings back, and the true figures behind what is suppressed or rounded.
do $$
declare
  kept text;
  marked bigint;
begin
  foreach kept in array
    array['history_observation', 'confidential_figure', 'history_confidential_figure', 'observation']
  loop
    execute format($mark$
      update %I as figure set note = coalesce(figure.note, '{}') || '{"isIndicative": true}'
      from indicator as own
        join indicator as whole on whole.key = coalesce(own.item_of, own.key)
        join survey on survey.key = whole.survey
      where own.key = figure.indicator and figure.value is not null and (figure.note -> 'isIndicative') is null
        and figure.sample_size < (
          -- The municipality's own round, or else the one held everywhere.
          select (facts ->> 'indicativeBelow')::integer
          from jsonb_array_elements(survey.rounds) with ordinality as round (facts, place)
          where facts ->> 'period' = figure.period and (facts ->> 'municipality' is null
            or figure.level in ('municipality', 'district', 'neighbourhood')
              and facts ->> 'municipality' = 'GM' || substr(figure.area, 3, 4))
          order by facts ->> 'municipality' is null, place limit 1
        )
    $mark$, kept);
    get diagnostics marked = row_count;
  end loop;
  -- Columns are made of the figures, by the next start; the last table is theirs.
  if marked > 0 then
    update access set revision = revision + 1, is_applied = false;
  end if;
end $$;
