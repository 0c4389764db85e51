import { createAreaFills } from './area-fills.ts';
import {
  applyLook,
  cameraOf,
  createBaseMap,
  prefersStillness,
  showOutlines,
  showTileset,
  tileStore,
} from './base-map.ts';
import { finishFrame } from './finish-frame.ts';
import { findOnTiles, indexOnTiles, outlinesOnTiles } from './on-tiles.ts';
import { paintScene } from './paint.ts';
import type { MapArea, MapHandle, MapOptions, MapPoint, MapScene } from './scene.ts';
import { loadTileset, type Tileset } from './tileset.ts';

/** One life of a map, from its start to the loss of its GPU, which `onLost` tells. */
export function startMap(container: HTMLElement, options: MapOptions, onLost: () => void): MapHandle {
  container.dataset.map = 'loading';
  container.dataset.appearance = options.scene.appearance;
  const map = createBaseMap(container, options);
  const paint = paintScene(null, options.scene, null, map.getPixelRatio());
  const fills = createAreaFills(map, tileStore, paint, { onChange: showStandouts, onGone: chooseTileset });
  let scene = options.scene;
  let tileset: Tileset | null = null;
  let styled = false;
  let announced = false;
  let destroyed = false;

  function showStandouts(): void {
    paint.hovered = indexOnTiles(fills.shown(), scene.hovered);
    if (tileset && styled) showOutlines(map, outlinesOnTiles(fills.shown(), scene));
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

  function showTiles(found: Tileset): void {
    showTileset(map, found, scene);
    fills.show(found, scene.level);
  }

  function areaAt(point: MapPoint): MapArea | null {
    const { lng, lat } = map.unproject([point.x, point.y]);
    return findOnTiles(fills.shown(), lng, lat);
  }

  map.once('style.load', () => {
    styled = true;
    if (tileset) showTiles(tileset);
  });
  map.on('move', (event) => {
    fills.cover();
    if (!isFollowed(event)) options.onMove?.(cameraOf(map));
  });
  map.on('resize', () => {
    paint.pixelRatio = map.getPixelRatio();
    fills.cover();
  });
  map.on('movestart', () => {
    container.dataset.map = 'busy';
  });
  map.on('moveend', (event) => {
    if (!isFollowed(event)) options.onCamera?.(cameraOf(map));
  });
  map.on('idle', () => {
    if (!fills.isComplete()) return;
    container.dataset.map = 'idle';
    if (!announced) options.onReady?.();
    announced = true;
  });
  map.on('mousemove', ({ point }) => {
    if (!map.isMoving()) options.onHover?.(areaAt(point), { x: point.x, y: point.y });
  });
  map.on('mouseout', ({ point }) => options.onHover?.(null, { x: point.x, y: point.y }));
  map.on('click', ({ point, originalEvent }) => {
    const { ctrlKey, metaKey, shiftKey } = originalEvent;
    options.onSelect?.(areaAt(point), { additive: ctrlKey || metaKey || shiftKey });
  });
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
      Object.assign(paint, paintScene(before, next, paint, map.getPixelRatio()));
      if (next.tileJson !== before.tileJson) void chooseTileset();
      else if (next.level !== before.level && tileset) fills.show(tileset, next.level);
      if (styled && looksDifferent(before, next)) applyLook(map, next);
      if (next.hovered !== before.hovered || next.selected !== before.selected) showStandouts();
      map.triggerRepaint();
    },
    camera: () => cameraOf(map),
    setCamera: ({ longitude, latitude, zoom }) => void map.jumpTo({ center: [longitude, latitude], zoom }),
    flyTo: (bounds) =>
      void map.fitBounds([...bounds], { padding: 48, maxZoom: 14, animate: !prefersStillness() }),
    follow: ({ longitude, latitude, zoom }) => {
      map.jumpTo({ center: [longitude, latitude], zoom }, followed);
      map.redraw();
    },
    zoomBy: (steps) => void map.easeTo({ zoom: map.getZoom() + steps, animate: !prefersStillness() }),
    resize: () => void map.resize(),
    redraw: () => {
      map.redraw();
      return finishFrame(map);
    },
    finished: async () => {
      while (container.dataset.map !== 'idle' && !destroyed)
        await new Promise((resolve) => map.once('idle', resolve));
      await finishFrame(map);
    },
    destroy: () => {
      destroyed = true;
      fills.destroy();
      map.remove();
    },
  };
}

/** Marks the events of a move that another map made. */
const followed = { followed: true };

function isFollowed(event: object): boolean {
  return 'followed' in event;
}

function looksDifferent(before: MapScene, next: MapScene): boolean {
  return before.level !== next.level || before.appearance !== next.appearance;
}
