import { awaitFirstFrame } from './first-frame.ts';
import { createGlCamera } from './gl-camera.ts';
import { createGlContent } from './gl-content.ts';
import { watchGlRest } from './gl-rest.ts';
import { createMapLibreMap } from './maplibre-map.ts';
import { followPointer } from './pointer.ts';
import type { MapHandle, MapOptions } from './scene.ts';

/** One life of a map, from its start to the loss of its GPU, which `onLost` tells. */
export function startMap(container: HTMLElement, options: MapOptions, onLost: () => void): MapHandle {
  container.dataset.map = 'loading';
  container.dataset.appearance = options.scene.appearance;
  const map = createMapLibreMap(container, options);
  const content = createGlContent(map, options);
  const stopWaiting = awaitFirstFrame(map, content.isReady);
  const camera = createGlCamera(map, container, {
    ...options,
    onStep: content.cover,
    onResize: () => {
      content.repaint();
      content.cover();
    },
  });
  const rest = watchGlRest(map, container, {
    isComplete: content.isComplete,
    onFirst: () => options.onReady?.(),
  });
  let isDestroyed = false;
  followPointer(map, options, content.areaAt);
  // The event is MapLibre's own: let it finish before its map goes.
  map.on('webglcontextlost', () => {
    container.dataset.map = 'loading';
    setTimeout(() => isDestroyed || onLost());
  });

  return {
    ...camera,
    ...rest,
    areaAt: content.areaAt,
    update: (next) => {
      container.dataset.map = 'busy';
      container.dataset.appearance = next.appearance;
      content.update(next);
      map.triggerRepaint();
    },
    destroy: () => {
      isDestroyed = true;
      stopWaiting();
      camera.destroy();
      content.destroy();
      map.remove();
    },
  };
}
