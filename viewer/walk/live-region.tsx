import { describeFigure } from '../area/figure-text.tsx';
import { indicator, shown } from '../state/catalog.ts';
import { area, figureAt, municipalityOf } from '../state/selection.ts';

/** Reads out the pinned area, its figure and its status, to whoever cannot see the map. */
export function LiveRegion() {
  const pinned = shown.value?.area ? area.data.value : null;
  const isCurrent = pinned?.code === shown.value?.area && pinned?.level === shown.value?.level;
  const figure = isCurrent && pinned?.index != null && indicator.value ? figureAt(pinned.index) : null;
  const { value, status } = describeFigure(figure);
  const parts = [pinned?.name, pinned && municipalityOf(pinned.code), figure && value, figure && status];
  return (
    <p class="hidden-text" role="status" data-live="area">
      {pinned ? parts.filter(Boolean).join(', ') : ''}
    </p>
  );
}
