import { area, figureAt, municipalityOf } from '../../state/area/selection.ts';
import { indicator, shown } from '../../state/catalog.ts';
import { clusterAt } from '../../state/panel/kinds.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';
import { describeFigure } from '../area/figure-text.tsx';
import { changeAt, tellChange } from '../area/shown-change.ts';
import { describeOther } from '../plate/other-figure.ts';

/** Reads out the pinned area, its figure or its change, and the status, to whoever cannot see the map. */
export function LiveRegion() {
  return (
    <p class="hidden-text" role="status" data-live="area">
      {describePinned()}
    </p>
  );
}

/** `Twekkelerveld, Enschede, 55,4 per 1.000 inwoners`; the empty text where no area is pinned. */
export function describePinned(): string {
  const pinned = shown.value?.area ? area.data.value : null;
  if (!pinned) return '';
  const isCurrent = pinned.code === shown.value?.area && pinned.level === shown.value?.level;
  const index = isCurrent && indicator.value ? pinned.index : null;
  const figure = index === null ? [] : describeShown(index);
  return [pinned.name, municipalityOf(pinned.code), ...figure].filter(Boolean).join(', ');
}

function describeShown(index: number): (string | null)[] {
  if (!shown.value?.change) {
    const figure = figureAt(index);
    const { value, status } = describeFigure(figure);
    const other = describeOther(activePanel.value, index);
    const kind = clusterAt(index, activePanel.value);
    return figure ? [value, status, kind && words.value.clusters.kinds[kind], other] : [];
  }
  const change = changeAt(index, activePanel.value);
  const text = change && tellChange(change, activePanel.value);
  return text ? [text.ends, text.absolute, text.relative, text.direction, text.status] : [];
}
