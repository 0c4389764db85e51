import type { Map as MapLibreMap } from 'maplibre-gl';
import { finishFrame } from './finish-frame.ts';
import type { MapHandle } from './scene.ts';

interface GlRestOptions {
  /** Whether all that the map shows is drawn. */
  readonly isComplete: () => boolean;
  /** It rests for the first time. */
  readonly onFirst: () => void;
}

/** Says in `data-map` when a running map rests, and waits for its frames until the GPU has finished them. */
export function watchGlRest(
  map: MapLibreMap,
  container: HTMLElement,
  { isComplete, onFirst }: GlRestOptions,
): Pick<MapHandle, 'drawn' | 'redraw' | 'finished'> {
  let hasRested = false;
  let isRemoved = false;
  let drawnFrames = 0;
  /** So many of them the GPU is known to have finished. */
  let finishedFrames = 0;

  map.on('render', () => {
    drawnFrames++;
  });
  map.on('idle', () => {
    if (!isComplete()) return;
    container.dataset.map = 'idle';
    if (!hasRested) onFirst();
    hasRested = true;
  });
  map.on('remove', () => {
    isRemoved = true;
  });

  return {
    drawn: async () => {
      await Promise.race([map.once('render'), map.once('remove')]);
      await finishFrame(map);
    },
    redraw: () => {
      map.redraw();
      return finishFrame(map);
    },
    finished: async () => {
      while (container.dataset.map !== 'idle' && !isRemoved)
        await Promise.race([map.once('idle'), map.once('remove')]);
      const frames = drawnFrames;
      // To ask once more would wait for what the page itself draws since.
      if (frames === finishedFrames) return;
      await finishFrame(map);
      finishedFrames = frames;
    },
  };
}
