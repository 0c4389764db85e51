import { GPUInitializationError } from 'maplibre-gl';
import { startMap } from './running-map.ts';
import { type MapHandle, type MapOptions, MapUnavailableError } from './scene.ts';

/**
 * Draws a map in the container, which needs a size of its own. Throws MapUnavailableError where the browser has no
 * WebGL 2. When the GPU is lost the map starts anew, with the same scene and camera, as soon as there is one again.
 */
export function createGlMap(container: HTMLElement, options: MapOptions): MapHandle {
  let { scene, camera } = options;
  let running: MapHandle | null = null;
  let ended = false;
  const waiting: (() => void)[] = [];

  const start = (): void => {
    running = startMap(container, { ...options, scene, camera }, startAgain);
    for (const resolve of waiting.splice(0)) resolve();
  };
  const startAgain = (): void => {
    options.onTrouble?.('context');
    camera = running?.camera() ?? camera;
    running?.destroy();
    running = null;
    restart(firstDelay);
  };
  const restart = (delay: number): void => {
    setTimeout(() => {
      if (ended) return;
      if (!offersWebGl()) return restart(Math.min(longestDelay, delay * 2));
      start();
      options.onTrouble?.('context-back');
    }, delay);
  };

  try {
    start();
  } catch (error) {
    throw error instanceof GPUInitializationError ? new MapUnavailableError() : error;
  }
  return {
    update: (next) => {
      scene = next;
      running?.update(next);
    },
    camera: () => running?.camera() ?? camera ?? { zoom: 0, latitude: 0, longitude: 0 },
    setCamera: (next) => {
      camera = next;
      running?.setCamera(next);
    },
    follow: (next) => {
      camera = next;
      running?.follow(next);
    },
    flyTo: (bounds) => running?.flyTo(bounds),
    zoomBy: (steps) => running?.zoomBy(steps),
    areaAt: (point) => running?.areaAt(point) ?? null,
    drawn: async () => running?.drawn(),
    redraw: async () => running?.redraw(),
    finished: async () => {
      while (!ended) {
        if (!running) await new Promise<void>((resolve) => waiting.push(resolve));
        const current = running;
        await current?.finished();
        if (current === running) return;
      }
    },
    destroy: () => {
      ended = true;
      running?.destroy();
      for (const release of waiting.splice(0)) release();
      delete container.dataset.map;
    },
  };
}

/** How long to wait before asking for the GPU again, in milliseconds: doubled at every refusal. */
const firstDelay = 250;
const longestDelay = 8000;

/** Only after a loss: to ask costs a context, of which browsers allow few at once, so it is given back. */
function offersWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
