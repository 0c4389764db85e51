import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Camera } from '../../geodata/link/view.ts';
import { cameraOf } from './maplibre-map.ts';
import { isSameCamera } from './nearness.ts';
import type { MapHandle, MapOptions } from './scene.ts';
import { prefersStillness } from './stillness.ts';

/** Where a running map looks, and how it gets there. */
export interface GlCamera extends Pick<MapHandle, 'camera' | 'setCamera' | 'follow' | 'flyTo' | 'zoomBy'> {
  readonly destroy: () => void;
}

interface GlCameraOptions extends Pick<MapOptions, 'bounds' | 'camera' | 'margins' | 'onMove' | 'onCamera'> {
  /** At every step of a move, before `onMove`, whoever makes it. */
  readonly onStep: () => void;
  /** The container has another size. */
  readonly onResize: () => void;
}

/** Lets people, links, other maps and the size of the container move a map, and tells of the moves that people made on it. */
export function createGlCamera(map: MapLibreMap, container: HTMLElement, options: GlCameraOptions): GlCamera {
  let isLed = false;
  let showsWhole = options.camera === null;
  const isOwn = (event: object) => !isLed && !isFollowing(event);

  /** The leader wins over whatever people were doing on this map, also over what the frame itself still wanted to do. */
  function follow(camera: Camera): void {
    isLed = true;
    showsWhole = false;
    if (map.isMoving()) map.stop();
    jumpTo(camera, following);
    map.redraw();
    if (!isSameCamera(cameraOf(map), camera)) {
      jumpTo(camera, following);
      map.redraw();
    }
    isLed = false;
  }

  function jumpTo({ longitude, latitude, zoom }: Camera, mark?: object): void {
    map.jumpTo({ center: [longitude, latitude], zoom }, mark);
  }

  map.on('movestart', () => {
    container.dataset.map = 'busy';
  });
  map.on('move', (event) => {
    options.onStep();
    if (!isOwn(event)) return;
    showsWhole = false;
    options.onMove?.(cameraOf(map));
  });
  map.on('moveend', (event) => {
    if (isOwn(event)) options.onCamera?.(cameraOf(map));
  });
  const stopFitting = fitContainer(container, map);
  map.on('resize', () => {
    if (showsWhole)
      map.fitBounds([...options.bounds], { padding: options.margins?.() ?? 24, animate: false }, following);
    options.onResize();
  });

  return {
    camera: () => cameraOf(map),
    setCamera: (camera) => jumpTo(camera),
    follow,
    flyTo: (bounds) =>
      void map.fitBounds([...bounds], { padding: 48, maxZoom: 14, animate: !prefersStillness() }),
    zoomBy: (steps) => void map.easeTo({ zoom: map.getZoom() + steps, animate: !prefersStillness() }),
    destroy: stopFitting,
  };
}

/**
 * Keeps the map as large as its container, in the frame in which that changes. MapLibre would do it too, but its events
 * then look like people moving the map, who would find a camera in their link. Returns what ends that.
 */
function fitContainer(container: HTMLElement, map: MapLibreMap): () => void {
  let before = sizeOf(container);
  const observer = new ResizeObserver(() => {
    const now = sizeOf(container);
    if (now === before) return;
    before = now;
    map.resize(following);
    map.redraw();
  });
  observer.observe(container);
  return () => observer.disconnect();
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): string {
  return `${clientWidth} ${clientHeight}`;
}

/** Marks the events of a move that nobody made on this map: another map led, or its container changed. */
const following = { following: true };

function isFollowing(event: object): boolean {
  return 'following' in event;
}
