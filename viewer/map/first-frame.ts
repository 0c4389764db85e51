import type { Map as MapLibreMap } from 'maplibre-gl';

/** How long a map that lacks something may stay empty, milliseconds. */
const longestWait = 8000;

/**
 * Lets a map draw its first frame once all is there, instead of one for every tile that comes: drawn in software each of
 * them takes longer than all else. What does not come in time is not waited for. Returns what ends the wait.
 */
export function awaitFirstFrame(map: MapLibreMap, isReady: () => boolean): () => void {
  const { painter } = map;
  const draw = painter.render;
  const end = (): void => {
    clearTimeout(timer);
    painter.render = draw;
  };
  const timer = setTimeout(() => {
    end();
    map.triggerRepaint();
  }, longestWait);
  painter.render = (...frame) => {
    if (!map.loaded() || !isReady()) return;
    // This frame is the first: to ask for another would have all of it drawn twice.
    end();
    draw.apply(painter, frame);
  };
  return end;
}
