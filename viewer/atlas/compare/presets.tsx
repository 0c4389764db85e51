import type { ResolvedView } from '../../../geodata/link/resolve.ts';
import type { View } from '../../../geodata/link/view.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { indicators } from '../../state/catalog.ts';
import { changeView } from '../../state/link/view.ts';
import { attempt } from '../../state/screen/attempt.ts';
import { words } from '../../state/screen/words.ts';
import { comparablePeriods, pairIndicators, pairPeriods } from './arrange.ts';
import { compareMunicipalities } from './municipalities.ts';

interface PresetsProps {
  readonly view: ResolvedView;
  readonly indicator: CatalogIndicator;
}

/** The comparisons that people make most, each with one click. */
export function Presets({ view, indicator }: PresetsProps) {
  const text = words.value.compare.presets;
  const periods = comparablePeriods(view, indicator);
  const [first, last] = [periods[0], periods.at(-1)];
  const before = periods[periods.indexOf(view.period) - 1];
  const earlier = before ? pairPeriods(view, before, view.period) : null;
  const ends = first && last && first !== last ? pairPeriods(view, first, last) : null;
  const two = pairIndicators(view, indicators.value);
  return (
    <div class="presets" role="group" aria-label={text.label}>
      <Preset name={text.yearBefore} change={earlier} />
      <Preset name={text.firstAndLast} change={ends} />
      <Preset name={text.twoIndicators} change={two} />
      <button type="button" class="link" onClick={() => attempt(() => compareMunicipalities(measureRoom()))}>
        {text.twoMunicipalities}
      </button>
      <ViewLink class="link" change={{ page: 'differences' }}>
        {words.value.pages.differences}
      </ViewLink>
      <ViewLink class="link" change={{ page: 'connections' }}>
        {words.value.pages.connections}
      </ViewLink>
      <ViewLink class="link" change={{ page: 'clusters' }}>
        {words.value.pages.clusters}
      </ViewLink>
    </div>
  );
}

function Preset({ name, change }: { readonly name: string; readonly change: Partial<View> | null }) {
  return (
    <button
      type="button"
      class="link"
      disabled={change === null}
      onClick={() => change && changeView(change)}
    >
      {name}
    </button>
  );
}

function measureRoom(): { readonly width: number; readonly height: number } {
  const { clientWidth = 800, clientHeight = 600 } = document.querySelector('#map') ?? {};
  return { width: clientWidth, height: clientHeight };
}
