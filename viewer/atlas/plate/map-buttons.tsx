import { Icon, type IconName } from '../../parts/icon.tsx';
import { hasBaseMap } from '../../state/base-map.ts';
import { words } from '../../state/screen/words.ts';
import { BaseMapChoice } from './base-map-choice.tsx';
import { leadingMap } from './maps.ts';
import { regionBounds } from './region-bounds.ts';
import { WhereAmI } from './where-am-i.tsx';

/** Zooming for whoever has no wheel, and the way back to the whole region. */
export function MapButtons() {
  const text = words.value.plate;
  const buttons: readonly (readonly [icon: IconName, name: string, act: () => void])[] = [
    ['plus', text.zoomIn, () => leadingMap()?.zoomBy(1)],
    ['minus', text.zoomOut, () => leadingMap()?.zoomBy(-1)],
    ['whole', text.whole, () => leadingMap()?.flyTo(regionBounds.peek())],
  ];
  return (
    <div class="map-buttons">
      {buttons.map(([icon, name, act]) => (
        <button key={icon} type="button" class="tool" title={name} aria-label={name} onClick={act}>
          <Icon name={icon} />
        </button>
      ))}
      <WhereAmI />
      {hasBaseMap.value && <BaseMapChoice />}
    </div>
  );
}
