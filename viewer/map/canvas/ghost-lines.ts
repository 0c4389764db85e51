import type { Feature } from 'geojson';
import type { Bounds } from '../../../geodata/boundary/measure.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import type { AreaTile } from '../area-tile.ts';
import { bordersOnTiles } from '../on-tiles.ts';
import { createPlacedTiles } from '../placed-tiles.ts';
import type { Ghost } from '../scene.ts';
import { tileShelf, tileStore } from '../tiles.ts';
import { loadTileset } from '../tileset.ts';

/** The borders that areas had in another boundary year. */
export interface GhostLines {
  readonly show: (ghost: Ghost | null, level: MapLevel) => void;
  readonly cover: () => void;
  readonly features: () => readonly Feature[];
  /** Whether all that is wished for is there. */
  readonly isComplete: () => boolean;
}

export function createGhostLines(
  view: () => { readonly bounds: Bounds; readonly zoom: number },
  onChange: () => void,
): GhostLines {
  let ghost: Ghost | null = null;
  let known: Ghost | null = null;
  const hide = (): void => {
    ghost = null;
    onChange();
  };
  const tiles = createPlacedTiles<AreaTile>({ load: tileShelf.load, view, onChange, onGone: hide });

  const find = async (wished: Ghost, level: MapLevel): Promise<void> => {
    const tileset = await loadTileset(tileStore, wished.tileJson).catch(() => null);
    if (ghost !== wished) return;
    if (!tileset) return hide();
    known = wished;
    tiles.show(tileset, level);
    onChange();
  };

  return {
    show: (next, level) => {
      ghost = next;
      if (next) void find(next, level);
      else onChange();
    },
    cover: () => {
      if (ghost && known === ghost) tiles.cover();
    },
    features: () => (ghost && known === ghost ? [bordersOnTiles(tiles.shown(), 'ghost', ghost.codes)] : []),
    isComplete: () => ghost === null || (known === ghost && tiles.isComplete()),
  };
}
