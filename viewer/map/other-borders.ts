import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapLevel } from '../../geodata/level.ts';
import { coverView } from '../../geodata/map/cover.ts';
import { keyOf } from '../../geodata/map/mercator.ts';
import { showStandouts, viewOf } from './maplibre-map.ts';
import { bordersOnTiles } from './on-tiles.ts';
import type { OtherBorders } from './scene.ts';
import type { TileShelf } from './tile-shelf.ts';
import type { TileStore } from './tile-store.ts';
import { addressOf, loadTileset, type Tileset } from './tileset.ts';

/** The borders that areas had in another boundary year, drawn dashed. */
export interface OtherBordersLayer {
  readonly show: (otherBorders: OtherBorders | null, level: MapLevel) => void;
  /** Looks again which tiles the view needs. */
  readonly cover: () => void;
  /** Whether all that is wished for is on the map. */
  readonly isComplete: () => boolean;
  /** What is on its way comes to nothing. */
  readonly destroy: () => void;
}

interface Subject {
  readonly otherBorders: OtherBorders;
  readonly level: MapLevel;
  readonly tileset: Tileset;
}

/** Reads the other year's tiles of the view and draws what they hold of the wished areas, all tiles at once. */
export function createOtherBorders(map: MapLibreMap, store: TileStore, shelf: TileShelf): OtherBordersLayer {
  let wish = 0;
  let subject: Subject | null = null;
  let covered = '';
  let complete = true;

  const find = async (otherBorders: OtherBorders, level: MapLevel): Promise<void> => {
    const own = ++wish;
    complete = false;
    const tileset = await loadTileset(store, otherBorders.tileJson).catch(() => null);
    if (own !== wish) return;
    if (!tileset) return clear();
    subject = { otherBorders, level, tileset };
    covered = '';
    cover();
  };

  const clear = (): void => {
    subject = null;
    complete = true;
    showStandouts(map, 'otherBorders', []);
  };

  const cover = (): void => {
    if (!subject) return;
    const tiles = coverView(viewOf(map), map.getZoom(), subject.tileset);
    const names = tiles.map(keyOf).join();
    if (names === covered) return;
    covered = names;
    void draw(subject, tiles, ++wish);
  };

  const draw = async (
    { otherBorders, level, tileset }: Subject,
    ids: ReturnType<typeof coverView>,
    own: number,
  ): Promise<void> => {
    complete = false;
    const load = async (id: (typeof ids)[number]) => ({
      id,
      tile: await shelf.load(addressOf(tileset, id), level),
    });
    const tiles = await Promise.all(ids.map(load)).catch(() => null);
    if (own !== wish) return;
    if (!tiles) return clear();
    showStandouts(map, 'otherBorders', [bordersOnTiles(tiles, 'otherBorders', otherBorders.codes)]);
    complete = true;
    map.triggerRepaint();
  };

  return {
    show: (otherBorders, level) => {
      if (otherBorders) return void find(otherBorders, level);
      wish++;
      clear();
    },
    cover,
    isComplete: () => complete,
    destroy: () => {
      wish++;
      subject = null;
    },
  };
}
