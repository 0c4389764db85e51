import type { Map as MapLibreMap } from 'maplibre-gl';

/** How long a map that lacks something may stay empty, milliseconds. */
const patience = 8000;

/**
 * Lets a map draw its first frame once all is there, instead of one for every tile that comes: drawn in software each of
 * them takes longer than all else. What does not come in time is not waited for. Returns what lets it draw at once.
 */
export function awaitFirstFrame(map: MapLibreMap, isReady: () => boolean): () => void {
  const { painter } = map;
  const draw = painter.render;
  const begin = (): void => {
    clearTimeout(timer);
    if (painter.render === draw) return;
    painter.render = draw;
    map.triggerRepaint();
  };
  const timer = setTimeout(begin, patience);
  painter.render = (...frame) => {
    if (!map.loaded() || !isReady()) return;
    begin();
    draw.apply(painter, frame);
  };
  return begin;
}
