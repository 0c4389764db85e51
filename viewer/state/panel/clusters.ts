import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { type ClusterMap, clusterSeed, countPermutations } from '../../../geodata/connection/clusters.ts';
import type { ResolvedPanel } from '../../../geodata/link/resolve.ts';
import { sharedAnalysis } from '../../data/analysis/client.ts';
import { addressOfAreaList } from '../../data/client.ts';
import { readBlob } from '../../data/request.ts';
import { view as link } from '../link/view.ts';
import { createResource } from '../resource.ts';

export interface PanelClusters {
  /** null while they are being computed, and where nobody asks for them. */
  readonly map: ReadonlySignal<ClusterMap | null>;
  /** How much is done, 0 to 1. */
  readonly progress: ReadonlySignal<number>;
}

/** Where the figures of a panel are alike among neighbours, while its map or the page about that shows it. */
export function createClusters(
  index: number,
  view: ReadonlySignal<ResolvedPanel | null>,
  published: ReadonlySignal<ColumnPeriod | null>,
): PanelClusters {
  const progress = signal(0);
  const wanted = computed(() => {
    const current = view.value;
    const isRead = link.value.page === 'clusters' && link.value.active === index;
    if (!current || !(isRead || current.shows === 'clusters')) return null;
    return published.value && { figures: published.value, level: current.level };
  });
  const resource = createResource(wanted, async ({ figures, level }, abort) => {
    progress.value = 0;
    const areas = await readBlob(addressOfAreaList(level, figures.boundaryYear), abort);
    const permutations = countPermutations(figures.values.length);
    const onProgress = (done: number) => {
      progress.value = done;
    };
    const input = { figures, areas, permutations, seed: clusterSeed };
    return sharedAnalysis().run('cluster-map', input, { abort, onProgress });
  });
  return { map: resource.current, progress };
}
