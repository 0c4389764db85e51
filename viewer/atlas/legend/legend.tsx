import { formatUnit } from '../../../geodata/number.ts';
import { Caveats } from '../../figures/caveats.tsx';
import { caveatsOf } from '../../state/area/caveats.ts';
import { shownParts } from '../../state/catalog.ts';
import { language, viewParts } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { activePanel, panels } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';
import { ClassControls } from './class-controls.tsx';
import { ClusterEntries } from './cluster-entries.tsx';
import { Entries } from './entries.tsx';
import { PairEntries } from './pair-entries.tsx';

/** What the colours of the active panel mean, how many areas have each, and the fills of areas without a figure. */
export function Legend() {
  const text = words.value.legend;
  const panel = activePanel.value;
  const measure = measureOf(panel);
  const isClustered = panel.view.value?.shows === 'clusters';
  const isPaired = panel.view.value?.pair != null;
  const hasClasses = !isClustered && !isPaired;
  const areSeveral = panels.value.length > 1;
  return (
    <section class="legend" aria-label={text.label}>
      <h2>
        {areSeveral
          ? `${text.label}, ${words.value.compare.panel(panel.index + 1).toLowerCase()}`
          : text.label}
        {measure && hasClasses && <span class="soft"> {formatUnit(measure.unit, language.value)}</span>}
      </h2>
      <Caveats caveats={caveatsOf(panel, null)} />
      <PanelEntries panel={panel} />
      {areSeveral && hasClasses && (
        <p class="soft small">{viewParts.scale.value === 'all' ? text.shared : text.apart}</p>
      )}
      {hasClasses && <ClassControls />}
    </section>
  );
}

/** The entries of what a panel shows: pairs, clusters or classes. */
export function PanelEntries({ panel }: { readonly panel: Panel }) {
  if (panel.view.value?.pair != null) return <PairEntries panel={panel} />;
  if (panel.view.value?.shows === 'clusters') return <ClusterEntries panel={panel} />;
  return panel.figures.value ? <Entries panel={panel} /> : <LegendSkeleton />;
}

function LegendSkeleton() {
  return (
    <div class="skeleton-rows" aria-hidden="true">
      {Array.from({ length: shownParts.classes.value?.count ?? 5 }, (_, index) => (
        <span key={index} class="skeleton" />
      ))}
    </div>
  );
}
