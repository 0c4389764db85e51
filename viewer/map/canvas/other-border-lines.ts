import type { Feature } from 'geojson';
import type { Bounds } from '../../../geodata/boundary/measure.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import type { AreaTile } from '../area-tile.ts';
import { bordersOnTiles } from '../on-tiles.ts';
import { createPlacedTiles } from '../placed-tiles.ts';
import type { OtherBorders } from '../scene.ts';
import { tileShelf, tileStore } from '../tiles.ts';
import { loadTileset } from '../tileset.ts';

/** The borders that areas had in another boundary year. */
export interface OtherBorderLines {
  readonly show: (otherBorders: OtherBorders | null, level: MapLevel) => void;
  readonly cover: () => void;
  readonly features: () => readonly Feature[];
  /** Whether all that is wished for is there. */
  readonly isComplete: () => boolean;
}

export function createOtherBorderLines(
  view: () => { readonly bounds: Bounds; readonly zoom: number },
  onChange: () => void,
): OtherBorderLines {
  let otherBorders: OtherBorders | null = null;
  let known: OtherBorders | null = null;
  const hide = (): void => {
    otherBorders = null;
    onChange();
  };
  const tiles = createPlacedTiles<AreaTile>({ load: tileShelf.load, view, onChange, onGone: hide });

  const find = async (wished: OtherBorders, level: MapLevel): Promise<void> => {
    const tileset = await loadTileset(tileStore, wished.tileJson).catch(() => null);
    if (otherBorders !== wished) return;
    if (!tileset) return hide();
    known = wished;
    tiles.show(tileset, level);
    onChange();
  };

  return {
    show: (next, level) => {
      otherBorders = next;
      if (next) void find(next, level);
      else onChange();
    },
    cover: () => {
      if (otherBorders && known === otherBorders) tiles.cover();
    },
    features: () =>
      otherBorders && known === otherBorders
        ? [bordersOnTiles(tiles.shown(), 'otherBorders', otherBorders.codes)]
        : [],
    isComplete: () => otherBorders === null || (known === otherBorders && tiles.isComplete()),
  };
}
