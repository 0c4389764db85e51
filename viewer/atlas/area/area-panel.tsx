import type { Area } from '../../data/contract.ts';
import { Icon } from '../../parts/icon.tsx';
import { makeLazy } from '../../parts/lazy-part.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { lines } from '../../state/area/benchmarks.ts';
import { area } from '../../state/area/selection.ts';
import { boundaryYear, catalog, indicator, shownParts } from '../../state/catalog.ts';
import { changePanel, changeView } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/words.ts';
import { ToggleButton } from '../selection/toggle-button.tsx';
import { ChangeFigure } from './change-figure.tsx';
import { Comparison } from './comparison.tsx';
import { DeviationNote } from './deviation-note.tsx';
import { FurtherSections } from './further-sections.tsx';
import { BoundaryNote, MainFigure } from './main-figure.tsx';
import { OtherFigures } from './other-figures.tsx';
import { PanelSkeleton } from './panel-skeleton.tsx';
import { SourceNote } from './source-note.tsx';

/** The pinned area, or else the region: its figure, how that compares, how it went, and where it comes from. */
export function AreaPanel() {
  const text = words.value.area;
  const pinned = shownParts.area.value;
  if (area.failure.value?.reason === 'not-found' && pinned)
    return (
      <div class="panel-body">
        <p>{text.unknown(pinned)}</p>
        <p>
          <button type="button" class="button" onClick={() => changeView({ area: null })}>
            {text.unpin}
          </button>
        </p>
      </div>
    );
  const found = area.data.value;
  if (!found || !indicator.value) return <PanelSkeleton />;
  const isAbsent = found.boundaryYear !== boundaryYear.value;
  return (
    <div class={area.loading.value ? 'panel-body panel-stale' : 'panel-body'}>
      <AreaHead />
      {isAbsent ? (
        <AbsentNote />
      ) : (
        <>
          <p class="panel-indicator">{translate(indicator.value.name)}</p>
          {shownParts.change.value ? (
            <ChangeFigure />
          ) : (
            <>
              <MainFigure />
              <DeviationNote />
              <BoundaryNote />
            </>
          )}
          <CardStories />
          {pinned && <CardPractices />}
          <Comparison />
          <TrendSection />
          <FurtherSections />
          <OtherFigures />
          <SourceNote />
        </>
      )}
    </div>
  );
}

function AreaHead() {
  const text = words.value;
  const found = area.data.value;
  if (!found) return null;
  const parent =
    found.level === 'municipality' ? undefined : found.parents.find(({ level }) => level === 'municipality');
  const level = text.levels[found.level].one;
  const isPinned = shownParts.area.value !== null;
  return (
    <header class="area-head">
      <div>
        <h2>{found.name}</h2>
        <p class="soft">
          {parent ? (
            <>
              {text.area.of(level, '')}
              <button
                type="button"
                class="link"
                onClick={() =>
                  changePanel({ level: 'municipality' }, 'push', undefined, { area: parent.code })
                }
              >
                {parent.name}
              </button>
            </>
          ) : (
            level
          )}
          {isPinned && <span class="code">{found.code}</span>}
        </p>
        {isPinned && <ToggleButton code={found.code} />}
        {isPinned && <AreaLinks area={found} />}
        {!isPinned && <p class="soft small">{text.area.hint}</p>}
      </div>
      {isPinned && (
        <button
          type="button"
          class="tool"
          aria-label={text.area.unpin}
          title={text.area.unpin}
          onClick={() => changeView({ area: null })}
        >
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}

/** The pinned area is not in the boundaries on screen: says so, and offers a period that has it. */
function AbsentNote() {
  const text = words.value.area;
  const found = area.data.value;
  const known = catalog.data.value?.boundaryYears.map(({ year }) => year) ?? [];
  const entry = indicator.value?.periods.findLast(
    (each) => found?.boundaryYears.includes(each.boundaryYear) && known.includes(each.boundaryYear),
  );
  return (
    <>
      <p>{text.absent(boundaryYear.value ?? 0)}</p>
      {entry && (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => changePanel({ period: entry.period, boundaryYear: entry.boundaryYear })}
          >
            {text.showIn(entry.boundaryYear)}
          </button>
        </p>
      )}
    </>
  );
}

/** Its code comes after what the figure itself needs, and takes no room before. */
const CardStories = makeLazy(
  () => import('../../figures/stories/card-stories.tsx').then((module) => module.CardStories),
  () => null,
);

const CardPractices = makeLazy(
  () => import('../../figures/practices/card-practices.tsx').then((module) => module.CardPractices),
  () => null,
);

const waiting = () => <div class="trend-chart" aria-hidden="true" />;

const AreaTrend = makeLazy(() => import('./area-trend.tsx').then((module) => module.AreaTrend), waiting);

/** How the figure of the area went through the periods, once its figures are there. */
function TrendSection() {
  return lines.value ? <AreaTrend /> : waiting();
}

/** What there is to read about an area: its report, and everything about its municipality. */
function AreaLinks({ area }: { readonly area: Area }) {
  const text = words.value.pages;
  return (
    <p class="area-links">
      <ViewLink change={{ page: 'report', report: 'area', area: area.code }}>{text.openReport}</ViewLink>
      <ViewLink change={{ page: 'municipality', area: area.code }}>{text.openMunicipality}</ViewLink>
    </p>
  );
}
