import { computed, type ReadonlySignal } from '@preact/signals';
import type { Colour } from '../../../geodata/classes/colour.ts';
import { bivariateColours, clusterColours } from '../../../geodata/classes/kind-scheme.ts';
import type { ColumnData, ColumnPeriod } from '../../../geodata/columns/column.ts';
import { type ClusterKind, clusterKinds, noKind } from '../../../geodata/connection/clusters.ts';
import { breaksBetweenKinds, figuresOfKinds } from '../../../geodata/link/drawn-kinds.ts';
import { appearance } from '../screen/appearance.ts';
import type { PanelCore } from './panel-core.ts';

/** How a map draws areas that are sorted into kinds instead of classes of one figure. */
export interface DrawnKinds {
  /** The kinds as figures of one period: 0 for the first. null while they are being computed. */
  readonly column: Pick<ColumnData, 'size' | 'periods'> | null;
  /** Between the kinds. */
  readonly breaks: readonly number[];
  readonly colours: readonly Colour[];
}

/** How a panel's map draws kinds of areas; null where it draws figures. */
export function createKinds(panel: PanelCore): ReadonlySignal<DrawnKinds | null> {
  const { view, indicator } = panel;
  const column = computed(() => drawPair(panel) ?? drawClusters(panel));
  const colours = computed(() => {
    if (view.value?.pair) return bivariateColours(appearance.value);
    return clusterColours(indicator.value?.polarity ?? 'neutral', appearance.value);
  });
  return computed(() => {
    if (view.value?.shows !== 'clusters' && !view.value?.pair) return null;
    return { column: column.value, breaks: breaksBetweenKinds(colours.value.length), colours: colours.value };
  });
}

/** How an area stands among its neighbours; null where that is not on this map, or not known. */
export function clusterAt(index: number, panel: PanelCore): ClusterKind | null {
  if (panel.view.value?.shows !== 'clusters') return null;
  return clusterKinds[panel.clusters.map.value?.kinds[index] ?? noKind] ?? null;
}

/** The figure of the second indicator of a map; null where that has none of it, or is not known. */
export function otherFigureAt(index: number, { pair }: PanelCore): number | null {
  const value = pair.map.value?.other[index];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** How many areas are of each kind, for as many kinds as there are. */
export function countKinds(kinds: Uint8Array, size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const kind of kinds) if (kind < size) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** The kinds with the statuses of the figures, so that an area without one keeps its fill. */
function drawClusters({ clusters, published }: PanelCore): DrawnKinds['column'] {
  const [found, figures] = [clusters.map.value, published.value];
  return found && figures ? asColumn(found.kinds, figures) : null;
}

function drawPair({ pair, published }: PanelCore): DrawnKinds['column'] {
  const [found, figures] = [pair.map.value, published.value];
  return found && figures ? asColumn(found.kinds, { ...figures, statuses: found.statuses }) : null;
}

function asColumn(kinds: Uint8Array, figures: ColumnPeriod): DrawnKinds['column'] {
  return { size: kinds.length, periods: [figuresOfKinds(kinds, figures)] };
}
