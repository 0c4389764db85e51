import { formatColour } from '../../../geodata/classes/colour.ts';
import { clusterColours } from '../../../geodata/classes/kind-scheme.ts';
import { type ClusterMap, clusterKinds } from '../../../geodata/connection/clusters.ts';
import { formatNumber } from '../../../geodata/number.ts';
import { writeChance, writeCorrelation } from '../../figures/correlation-text.ts';
import { indicator, shown } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { countKinds } from '../../state/panel/kinds.ts';
import { appearance } from '../../state/screen/appearance.ts';
import { words } from '../../state/screen/words.ts';

/** Whether neighbours are alike over all areas, and how many areas are of each kind. */
export function FoundClusters({ found }: { readonly found: ClusterMap }) {
  const text = words.value.clusters;
  const counts = countKinds(found.kinds, clusterKinds.length);
  const areas = words.value.levels[shown.value?.level ?? 'neighbourhood'].many;
  const colours = clusterColours(indicator.value?.polarity ?? 'neutral', appearance.value);
  const { value, expected, p, count } = found.global;
  const isChance = !(p < 0.05);
  const side = isChance ? 'chance' : value > expected ? 'alike' : 'unlike';
  const stands = counts.slice(0, 4).reduce((sum, each) => sum + each, 0);
  return (
    <>
      <h2 id="clusters">{text.found(stands, found.indexes.length, areas)}</h2>
      <p>
        {text.global[side]} {text.moran(writeCorrelation(value), writeChance(p))}
      </p>
      <ul class="cluster-kinds">
        {clusterKinds.map((kind, index) => (
          <li key={kind}>
            <span class="swatch" style={{ background: formatColour(colours[index] ?? [0, 0, 0]) }} />
            <span>
              <b>{counts[index]}</b> {text.kinds[kind]}
              <span class="soft"> – {text.hints[kind]}</span>
            </span>
          </li>
        ))}
      </ul>
      <p class="soft">{text.method(formatNumber(found.permutations, 0, language.value), count)}</p>
    </>
  );
}
