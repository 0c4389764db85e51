import { Changes } from '../../figures/changes.tsx';
import { DeviationChart } from '../../figures/deviation-chart.tsx';
import { FigureLinks } from '../../figures/export/figure-links.tsx';
import { FigureTable } from '../../figures/figure-table.tsx';
import { Outstanding } from '../../figures/outstanding.tsx';
import { MunicipalityPractices } from '../../figures/practices/municipality-practices.tsx';
import { MunicipalityStories } from '../../figures/stories/municipality-stories.tsx';
import { groupByTheme } from '../../figures/themes.ts';
import { BoundariesChoice, BoundariesNote } from '../../parts/choices/boundaries.tsx';
import { MunicipalityOptions } from '../../parts/choices/municipality-options.tsx';
import { ReferenceChoice } from '../../parts/choices/reference-choice.tsx';
import { listSources } from '../../parts/source-names.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { pageMunicipality } from '../../state/area/page-municipality.ts';
import { changeView } from '../../state/link/view.ts';
import { words } from '../../state/screen/reading-words.ts';
import { PageChoices, Waiting } from '../page-to-read.tsx';
import { BesideSection } from './beside-section.tsx';
import { DistrictsSection } from './districts-section.tsx';
import { against, areaFigures, changeRows, figureRows } from './municipality.ts';
import '../../figures/profile.css';

/** Everything about one municipality: what stands out and changed, its figures beside the reference, its districts. */
export function MunicipalityPage() {
  const text = words.value;
  const [own, other, rows] = [pageMunicipality.value, against.value, figureRows.value];
  if (!own || !other) return <Waiting />;
  return (
    <>
      <p class="page-intro">
        {text.municipality.intro(own.name, other.name)}
        <BoundariesNote />
      </p>
      <PageChoices>
        <MunicipalitySelect />
        <ReferenceChoice label={words.value.differences.against} />
        <BoundariesChoice />
        <ViewLink class="button" change={{ page: 'map', area: own.code, tab: 'area' }}>
          {text.municipality.onMap}
        </ViewLink>
      </PageChoices>
      <p class="page-tools">
        <ViewLink change={{ page: 'cycle', area: own.code }}>{text.pages.policyOf(own.name)}</ViewLink>
        <ViewLink change={{ page: 'report', report: 'area', area: own.code }}>
          {text.pages.openReport}
        </ViewLink>
        <ViewLink change={{ page: 'report', report: 'districts', area: own.code }}>
          {text.municipality.districtReports}
        </ViewLink>
        <FigureLinks
          name={text.pages.ofMunicipality(own.name)}
          reference={other.name}
          list={() => [{ area: own, rows: rows ?? [] }]}
        />
      </p>
      {rows ? (
        <Findings />
      ) : areaFigures.value ? (
        <p class="page-note">{text.municipality.none}</p>
      ) : (
        <Waiting />
      )}
      <MunicipalityStories code={own.code} />
      <DistrictsSection />
      <BesideSection />
    </>
  );
}

function MunicipalitySelect() {
  const text = words.value.municipality;
  return (
    <label>
      <span>{text.choose}</span>
      <select
        value={pageMunicipality.value?.code ?? ''}
        onChange={(event) => changeView({ area: event.currentTarget.value })}
      >
        <MunicipalityOptions />
      </select>
    </label>
  );
}

function Findings() {
  const text = words.value;
  const [own, other] = [pageMunicipality.value, against.value];
  const rows = figureRows.value ?? [];
  if (!own || !other) return null;
  return (
    <>
      <section aria-labelledby="outstanding">
        <h2 id="outstanding">{text.profile.outstanding}</h2>
        <Outstanding
          rows={rows}
          reference={other}
          among={text.levels.municipality.many}
          level="municipality"
        />
      </section>
      <MunicipalityPractices code={own.code} rows={rows} />
      <section aria-labelledby="changes">
        <h2 id="changes">{text.profile.changes}</h2>
        {changeRows.value.map((change) => (
          <Changes key={change.since} {...change} municipality={own.code} />
        ))}
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures">{text.profile.figures}</h2>
        {groupByTheme(rows).map(({ key, name, rows: figures }) => (
          <div key={key}>
            <h3>{name}</h3>
            <FigureTable caption={name} rows={figures} reference={other.name} />
            <DeviationChart
              title={text.charts.profile(own.name, other.name, name)}
              source={listSources(figures)}
              rows={figures}
              reference={other.name}
              among={text.levels.municipality.many}
            />
          </div>
        ))}
      </section>
    </>
  );
}
