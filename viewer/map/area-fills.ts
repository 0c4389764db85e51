import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapLevel } from '../../geodata/level.ts';
import { createAreaLayer } from './area-layer.ts';
import { viewOf } from './maplibre-map.ts';
import type { PlacedTile } from './on-tiles.ts';
import type { AreaPaint } from './paint.ts';
import { createPlacedTiles } from './placed-tiles.ts';
import { fillsLayer, fillsPlace } from './style.ts';
import type { TileShelf } from './tile-shelf.ts';
import type { Tileset } from './tileset.ts';

/** The coloured areas of one map: which tiles are there, and the layer that fills them. */
export interface AreaFills {
  /** What the next frames are drawn with; ask the map for one. */
  readonly setPaint: (paint: AreaPaint) => void;
  /** Chooses tiles and level; the old ones stay until the new ones are there. */
  readonly show: (tileset: Tileset, level: MapLevel) => void;
  /** Looks again which tiles the view needs. */
  readonly cover: () => void;
  readonly shown: () => readonly PlacedTile[];
  /** Whether all tiles of the view are there, and the next frame can show them. */
  readonly isReady: () => boolean;
  /** Whether they are drawn. */
  readonly isComplete: () => boolean;
  readonly destroy: () => void;
}

export interface AreaFillsEvents {
  /** Other tiles are on the screen. */
  readonly onChange: () => void;
  /** The tileset is no longer what the server has. */
  readonly onGone: () => void;
  /** The server lacks tiles of the tileset, or has them again. */
  readonly onMissing: (isMissing: boolean) => void;
}

export function createAreaFills(
  map: MapLibreMap,
  shelf: TileShelf,
  paint: AreaPaint,
  { onChange, onGone, onMissing }: AreaFillsEvents,
): AreaFills {
  const layer = createAreaLayer(fillsLayer, paint, () => map.triggerRepaint());
  const tiles = createPlacedTiles({
    load: shelf.load,
    view: () => ({ bounds: viewOf(map), zoom: map.getZoom() }),
    onChange: () => {
      layer.setTiles(tiles.shown());
      map.triggerRepaint();
      onChange();
    },
    onGone,
    onMissing,
  });
  map.once('style.load', () => map.addLayer(layer, fillsPlace));
  return {
    setPaint: layer.setPaint,
    show: tiles.show,
    cover: tiles.cover,
    shown: tiles.shown,
    isReady: () => tiles.isComplete() && layer.isReady(),
    isComplete: () => tiles.isComplete() && layer.isDrawn(),
    destroy: tiles.destroy,
  };
}
