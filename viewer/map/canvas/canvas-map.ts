import 'maplibre-gl/dist/maplibre-gl.css';
import '../map.css';
import type { Feature } from 'geojson';
import type { MapLevel } from '../../../geodata/level.ts';
import type { Camera } from '../../../geodata/link/view.ts';
import type { AreaTile } from '../area-tile.ts';
import { latitudeOf, longitudeOf } from '../mercator.ts';
import { closestZoom, keepNear } from '../nearness.ts';
import { findOnTiles, indexOnTiles, numberedOnTiles, outlinesOnTiles, type PlacedTile } from '../on-tiles.ts';
import { createPlacedTiles } from '../placed-tiles.ts';
import type { MapArea, MapHandle, MapOptions, MapPoint, MapScene } from '../scene.ts';
import { tileShelf, tileStore } from '../tiles.ts';
import { loadTileset, type Tileset } from '../tileset.ts';
import { type AreaRaster, rasterAreas } from './area-raster.ts';
import { createAttribution } from './attribution.ts';
import { followGestures } from './gestures.ts';
import { createGhostLines } from './ghost-lines.ts';
import { createCanvasLayers } from './layers.ts';
import { drawBadges, drawBorders, drawOutlines, listBadges } from './lines.ts';
import { drawNames, forgetWidths, type PlacedName, placeNames } from './names.ts';
import { paintAreas } from './paint-areas.ts';
import { boundsOf, fitBounds, type Sight, worldAt } from './sight.ts';
import { decodeTileLines, type TileLines } from './tile-lines.ts';

/** A map on plain canvases, which needs no GPU. */
export interface CanvasMap extends MapHandle {
  /** Whether it still shows the whole region because nobody moved it. */
  readonly showsWhole: () => boolean;
  /** Whether somebody holds it. */
  readonly isHeld: () => boolean;
}

interface Tile {
  readonly areas: AreaTile;
  readonly lines: TileLines;
}

interface CanvasMapOptions extends MapOptions {
  /** Somebody does something on the map. */
  readonly onTouch: () => void;
}

/** What is out of date: everything, the colours, or what stands out. */
type Stale = 'sight' | 'colours' | 'standouts';

const evenMargins = (side: number) => ({ top: side, right: side, bottom: side, left: side });

/** Draws a map in the container. Throws where the browser has no canvas. */
export function createCanvasMap(container: HTMLElement, options: CanvasMapOptions): CanvasMap {
  const layers = createCanvasLayers();
  const attribution = createAttribution(options.scene.language);
  layers.element.append(attribution.element);
  container.append(layers.element);
  let scene = options.scene;
  let camera = near(options.camera ?? whole());
  let showsWhole = options.camera === null;
  let tileset: Tileset | null = null;
  let raster: AreaRaster | null = null;
  let names: PlacedName[] = [];
  let held = false;
  let ready = false;
  let destroyed = false;
  let frame = 0;
  const stale = new Set<Stale>(['sight']);
  const waiting: (() => void)[] = [];

  const tiles = createPlacedTiles<Tile>({
    load: loadTile,
    view: () => ({ bounds: boundsOf(sight()), zoom: camera.zoom }),
    onChange: () => invalidate('sight'),
    onGone: () => void chooseTileset(),
  });
  const ghost = createGhostLines(
    () => ({ bounds: boundsOf(sight()), zoom: camera.zoom }),
    () => invalidate('standouts'),
  );

  function sight(): Sight {
    return { camera, width: container.clientWidth, height: container.clientHeight };
  }

  function whole(): Camera {
    const size = { width: container.clientWidth, height: container.clientHeight };
    return fitBounds(options.bounds, size, options.margins?.() ?? evenMargins(24), closestZoom);
  }

  function near(given: Camera): Camera {
    return keepNear(options.bounds, given);
  }

  async function chooseTileset(): Promise<void> {
    const address = scene.tileJson;
    const found = await loadTileset(tileStore, address).catch(() => null);
    if (destroyed || address !== scene.tileJson) return;
    if (!found) return options.onTrouble?.('tiles');
    if (found.template === tileset?.template) return;
    tileset = found;
    attribution.write(found.attribution);
    tiles.show(found, scene.level);
    ghost.show(scene.ghost, scene.level);
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
    return tileset !== null && tiles.isComplete() && ghost.isComplete();
  }

  function draw(): void {
    if (destroyed || container.clientWidth === 0) return;
    const all = stale.has('sight');
    const seen = sight();
    const lines = tiles.shown().map(({ id, tile }) => ({ id, lines: tile.lines }));
    if (all) {
      layers.resize(seen, devicePixelRatio);
      const { width, height } = layers.areas.canvas;
      raster = rasterAreas(placedAreas(), seen, { width, height, pixelRatio: devicePixelRatio });
      drawBorders(layers.borders, lines, seen, scene);
    }
    if (raster && (all || stale.has('colours'))) {
      const hovered = indexOnTiles(placedAreas(), scene.hovered);
      const picture = paintAreas(raster, scene, { hovered, pixelRatio: devicePixelRatio });
      layers.areas.putImageData(picture, 0, 0);
    }
    if (all || stale.has('standouts')) drawStandouts(seen, lines, all);
    stale.clear();
    finish();
  }

  function drawStandouts(seen: Sight, lines: Parameters<typeof placeNames>[1], all: boolean): void {
    const features: Feature[] = [
      ...ghost.features(),
      ...outlinesOnTiles(placedAreas(), scene),
      ...numberedOnTiles(placedAreas(), scene.numbered),
    ];
    const badges = listBadges(features, seen);
    if (!all) layers.clear(layers.names);
    names = placeNames(layers.names, lines, seen, { scene, badges });
    drawOutlines(layers.names, features, seen, scene);
    drawNames(layers.names, names, scene);
    drawBadges(layers.names, badges, scene);
  }

  function finish(): void {
    if (!isComplete()) return;
    for (const tell of waiting.splice(0)) tell();
    if (ready) return;
    ready = true;
    options.onReady?.();
  }

  function look(next: Camera): void {
    camera = near(next);
    showsWhole = false;
    tiles.cover();
    ghost.cover();
    invalidate('sight');
  }

  function areaAt(point: MapPoint): MapArea | null {
    const place = worldAt(sight(), point);
    return findOnTiles(placedAreas(), longitudeOf(place), latitudeOf(place));
  }

  const stopGestures = followGestures(layers.element, {
    sight,
    onMove: (next) => {
      held = true;
      look(next);
      options.onMove?.(camera);
    },
    onEnd: () => {
      held = false;
      options.onCamera?.(camera);
    },
    onHover: (point, last) => options.onHover?.(point && areaAt(point), last),
    onClick: (point, { ctrlKey, metaKey, shiftKey }) =>
      options.onSelect?.(areaAt(point), { additive: ctrlKey || metaKey || shiftKey }),
    onTouch: options.onTouch,
  });
  const observer = new ResizeObserver(() => {
    const { width, height } = layers.areas.canvas.getBoundingClientRect();
    if (width === container.clientWidth && height === container.clientHeight) return;
    if (showsWhole) camera = near(whole());
    tiles.cover();
    ghost.cover();
    stale.add('sight');
    draw();
  });
  observer.observe(container);
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
      layers.element.setAttribute('aria-label', labels[next.language]);
      if (next.tileJson !== before.tileJson) void chooseTileset();
      else if (next.level !== before.level && tileset) tiles.show(tileset, next.level);
      if (tileset && (next.ghost !== before.ghost || next.level !== before.level))
        ghost.show(next.ghost, next.level);
      if (next.level !== before.level || next.appearance !== before.appearance) return invalidate('sight');
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
      options.onMove?.(camera);
      options.onCamera?.(camera);
    },
    zoomBy: (steps) => {
      look({ ...camera, zoom: camera.zoom + steps });
      options.onMove?.(camera);
      options.onCamera?.(camera);
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
    destroy: () => {
      destroyed = true;
      cancelAnimationFrame(frame);
      observer.disconnect();
      stopGestures();
      tiles.destroy();
      layers.element.remove();
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

const lineShelf = new Map<string, Promise<TileLines>>();
const lineCapacity = 192;

/** The lines of a tile, read once for all maps of the page. */
function loadLines(address: string): Promise<TileLines> {
  const known = lineShelf.get(address);
  const lines = known ?? tileStore.load(address).then(decodeTileLines);
  lineShelf.delete(address);
  lineShelf.set(address, lines);
  lines.catch(() => lineShelf.delete(address));
  for (const oldest of lineShelf.keys()) {
    if (lineShelf.size <= lineCapacity) break;
    lineShelf.delete(oldest);
  }
  return lines;
}

async function loadTile(address: string, level: MapLevel): Promise<Tile> {
  const [areas, lines] = await Promise.all([tileShelf.load(address, level), loadLines(address)]);
  return { areas, lines };
}
