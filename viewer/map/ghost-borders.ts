import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapLevel } from '../../geodata/level.ts';
import { showStandouts, viewOf } from './base-map.ts';
import { coverView } from './cover.ts';
import { keyOf } from './mercator.ts';
import { bordersOnTiles } from './on-tiles.ts';
import type { Ghost } from './scene.ts';
import type { TileShelf } from './tile-shelf.ts';
import type { TileStore } from './tile-store.ts';
import { addressOf, loadTileset, type Tileset } from './tileset.ts';

/** The borders that areas had in another boundary year, drawn dashed. */
export interface GhostBorders {
  readonly show: (ghost: Ghost | null, level: MapLevel) => void;
  /** Looks again which tiles the view needs. */
  readonly cover: () => void;
  /** Whether all that is wished for is on the map. */
  readonly isComplete: () => boolean;
}

interface Subject {
  readonly ghost: Ghost;
  readonly level: MapLevel;
  readonly tileset: Tileset;
}

/** Reads the other year's tiles of the view and draws what they hold of the wished areas, all tiles at once. */
export function createGhostBorders(map: MapLibreMap, store: TileStore, shelf: TileShelf): GhostBorders {
  let wish = 0;
  let subject: Subject | null = null;
  let covered = '';
  let complete = true;

  const find = async (ghost: Ghost, level: MapLevel): Promise<void> => {
    const own = ++wish;
    complete = false;
    const tileset = await loadTileset(store, ghost.tileJson).catch(() => null);
    if (own !== wish) return;
    if (!tileset) return clear();
    subject = { ghost, level, tileset };
    covered = '';
    cover();
  };

  const clear = (): void => {
    subject = null;
    complete = true;
    showStandouts(map, 'ghost', []);
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
    { ghost, level, tileset }: Subject,
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
    showStandouts(map, 'ghost', [bordersOnTiles(tiles, 'ghost', ghost.codes)]);
    complete = true;
    map.triggerRepaint();
  };

  return {
    show: (ghost, level) => {
      if (ghost) return void find(ghost, level);
      wish++;
      clear();
    },
    cover,
    isComplete: () => complete,
  };
}
