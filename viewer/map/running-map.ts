import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Camera } from '../../geodata/link/view.ts';
import { createAreaFills } from './area-fills.ts';
import { finishFrame } from './finish-frame.ts';
import { awaitFirstFrame } from './first-frame.ts';
import { applyLook, cameraOf, createMapLibreMap, showStandouts, showTileset } from './maplibre-map.ts';
import { isSameCamera } from './nearness.ts';
import { findOnTiles, indexOnTiles, numberedOnTiles, outlinesOnTiles } from './on-tiles.ts';
import { createOtherBorders } from './other-borders.ts';
import { paintScene } from './paint.ts';
import { followPointer } from './pointer.ts';
import type { MapArea, MapHandle, MapOptions, MapPoint, MapScene } from './scene.ts';
import { prefersStillness } from './stillness.ts';
import { tileShelf, tileStore } from './tiles.ts';
import { forgetTileset, loadTileset, type Tileset } from './tileset.ts';

/** One life of a map, from its start to the loss of its GPU, which `onLost` tells. */
export function startMap(container: HTMLElement, options: MapOptions, onLost: () => void): MapHandle {
  container.dataset.map = 'loading';
  container.dataset.appearance = options.scene.appearance;
  const map = createMapLibreMap(container, options);
  let scene = options.scene;
  let paint = paintScene(null, scene, null, { hovered: -1, pixelRatio: map.getPixelRatio() });
  const fills = createAreaFills(map, tileShelf, paint, {
    onChange: meetTiles,
    onGone: chooseAnew,
    onMissing: (isMissing) => options.onTrouble?.(isMissing ? 'tiles' : 'tiles-back'),
  });
  const otherBorders = createOtherBorders(map, tileStore, tileShelf);
  const stopWaiting = awaitFirstFrame(map, () => fills.isReady() && otherBorders.isComplete());
  let tileset: Tileset | null = null;
  let styled = false;
  let showBaseMap: ((scene: MapScene) => Promise<void>) | null = null;
  let announced = false;
  let destroyed = false;
  let isLed = false;
  let drawnFrames = 0;
  /** So many of them the GPU is known to have finished. */
  let finishedFrames = 0;
  let showsWhole = options.camera === null;

  function repaint(before: MapScene): void {
    const hovered = indexOnTiles(fills.shown(), scene.hovered);
    paint = paintScene(before, scene, paint, { hovered, pixelRatio: map.getPixelRatio() });
    fills.setPaint(paint);
  }

  function meetTiles(): void {
    repaint(scene);
    showOutlines();
    showNumbers();
  }

  function showOutlines(): void {
    if (tileset && styled) showStandouts(map, 'outlined', outlinesOnTiles(fills.shown(), scene));
  }

  function showNumbers(): void {
    if (tileset && styled) showStandouts(map, 'numbered', numberedOnTiles(fills.shown(), scene.numbered));
  }

  async function chooseTileset(): Promise<void> {
    const address = scene.tileJson;
    const found = await loadTileset(tileStore, address).catch(() => null);
    if (destroyed || address !== scene.tileJson) return;
    if (!found) return options.onTrouble?.('tiles');
    if (found.template === tileset?.template) return;
    tileset = found;
    if (styled) showTiles(found);
  }

  function chooseAnew(): void {
    forgetTileset(scene.tileJson);
    void chooseTileset();
  }

  function showTiles(found: Tileset): void {
    showTileset(map, found, scene);
    fills.show(found, scene.level);
    otherBorders.show(scene.otherBorders, scene.level);
    void followBaseMap();
  }

  /** Its code comes when a scene first has one. */
  async function followBaseMap(): Promise<void> {
    if (!tileset || (!showBaseMap && scene.baseMapOpacity === null)) return;
    if (!showBaseMap) {
      const code = await import('./base/gl-base-map.ts').catch(() => null);
      if (destroyed || !code) return;
      showBaseMap ??= code.createGlBaseMap(map);
    }
    await showBaseMap(scene);
  }

  function areaAt(point: MapPoint): MapArea | null {
    const { lng, lat } = map.unproject([point.x, point.y]);
    return findOnTiles(fills.shown(), lng, lat);
  }

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

  map.once('style.load', () => {
    styled = true;
    if (tileset) showTiles(tileset);
  });
  map.on('move', (event) => {
    fills.cover();
    otherBorders.cover();
    if (isLed || isFollowing(event)) return;
    showsWhole = false;
    options.onMove?.(cameraOf(map));
  });
  map.on('render', () => {
    drawnFrames++;
  });
  const stopFitting = fitContainer(container, map);
  map.on('resize', () => {
    if (showsWhole)
      map.fitBounds([...options.bounds], { padding: options.margins?.() ?? 24, animate: false }, following);
    repaint(scene);
    fills.cover();
    otherBorders.cover();
  });
  map.on('movestart', () => {
    container.dataset.map = 'busy';
  });
  map.on('moveend', (event) => {
    if (!isLed && !isFollowing(event)) options.onCamera?.(cameraOf(map));
  });
  map.on('idle', () => {
    if (!fills.isComplete() || !otherBorders.isComplete()) return;
    container.dataset.map = 'idle';
    if (!announced) options.onReady?.();
    announced = true;
  });
  followPointer(map, options, areaAt);
  // The event is MapLibre's own: let it finish before its map goes.
  map.on('webglcontextlost', () => {
    container.dataset.map = 'loading';
    setTimeout(() => destroyed || onLost());
  });
  void chooseTileset();

  return {
    update: (next) => {
      const before = scene;
      scene = next;
      container.dataset.map = 'busy';
      container.dataset.appearance = next.appearance;
      repaint(before);
      if (next.tileJson !== before.tileJson) void chooseTileset();
      else if (next.level !== before.level && tileset) fills.show(tileset, next.level);
      if (styled && looksDifferent(before, next)) applyLook(map, next);
      if (next.hovered !== before.hovered || next.selected !== before.selected) showOutlines();
      if (next.numbered !== before.numbered) showNumbers();
      if (styled && hasOtherBaseMap(before, next)) void followBaseMap();
      if (tileset && hasOtherBorders(before, next)) otherBorders.show(next.otherBorders, next.level);
      map.triggerRepaint();
    },
    camera: () => cameraOf(map),
    areaAt,
    setCamera: (camera) => jumpTo(camera),
    follow,
    flyTo: (bounds) =>
      void map.fitBounds([...bounds], { padding: 48, maxZoom: 14, animate: !prefersStillness() }),
    zoomBy: (steps) => void map.easeTo({ zoom: map.getZoom() + steps, animate: !prefersStillness() }),
    drawn: async () => {
      await Promise.race([map.once('render'), map.once('remove')]);
      await finishFrame(map);
    },
    redraw: () => {
      map.redraw();
      return finishFrame(map);
    },
    finished: async () => {
      while (container.dataset.map !== 'idle' && !destroyed) await nextRest();
      const frames = drawnFrames;
      // To ask once more would wait for what the page itself draws since.
      if (frames === finishedFrames) return;
      await finishFrame(map);
      finishedFrames = frames;
    },
    destroy: () => {
      destroyed = true;
      stopWaiting();
      stopFitting();
      fills.destroy();
      map.remove();
    },
  };

  function nextRest(): Promise<unknown> {
    return Promise.race([map.once('idle'), map.once('remove')]);
  }
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

function looksDifferent(before: MapScene, next: MapScene): boolean {
  return (
    before.level !== next.level ||
    before.appearance !== next.appearance ||
    before.nameScale !== next.nameScale
  );
}

function hasOtherBaseMap(before: MapScene, next: MapScene): boolean {
  return (
    (before.baseMapOpacity === null) !== (next.baseMapOpacity === null) ||
    before.appearance !== next.appearance
  );
}

function hasOtherBorders(before: MapScene, next: MapScene): boolean {
  return before.otherBorders !== next.otherBorders || before.level !== next.level;
}
