import { clusterSeed, countPermutations, mapListedClusters } from '../../geodata/connection/clusters.ts';
import { finishInTurns } from './in-turns.ts';
import { type PanelReadings, type PanelSource, publishedOf } from './panel-readings.ts';

/** Of more areas it takes seconds, so that these are for the browser: 9,999 drawings of the neighbours of each. */
export const mostClusteredAreas = 1000;

/** How the areas of a panel stand among their neighbours, by index, as the viewer computes it; null where the browser has to. */
export async function readClusterKinds(
  source: PanelSource,
  { readAreas }: Pick<PanelReadings, 'readAreas'>,
): Promise<Uint8Array | null> {
  const figures = publishedOf(source);
  if (!figures) return null;
  const areas = await readAreas(figures.boundaryYear, source.panel.level);
  if (areas.length > mostClusteredAreas) return null;
  const permutations = countPermutations(figures.values.length);
  const { kinds } = await finishInTurns(
    mapListedClusters({ figures, areas, permutations, seed: clusterSeed }),
  );
  return kinds;
}
