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
  const pinned = shown.value?.area ? area.data.value : null;
  const isCurrent = pinned?.code === shown.value?.area && pinned?.level === shown.value?.level;
  const index = isCurrent && indicator.value ? (pinned?.index ?? null) : null;
  const figure = index === null ? [] : describeShown(index);
  const parts = [pinned?.name, pinned && municipalityOf(pinned.code), ...figure];
  return (
    <p class="hidden-text" role="status" data-live="area">
      {pinned ? parts.filter(Boolean).join(', ') : ''}
    </p>
  );
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
