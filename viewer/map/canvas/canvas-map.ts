import 'maplibre-gl/dist/maplibre-gl.css';
import '../map.css';
import type { Camera } from '../../../geodata/link/view.ts';
import { latitudeOf, longitudeOf } from '../../../geodata/map/mercator.ts';
import type { CanvasBase } from '../base/canvas-base.ts';
import { closestZoom, keepNear } from '../nearness.ts';
import { findOnTiles, numberedOnTiles, outlinesOnTiles, type PlacedTile } from '../on-tiles.ts';
import { createPlacedTiles } from '../placed-tiles.ts';
import type { MapArea, MapHandle, MapOptions, MapPoint, MapScene } from '../scene.ts';
import { tileStore } from '../tiles.ts';
import { forgetTileset, loadTileset, type Tileset } from '../tileset.ts';
import { createAttribution } from './attribution.ts';
import { createDrawing, type Stale } from './drawing.ts';
import { type DrawnTile, loadDrawnTile } from './drawn-tile.ts';
import { followGestures } from './gestures.ts';
import { forgetWidths } from './names.ts';
import { createOtherBorderLines } from './other-border-lines.ts';
import { boundsOf, fitBounds, type Sight, worldAt } from './sight.ts';

/** A map on plain canvases, which needs no GPU. */
export interface CanvasMap extends MapHandle {
  /** Whether it still shows the whole region because nobody moved it. */
  readonly showsWhole: () => boolean;
  /** Whether somebody holds it. */
  readonly isHeld: () => boolean;
  /** Goes on in another container, at the same camera. */
  readonly moveTo: (container: HTMLElement) => void;
  /** Tells others from now on, also that it is ready. */
  readonly tell: (listeners: CanvasMapListeners) => void;
}

export type CanvasMapListeners = Omit<CanvasMapOptions, 'bounds' | 'camera' | 'scene'>;

interface CanvasMapOptions extends MapOptions {
  /** Something is on the screen, though tiles may be on their way; `onReady`: all of them are. */
  readonly onFirst: () => void;
  /** Somebody does something on the map. */
  readonly onTouch: () => void;
  /** Shows nothing until it has figures and all tiles, or so many milliseconds went by. */
  readonly longestWait?: number;
}

const evenMargins = (side: number) => ({ top: side, right: side, bottom: side, left: side });

/** Draws a map in the container. Throws where the browser has no canvas. */
export function createCanvasMap(place: HTMLElement, options: CanvasMapOptions): CanvasMap {
  let container = place;
  let told: CanvasMapListeners = options;
  const drawing = createDrawing();
  const { element, surface } = drawing;
  const attribution = createAttribution(options.scene.language);
  element.append(attribution.element);
  surface.setAttribute('aria-label', labels[options.scene.language]);
  container.append(element);
  let scene = options.scene;
  let camera = near(options.camera ?? whole());
  let showsWhole = options.camera === null;
  let tileset: Tileset | null = null;
  let held = false;
  let first = false;
  let ready = false;
  let destroyed = false;
  let frame = 0;
  let isLate = options.longestWait === undefined;
  const stale = new Set<Stale>(['sight']);
  const waiting: (() => void)[] = [];

  const tiles = createPlacedTiles<DrawnTile>({
    load: loadDrawnTile,
    view: () => ({ bounds: boundsOf(sight()), zoom: camera.zoom }),
    onChange: () => invalidate('sight'),
    onGone: () => {
      forgetTileset(scene.tileJson);
      void chooseTileset();
    },
    onMissing: (isMissing) => told.onTrouble?.(isMissing ? 'tiles' : 'tiles-back'),
  });
  let base: CanvasBase | null = null;
  let isBaseAsked = false;

  /** Its code comes when a scene first has one. */
  async function followBaseMap(): Promise<void> {
    if (scene.baseMapOpacity === null) {
      base?.destroy();
      base = null;
      writeAttribution();
    } else if (!base && !isBaseAsked) {
      isBaseAsked = true;
      const code = await import('../base/canvas-base.ts').catch(() => null);
      isBaseAsked = false;
      if (destroyed || !code || scene.baseMapOpacity === null) return;
      const view = () => ({ bounds: boundsOf(sight()), zoom: camera.zoom });
      base = code.createCanvasBase(drawing.areas, view, () => {
        writeAttribution();
        invalidate('sight');
      });
    }
  }

  function writeAttribution(): void {
    const names = [tileset?.attribution, base?.attribution()].filter(Boolean);
    attribution.write(names.join(' | '));
  }

  const otherBorders = createOtherBorderLines(
    () => ({ bounds: boundsOf(sight()), zoom: camera.zoom }),
    () => invalidate('standouts'),
  );

  function sight(): Sight {
    return { camera, width: container.clientWidth, height: container.clientHeight };
  }

  function whole(): Camera {
    const size = { width: container.clientWidth, height: container.clientHeight };
    return fitBounds(options.bounds, size, told.margins?.() ?? evenMargins(24), closestZoom);
  }

  function near(given: Camera): Camera {
    return keepNear(options.bounds, given);
  }

  async function chooseTileset(): Promise<void> {
    const address = scene.tileJson;
    const found = await loadTileset(tileStore, address).catch(() => null);
    if (destroyed || address !== scene.tileJson) return;
    if (!found) return told.onTrouble?.('tiles');
    if (found.template === tileset?.template) return;
    tileset = found;
    writeAttribution();
    void followBaseMap();
    tiles.show(found, scene.level);
    otherBorders.show(scene.otherBorders, scene.level);
    invalidate('sight');
  }

  function invalidate(part: Stale): void {
    stale.add(part);
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  }

  function placedAreas(): readonly PlacedTile[] {
    return tiles.shown().map(({ id, tile }) => ({ id, tile: tile.areas }));
  }

  function isComplete(): boolean {
    const hasBase = scene.baseMapOpacity === null || (base?.isComplete() ?? false);
    return tileset !== null && tiles.isComplete() && otherBorders.isComplete() && hasBase;
  }

  function draw(): void {
    if (destroyed || container.clientWidth === 0) return;
    if (!isLate && !(scene.column && isComplete())) return;
    const features = [
      ...otherBorders.features(),
      ...outlinesOnTiles(placedAreas(), scene),
      ...numberedOnTiles(placedAreas(), scene.numbered),
    ];
    drawing.draw(stale, { scene, sight: sight(), tiles: tiles.shown(), features, base });
    stale.clear();
    finish();
  }

  function finish(): void {
    if (!first && (tiles.shown().length > 0 || isComplete())) {
      first = true;
      told.onFirst();
    }
    if (!isComplete()) return;
    for (const tell of waiting.splice(0)) tell();
    if (ready) return;
    ready = true;
    told.onReady?.();
  }

  function look(next: Camera): void {
    camera = near(next);
    showsWhole = false;
    tiles.cover();
    otherBorders.cover();
    base?.cover();
    invalidate('sight');
  }

  function areaAt(point: MapPoint): MapArea | null {
    const place = worldAt(sight(), point);
    return findOnTiles(placedAreas(), longitudeOf(place), latitudeOf(place));
  }

  const stopGestures = followGestures(surface, {
    sight,
    onMove: (next) => {
      held = true;
      look(next);
      told.onMove?.(camera);
    },
    onEnd: () => {
      held = false;
      told.onCamera?.(camera);
    },
    onHover: (point, last) => told.onHover?.(point && areaAt(point), last),
    onClick: (point, { ctrlKey, metaKey, shiftKey }) =>
      told.onSelect?.(areaAt(point), { isAdditive: ctrlKey || metaKey || shiftKey }),
    onTouch: () => told.onTouch(),
  });
  const fitPlace = (): void => {
    if (drawing.fits(sight())) return;
    if (showsWhole) camera = near(whole());
    tiles.cover();
    otherBorders.cover();
    base?.cover();
    stale.add('sight');
    draw();
  };
  const observer = new ResizeObserver(fitPlace);
  observer.observe(container);
  const hurry = setTimeout(() => {
    if (isLate) return;
    isLate = true;
    draw();
  }, options.longestWait);
  // Names are set anew in the page's own typeface once that is there.
  void document.fonts.ready.then(() => {
    forgetWidths();
    if (!destroyed) invalidate('standouts');
  });
  void chooseTileset();

  function drawn(): Promise<void> {
    return new Promise((resolve) => {
      requestAnimationFrame(() => resolve());
    });
  }

  return {
    update: (next) => {
      const before = scene;
      scene = next;
      surface.setAttribute('aria-label', labels[next.language]);
      if (next.tileJson !== before.tileJson) void chooseTileset();
      else if (next.level !== before.level && tileset) tiles.show(tileset, next.level);
      if (tileset && (next.otherBorders !== before.otherBorders || next.level !== before.level))
        otherBorders.show(next.otherBorders, next.level);
      if (next.baseMapOpacity !== before.baseMapOpacity) {
        void followBaseMap();
        return invalidate('sight');
      }
      if (sightParts.some((part) => next[part] !== before[part])) return invalidate('sight');
      if (colourParts.some((part) => next[part] !== before[part])) invalidate('colours');
      if (standoutParts.some((part) => next[part] !== before[part])) invalidate('standouts');
    },
    camera: () => camera,
    setCamera: look,
    follow: (next) => {
      look(next);
      draw();
    },
    flyTo: (bounds) => {
      look(fitBounds(bounds, sight(), evenMargins(48), 14));
      told.onMove?.(camera);
      told.onCamera?.(camera);
    },
    zoomBy: (steps) => {
      look({ ...camera, zoom: camera.zoom + steps });
      told.onMove?.(camera);
      told.onCamera?.(camera);
    },
    areaAt,
    drawn,
    redraw: async () => {
      stale.add('colours');
      draw();
    },
    finished: async () => {
      if (!isComplete() || stale.size > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    showsWhole: () => showsWhole,
    isHeld: () => held,
    moveTo: (next) => {
      observer.disconnect();
      container = next;
      container.append(element);
      observer.observe(container);
      fitPlace();
    },
    tell: (listeners) => {
      told = listeners;
      [first, ready] = [false, false];
      finish();
    },
    destroy: () => {
      destroyed = true;
      cancelAnimationFrame(frame);
      clearTimeout(hurry);
      observer.disconnect();
      stopGestures();
      tiles.destroy();
      base?.destroy();
      element.remove();
      for (const tell of waiting.splice(0)) tell();
    },
  };
}

const labels = { nl: 'Kaart', en: 'Map' } as const;

/** What the colours of areas follow from. */
const colourParts = [
  'column',
  'periodIndex',
  'nextIndex',
  'share',
  'breaks',
  'colours',
  'fills',
  'chance',
  'chosen',
  'hovered',
] as const satisfies readonly (keyof MapScene)[];
/** What changes where names stand, or what lies in a tile. */
const sightParts = ['level', 'appearance', 'nameScale'] as const satisfies readonly (keyof MapScene)[];

const standoutParts = ['hovered', 'selected', 'numbered'] as const satisfies readonly (keyof MapScene)[];
