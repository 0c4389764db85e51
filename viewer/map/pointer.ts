import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapArea, MapOptions, MapPoint } from './scene.ts';

/** Tells which area people point at and click on. */
export function followPointer(
  map: MapLibreMap,
  { onHover, onSelect }: Pick<MapOptions, 'onHover' | 'onSelect'>,
  areaAt: (point: MapPoint) => MapArea | null,
): void {
  map.on('mousemove', ({ point }) => {
    if (!map.isMoving()) onHover?.(areaAt(point), { x: point.x, y: point.y });
  });
  map.on('mouseout', ({ point }) => onHover?.(null, { x: point.x, y: point.y }));
  map.on('click', ({ point, originalEvent }) => {
    const { ctrlKey, metaKey, shiftKey } = originalEvent;
    onSelect?.(areaAt(point), { isAdditive: ctrlKey || metaKey || shiftKey });
  });
}
