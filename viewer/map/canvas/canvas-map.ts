import 'maplibre-gl/dist/maplibre-gl.css';
import '../map.css';
import type { Camera } from '../../../geodata/link/view.ts';
import { latitudeOf, longitudeOf } from '../../../geodata/map/mercator.ts';
import { findOnTiles, numberedOnTiles, outlinesOnTiles, type PlacedTile } from '../on-tiles.ts';
import { createPlacedTiles } from '../placed-tiles.ts';
import type { MapArea, MapHandle, MapOptions, MapPoint, MapScene } from '../scene.ts';
import { tileStore } from '../tiles.ts';
import { forgetTileset, loadTileset, type Tileset } from '../tileset.ts';
import { createAttribution } from './attribution.ts';
import { createBaseMap } from './base-map.ts';
import { createDrawing, type Stale } from './drawing.ts';
import { type DrawnTile, loadDrawnTile } from './drawn-tile.ts';
import { createFrames } from './frames.ts';
import { followGestures } from './gestures.ts';
import { forgetWidths } from './names.ts';
import { createOtherBorderLines } from './other-border-lines.ts';
import { fitBounds, worldAt } from './sight.ts';
import { createViewpoint, evenMargins } from './viewpoint.ts';

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

/** Draws a map in the container. Throws where the browser has no canvas. */
export function createCanvasMap(place: HTMLElement, options: CanvasMapOptions): CanvasMap {
  let container = place;
  let told: CanvasMapListeners = options;
  let scene = options.scene;
  let tileset: Tileset | null = null;
  let isHeld = false;
  let isFirst = true;
  let isReady = false;
  let isDestroyed = false;
  let mayBePartial = options.longestWait === undefined;
  const waiting: (() => void)[] = [];

  const drawing = createDrawing();
  const { element, surface } = drawing;
  const attribution = createAttribution(scene.language);
  element.append(attribution.element);
  surface.setAttribute('aria-label', labels[scene.language]);
  container.append(element);

  const viewpoint = createViewpoint(
    options,
    () => container,
    () => told.margins?.(),
  );
  const { sight, view } = viewpoint;
  const frames = createFrames(draw);
  const { invalidate } = frames;
  const tiles = createPlacedTiles<DrawnTile>({
    load: loadDrawnTile,
    view,
    onChange: () => invalidate('sight'),
    onGone: () => {
      forgetTileset(scene.tileJson);
      void chooseTileset();
    },
    onMissing: (isMissing) => told.onTrouble?.(isMissing ? 'tiles' : 'tiles-back'),
  });
  const base = createBaseMap(drawing.areas, view, () => {
    writeAttribution();
    invalidate('sight');
  });
  const otherBorders = createOtherBorderLines(view, () => invalidate('standouts'));

  function showBaseMap(): void {
    void base.show(scene.baseMapOpacity !== null);
    writeAttribution();
  }

  function writeAttribution(): void {
    const names = [tileset?.attribution, base.canvas()?.attribution()].filter(Boolean);
    attribution.write(names.join(' | '));
  }

  async function chooseTileset(): Promise<void> {
    const address = scene.tileJson;
    const found = await loadTileset(tileStore, address).catch(() => null);
    if (isDestroyed || address !== scene.tileJson) return;
    if (!found) return told.onTrouble?.('tiles');
    if (found.template === tileset?.template) return;
    tileset = found;
    showBaseMap();
    tiles.show(found, scene.level);
    otherBorders.show(scene.otherBorders, scene.level);
    invalidate('sight');
  }

  function placedAreas(): readonly PlacedTile[] {
    return tiles.shown().map(({ id, tile }) => ({ id, tile: tile.areas }));
  }

  function isComplete(): boolean {
    return tileset !== null && tiles.isComplete() && otherBorders.isComplete() && base.isComplete();
  }

  function draw(stale: ReadonlySet<Stale>): boolean {
    if (isDestroyed || container.clientWidth === 0) return false;
    if (!mayBePartial && !(scene.column && isComplete())) return false;
    const features = [
      ...otherBorders.features(),
      ...outlinesOnTiles(placedAreas(), scene),
      ...numberedOnTiles(placedAreas(), scene.numbered),
    ];
    drawing.draw(stale, { scene, sight: sight(), tiles: tiles.shown(), features, base: base.canvas() });
    tellDrawn();
    return true;
  }

  function tellDrawn(): void {
    if (isFirst && (tiles.shown().length > 0 || isComplete())) {
      isFirst = false;
      told.onFirst();
    }
    if (!isComplete()) return;
    for (const tell of waiting.splice(0)) tell();
    if (isReady) return;
    isReady = true;
    told.onReady?.();
  }

  /** Asks for the tiles of what is seen now. */
  function cover(): void {
    tiles.cover();
    otherBorders.cover();
    base.canvas()?.cover();
  }

  function look(next: Camera): void {
    viewpoint.look(next);
    cover();
    invalidate('sight');
  }

  function lookAndTell(next: Camera): void {
    look(next);
    told.onMove?.(viewpoint.camera());
    told.onCamera?.(viewpoint.camera());
  }

  function update(next: MapScene): void {
    const before = scene;
    scene = next;
    const isOther = (...parts: readonly (keyof MapScene)[]) =>
      parts.some((part) => next[part] !== before[part]);
    surface.setAttribute('aria-label', labels[next.language]);
    if (isOther('tileJson')) void chooseTileset();
    else if (isOther('level') && tileset) tiles.show(tileset, next.level);
    if (tileset && isOther('otherBorders', 'level')) otherBorders.show(next.otherBorders, next.level);
    if (isOther('baseMapOpacity')) showBaseMap();
    if (isOther('baseMapOpacity', 'level', 'appearance')) invalidate('sight');
    else {
      if (isOther(...colourParts)) invalidate('colours');
      if (isOther(...standoutParts)) invalidate('standouts');
    }
  }

  function areaAt(point: MapPoint): MapArea | null {
    const { x, y } = worldAt(sight(), point);
    return findOnTiles(placedAreas(), longitudeOf({ x, y }), latitudeOf({ x, y }));
  }

  const stopGestures = followGestures(surface, {
    sight,
    onMove: (next) => {
      isHeld = true;
      look(next);
      told.onMove?.(viewpoint.camera());
    },
    onEnd: () => {
      isHeld = false;
      told.onCamera?.(viewpoint.camera());
    },
    onHover: (point, last) => told.onHover?.(point && areaAt(point), last),
    onClick: (point, { ctrlKey, metaKey, shiftKey }) =>
      told.onSelect?.(areaAt(point), { isAdditive: ctrlKey || metaKey || shiftKey }),
    onTouch: () => told.onTouch(),
  });
  const fitContainer = (): void => {
    if (drawing.fits(sight())) return;
    viewpoint.fit();
    cover();
    frames.drawNow('sight');
  };
  const observer = new ResizeObserver(fitContainer);
  observer.observe(container);
  const hurry = setTimeout(() => {
    if (mayBePartial) return;
    mayBePartial = true;
    frames.drawNow();
  }, options.longestWait);
  // Names are set anew in the page's own typeface once that is there.
  void document.fonts.ready.then(() => {
    forgetWidths();
    if (!isDestroyed) invalidate('standouts');
  });
  void chooseTileset();

  return {
    update,
    camera: viewpoint.camera,
    setCamera: look,
    follow: (next) => {
      look(next);
      frames.drawNow();
    },
    flyTo: (bounds) => lookAndTell(fitBounds(bounds, sight(), evenMargins(48), 14)),
    zoomBy: (steps) => lookAndTell({ ...viewpoint.camera(), zoom: viewpoint.camera().zoom + steps }),
    areaAt,
    drawn: () => new Promise((resolve) => requestAnimationFrame(() => resolve())),
    redraw: async () => frames.drawNow('colours'),
    finished: async () => {
      if (!isComplete() || !frames.isFresh()) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    showsWhole: viewpoint.showsWhole,
    isHeld: () => isHeld,
    moveTo: (next) => {
      observer.disconnect();
      container = next;
      container.append(element);
      observer.observe(container);
      fitContainer();
    },
    tell: (listeners) => {
      told = listeners;
      [isFirst, isReady] = [true, false];
      tellDrawn();
    },
    destroy: () => {
      isDestroyed = true;
      frames.cancel();
      clearTimeout(hurry);
      observer.disconnect();
      stopGestures();
      tiles.destroy();
      base.destroy();
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
const standoutParts = ['hovered', 'selected', 'numbered'] as const satisfies readonly (keyof MapScene)[];
