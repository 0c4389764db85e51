import { tileStore } from './base-map.ts';
import { startMap } from './running-map.ts';
import { type MapHandle, type MapOptions, MapUnavailableError } from './scene.ts';

/**
 * Draws a map in the container, which needs a size of its own. Throws MapUnavailableError where the browser has no
 * WebGL 2. When the GPU is lost the map builds itself anew as soon as there is one again.
 */
export function createMap(container: HTMLElement, options: MapOptions): MapHandle {
  if (!document.createElement('canvas').getContext('webgl2')) throw new MapUnavailableError();
  let scene = options.scene;
  const begin = (start: MapOptions): MapHandle => startMap(container, start, rebuild);
  const rebuild = (): void => {
    options.onTrouble?.('context-back');
    const camera = running.camera();
    running.destroy();
    running = begin({ ...options, scene, camera });
  };
  let running = begin(options);
  const stopListening = tileStore.onFailure((failing) =>
    options.onTrouble?.(failing ? 'tiles' : 'tiles-back'),
  );
  return {
    update: (next) => {
      scene = next;
      running.update(next);
    },
    camera: () => running.camera(),
    setCamera: (camera) => running.setCamera(camera),
    flyTo: (bounds) => running.flyTo(bounds),
    zoomBy: (steps) => running.zoomBy(steps),
    resize: () => running.resize(),
    destroy: () => {
      stopListening();
      running.destroy();
      delete container.dataset.map;
    },
  };
}
