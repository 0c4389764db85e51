import type { Absence } from '../../../geodata/classes/absence-pattern.ts';
import { formatColour } from '../../../geodata/classes/colour.ts';
import { clusterKinds } from '../../../geodata/connection/clusters.ts';
import { FillSwatch } from '../../parts/fill.tsx';
import { type Divided, explainStatus, nameStatus } from '../../parts/status-text.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { countKinds } from '../../state/panel/kinds.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { words } from '../../state/screen/words.ts';

interface ClusterEntriesProps {
  readonly panel: Panel;
  /** Beside other panels: the kinds that there are, without more words. */
  readonly isShort?: boolean;
}

/** What the colours of a map of clusters mean, and how many areas have each. */
export function ClusterEntries({ panel, isShort = false }: ClusterEntriesProps) {
  const text = words.value.clusters;
  const [drawn, found] = [panel.kinds.value, panel.clusters.map.value];
  if (!drawn) return null;
  if (!found)
    return (
      <p class="soft small" role="status">
        {text.searching}
      </p>
    );
  const counts = countKinds(found.kinds, clusterKinds.length);
  return (
    <>
      <ul class="legend-entries legend-kinds">
        {clusterKinds.map((kind, index) =>
          isShort && counts[index] === 0 ? null : (
            <li key={kind} title={text.hints[kind]}>
              <span class="swatch" style={{ background: formatColour(drawn.colours[index] ?? [0, 0, 0]) }} />
              <span>{text.kinds[kind]}</span>
              <span class="count">{counts[index]}</span>
            </li>
          ),
        )}
        <AbsenceEntries
          counts={panel.counts.value?.absenceCounts ?? new Map()}
          indicator={panel.indicator.value}
        />
      </ul>
      {!isShort && (
        <p class="small">
          <ViewLink change={{ page: 'clusters' }}>{text.explain}</ViewLink>
        </p>
      )}
    </>
  );
}

/** The fills of areas without a figure, as far as there are any. */
export function AbsenceEntries({
  counts,
  indicator,
}: {
  readonly counts: ReadonlyMap<Absence, number>;
  /** What the figures are divided by; null where several are. */
  readonly indicator: Divided | null;
}) {
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([absence, count]) => (
      <li key={absence} title={explainStatus(absence, indicator)}>
        <FillSwatch absence={absence} />
        <span>{nameStatus(absence, indicator)}</span>
        <span class="count">{count}</span>
      </li>
    ));
}
