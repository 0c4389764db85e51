import type { Map as MapLibreMap } from 'maplibre-gl';
import { createAreaFills } from './area-fills.ts';
import { applyLook, showStandouts, showTileset } from './maplibre-map.ts';
import { findOnTiles, indexOnTiles, numberedOnTiles, outlinesOnTiles } from './on-tiles.ts';
import { createOtherBorders } from './other-borders.ts';
import { paintScene } from './paint.ts';
import type { MapArea, MapOptions, MapPoint, MapScene } from './scene.ts';
import { tileShelf, tileStore } from './tiles.ts';
import { forgetTileset, loadTileset, type Tileset } from './tileset.ts';

/** What a running map shows of its scene: fills, borders, names, what stands out, and the base map. */
export interface GlContent {
  /** Shows another scene; ask the map for a frame. */
  readonly update: (next: MapScene) => void;
  /** Looks again which tiles the view needs. */
  readonly cover: () => void;
  /** Colours the areas anew, for a screen of another density. */
  readonly repaint: () => void;
  readonly areaAt: (point: MapPoint) => MapArea | null;
  /** Whether all of it is there, and the next frame can show it. */
  readonly isReady: () => boolean;
  /** Whether all of it is drawn. */
  readonly isComplete: () => boolean;
  readonly destroy: () => void;
}

export function createGlContent(
  map: MapLibreMap,
  options: Pick<MapOptions, 'scene' | 'onTrouble'>,
): GlContent {
  let { scene } = options;
  let paint = paintScene(null, scene, null, { hovered: -1, pixelRatio: map.getPixelRatio() });
  const fills = createAreaFills(map, tileShelf, paint, {
    onChange: meetTiles,
    onGone: chooseAnew,
    onMissing: (isMissing) => options.onTrouble?.(isMissing ? 'tiles' : 'tiles-back'),
  });
  const otherBorders = createOtherBorders(map, tileStore, tileShelf);
  let tileset: Tileset | null = null;
  let isStyled = false;
  let isDestroyed = false;
  let showBaseMap: ((scene: MapScene) => Promise<void>) | null = null;

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
    if (tileset && isStyled) showStandouts(map, 'outlined', outlinesOnTiles(fills.shown(), scene));
  }

  function showNumbers(): void {
    if (tileset && isStyled) showStandouts(map, 'numbered', numberedOnTiles(fills.shown(), scene.numbered));
  }

  async function chooseTileset(): Promise<void> {
    const address = scene.tileJson;
    const found = await loadTileset(tileStore, address).catch(() => null);
    if (isDestroyed || address !== scene.tileJson) return;
    if (!found) return options.onTrouble?.('tiles');
    if (found.template === tileset?.template) return;
    tileset = found;
    if (isStyled) showTiles(found);
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
      if (isDestroyed || !code) return;
      showBaseMap ??= code.createGlBaseMap(map);
    }
    await showBaseMap(scene);
  }

  map.once('style.load', () => {
    isStyled = true;
    if (tileset) showTiles(tileset);
  });
  void chooseTileset();

  return {
    update: (next) => {
      const before = scene;
      const differs = (...parts: readonly (keyof MapScene)[]) =>
        parts.some((part) => next[part] !== before[part]);
      scene = next;
      repaint(before);
      if (differs('tileJson')) void chooseTileset();
      else if (differs('level') && tileset) fills.show(tileset, next.level);
      if (isStyled && differs('level', 'appearance', 'nameScale')) applyLook(map, next);
      if (differs('hovered', 'selected')) showOutlines();
      if (differs('numbered')) showNumbers();
      if (isStyled && hasOtherBaseMap(before, next)) void followBaseMap();
      if (tileset && differs('otherBorders', 'level')) otherBorders.show(next.otherBorders, next.level);
    },
    cover: () => {
      fills.cover();
      otherBorders.cover();
    },
    repaint: () => repaint(scene),
    areaAt: (point) => {
      const { lng, lat } = map.unproject([point.x, point.y]);
      return findOnTiles(fills.shown(), lng, lat);
    },
    isReady: () => fills.isReady() && otherBorders.isComplete(),
    isComplete: () => fills.isComplete() && otherBorders.isComplete(),
    destroy: () => {
      isDestroyed = true;
      fills.destroy();
      otherBorders.destroy();
    },
  };
}

/** How far fills let it through is the fills' own. */
function hasOtherBaseMap(before: MapScene, next: MapScene): boolean {
  return (
    (before.baseMapOpacity === null) !== (next.baseMapOpacity === null) ||
    before.appearance !== next.appearance
  );
}
