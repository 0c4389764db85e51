import { formatPeriod } from '../../../geodata/period.ts';
import type { MapArea } from '../../figures/area-figures.ts';
import { DeviationChart } from '../../figures/deviation-chart.tsx';
import { type FigureRow, listOutstanding } from '../../figures/figure-rows.ts';
import { FigureTable } from '../../figures/figure-table.tsx';
import { Outstanding } from '../../figures/outstanding.tsx';
import { PeersSection } from '../../figures/peers/peers-section.tsx';
import { RankNote } from '../../figures/rank-note.tsx';
import { ReportStories } from '../../figures/stories/report-stories.tsx';
import { groupByTheme } from '../../figures/themes.ts';
import { Beeswarm } from '../../parts/chart/beeswarm.tsx';
import { InTurn } from '../../parts/in-turn.tsx';
import { listSources } from '../../parts/source-names.ts';
import { municipalityOf } from '../../state/area/selection.ts';
import { language } from '../../state/link/view.ts';
import { referenceFor } from '../../state/reference/reference.ts';
import { translate, words } from '../../state/screen/reading-words.ts';
import { AreaTrends } from './area-trends.tsx';
import { writeHistory } from './history.ts';
import { PlaceMap } from './place-map.tsx';
import { findFocus, type ReportFigures, rowsOf } from './report.ts';

interface AreaReportProps {
  readonly area: MapArea;
  readonly areaFigures: ReportFigures;
}

/** Everything about one area, on pages of its own. */
export function AreaReport({ area, areaFigures }: AreaReportProps) {
  const text = words.value;
  const rows = rowsOf(area, areaFigures);
  const against = referenceFor(area.code);
  const reference = against?.name ?? '';
  const places = areaFigures.places.get(area.level) ?? [];
  const columns = areaFigures.figures.get(area.level)?.columns ?? new Map();
  const { one, many } = text.levels[area.level];
  const municipality = municipalityOf(area.code);
  return (
    <article class="area-report" aria-labelledby={`report-${area.code}`}>
      <h2 id={`report-${area.code}`}>{area.name}</h2>
      <p class="soft">
        {municipality ? text.area.of(one, municipality) : one} · {area.code} ·{' '}
        {text.timeline.boundariesOf(area.boundaryYear)}
      </p>
      {rows.length === 0 ? (
        <p>{text.report.noFigures}</p>
      ) : (
        <>
          <section>
            <h3>{text.profile.outstanding}</h3>
            <Outstanding rows={rows} reference={against} among={many} level={area.level} />
          </section>
          <InTurn>{() => <Focus area={area} areaFigures={areaFigures} rows={rows} />}</InTurn>
          <ReportStories code={area.code} />
          <section>
            <h3>{text.profile.figures}</h3>
            {groupByTheme(rows).map(({ key, name, rows: own }) => (
              <section key={key} class="report-theme">
                <h4>{name}</h4>
                <InTurn>
                  {() => (
                    <>
                      <FigureTable caption={`${area.name}: ${name}`} rows={own} reference={reference} />
                      <DeviationChart
                        title={text.charts.profile(area.name, reference, name)}
                        source={listSources(own)}
                        rows={own}
                        reference={reference}
                        among={many}
                      />
                    </>
                  )}
                </InTurn>
              </section>
            ))}
          </section>
          <InTurn>{() => <PeersSection area={area} columns={columns} places={places} />}</InTurn>
        </>
      )}
      <InTurn>{() => <BoundarySection area={area} areaFigures={areaFigures} />}</InTurn>
    </article>
  );
}

/** Map, distribution and trend of the figure that people chose, and trends of what stands out. */
function Focus({ area, areaFigures, rows }: AreaReportProps & { readonly rows: readonly FigureRow[] }) {
  const text = words.value;
  const row = findFocus(rows);
  const column = row && areaFigures.figures.get(area.level)?.columns.get(row.indicator.key);
  if (!row || !column) return null;
  const places = areaFigures.places.get(area.level) ?? [];
  const { indicator, moment, reference, finding } = row;
  const areas = places.flatMap(({ code, name, index }) => {
    const value = moment.values[index] ?? Number.NaN;
    return Number.isNaN(value) ? [] : [{ code, name, value }];
  });
  const others = listOutstanding(rows).filter((each) => each !== row);
  return (
    <section>
      <PlaceMap area={area} row={row} column={column} places={places} />
      <Beeswarm
        title={text.charts.distribution(
          translate(indicator.name),
          formatPeriod(moment.period, language.value),
          text.levels[area.level].many,
        )}
        source={indicator.source?.title ?? ''}
        unit={indicator.unit}
        decimals={indicator.decimals}
        areas={areas}
        marked={area.code}
        reference={
          finding && reference ? { name: referenceFor(area.code)?.name ?? '', value: reference.value } : null
        }
      />
      <RankNote area={area} row={row} columns={areaFigures.figures.get(area.level)?.columns ?? new Map()} />
      <AreaTrends area={area} rows={[row, ...others.slice(0, 3)]} references={areaFigures.references} />
    </section>
  );
}

function BoundarySection({ area, areaFigures }: AreaReportProps) {
  const text = words.value;
  const histories = areaFigures.histories.get(area.level) ?? [];
  const sentences = writeHistory(area.code, histories, text, language.value);
  const years = area.boundaryYears.toSorted((a, b) => a - b);
  return (
    <section>
      <h3>{text.report.history}</h3>
      {sentences.length > 0 ? (
        sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
      ) : (
        <p>{text.report.sameBorders(years.join(', '))}</p>
      )}
    </section>
  );
}
