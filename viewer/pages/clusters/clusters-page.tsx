import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import { LevelSwitch } from '../../parts/choices/level-switch.tsx';
import { PeriodChoice } from '../../parts/choices/period-choice.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { indicator, shown } from '../../state/catalog.ts';
import { view } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';
import { PageToRead, Waiting } from '../page-to-read.tsx';
import { ClusterTable } from './cluster-table.tsx';
import { FoundClusters } from './found-clusters.tsx';
import './clusters.css';

/** Where neighbouring areas are alike or unlike by more than chance in the figures of the active panel, and which those are. */
export function ClustersPage() {
  const text = words.value.clusters;
  const panel = activePanel.value;
  const subject = describeSubject(panel);
  if (!subject || !shown.value) return <Waiting />;
  const [found, source] = [panel.clusters.map.value, indicator.value?.source];
  return (
    <PageToRead
      subject={describeTitle({ ...subject, difference: null })}
      choices={
        <>
          <LevelSwitch />
          <PeriodChoice more={{ brush: null }} />
        </>
      }
      source={source}
    >
      <p>{text.intro}</p>
      {growsWithArea(indicator.value) && <p class="page-note">{text.count}</p>}
      {found ? (
        <section aria-labelledby="clusters">
          <FoundClusters found={found} />
          <p>
            <ViewLink change={{ page: 'map', ...showOnMap() }}>{text.onMap}</ViewLink>
          </p>
          <ClusterTable found={found} />
        </section>
      ) : (
        <>
          <h2>{text.searching}</h2>
          <progress
            class="search-progress"
            max={1}
            value={panel.clusters.progress.value}
            aria-label={text.searching}
          />
        </>
      )}
    </PageToRead>
  );
}

/** The active panel with its clusters in the place of its figures. */
function showOnMap() {
  const { panels, active } = view.value;
  const shows = 'clusters' as const;
  return {
    panels: panels.map((panel, index) =>
      index === active ? { ...panel, change: null, deviation: null, pair: null, shows } : panel,
    ),
    brush: null,
  };
}
