import type { Feature } from 'geojson';
import type { TileId } from '../../../geodata/map/mercator.ts';
import type { CanvasBase } from '../base/canvas-base.ts';
import { indexOnTiles } from '../on-tiles.ts';
import type { MapScene } from '../scene.ts';
import { type AreaRaster, rasterAreas } from './area-raster.ts';
import type { DrawnTile } from './drawn-tile.ts';
import { createCanvasLayers } from './layers.ts';
import { drawBadges, drawBorders, drawOutlines, listBadges } from './lines.ts';
import { drawNames, placeNames } from './names.ts';
import { paintAreas } from './paint-areas.ts';
import type { Sight } from './sight.ts';

/** What is out of date: all of the picture, the colours of areas, or what stands out. */
export type Stale = 'sight' | 'colours' | 'standouts';

interface Subject {
  readonly scene: MapScene;
  readonly sight: Sight;
  readonly tiles: readonly { readonly id: TileId; readonly tile: DrawnTile }[];
  /** Lines around areas, and badges, each with its `role`. */
  readonly features: readonly Feature[];
  /** Below and over the fills; null: none. */
  readonly base: CanvasBase | null;
}

/** The picture of a canvas map. */
export interface Drawing {
  readonly element: HTMLElement;
  /** Hears of pointers and keys. */
  readonly surface: HTMLElement;
  /** Where the fills are drawn. */
  readonly areas: HTMLCanvasElement;
  readonly draw: (stale: ReadonlySet<Stale>, subject: Subject) => void;
  /** Whether the picture is as large as what is seen. */
  readonly fits: (sight: Sight) => boolean;
}

export function createDrawing(): Drawing {
  const layers = createCanvasLayers();
  let raster: AreaRaster | null = null;
  let size = '';

  const drawAll = ({ scene, sight, tiles, base }: Subject): void => {
    layers.resize(sight, devicePixelRatio);
    size = sizeOf(sight);
    const { width, height } = layers.areas.canvas;
    raster = rasterAreas(placeAreas(tiles), sight, { width, height, pixelRatio: devicePixelRatio });
    base?.draw(scene, sight);
    drawBorders(
      layers.borders,
      tiles.map(({ id, tile }) => ({ id, lines: tile.lines })),
      sight,
      scene,
    );
  };

  const colour = ({ scene, tiles }: Subject): void => {
    if (!raster) return;
    const hovered = indexOnTiles(placeAreas(tiles), scene.hovered);
    const picture = paintAreas(raster, scene, { hovered, pixelRatio: devicePixelRatio });
    layers.areas.putImageData(picture, 0, 0);
  };

  const drawStandouts = ({ scene, sight, tiles, features, base }: Subject): void => {
    const lines = tiles.map(({ id, tile }) => ({ id, lines: tile.lines }));
    const badges = listBadges(features, sight);
    layers.clear(layers.names);
    drawOutlines(layers.names, features, sight, scene);
    drawNames(
      layers.names,
      placeNames(layers.names, lines, sight, { scene, badges, places: base?.places(sight) ?? [] }),
      scene,
    );
    drawBadges(layers.names, badges, scene);
  };

  return {
    element: layers.element,
    surface: layers.surface,
    areas: layers.areas.canvas,
    draw: (stale, subject) => {
      const all = stale.has('sight');
      if (all) drawAll(subject);
      if (all || stale.has('colours')) colour(subject);
      if (all || stale.has('standouts')) drawStandouts(subject);
    },
    fits: (sight) => sizeOf(sight) === size,
  };
}

function placeAreas(tiles: Subject['tiles']) {
  return tiles.map(({ id, tile }) => ({ id, tile: tile.areas }));
}

function sizeOf({ width, height }: Sight): string {
  return `${width} ${height}`;
}
