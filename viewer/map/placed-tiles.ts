import type { Bounds } from '../../geodata/boundary/measure.ts';
import type { MapLevel } from '../../geodata/level.ts';
import { chooseTiles, coverView } from '../../geodata/map/cover.ts';
import { keyOf, type TileId } from '../../geodata/map/mercator.ts';
import { addressOf, type Tileset } from './tileset.ts';

/** The tiles that a map shows of what it looks at. */
export interface PlacedTiles<Tile> {
  /** Chooses tiles and level; the old ones stay until the new ones are there. */
  readonly show: (tileset: Tileset, level: MapLevel) => void;
  /** Looks again which tiles the view needs. */
  readonly cover: () => void;
  /** Coarse ones first. */
  readonly shown: () => readonly { readonly id: TileId; readonly tile: Tile }[];
  /** Whether all tiles of the view are there. */
  readonly isComplete: () => boolean;
  readonly destroy: () => void;
}

interface PlacedTilesSettings<Tile> {
  /** Rejects where the server no longer has the tile. */
  readonly load: (address: string, level: MapLevel) => Promise<Tile>;
  readonly view: () => { readonly bounds: Bounds; readonly zoom: number };
  /** Other tiles are shown. */
  readonly onChange: () => void;
  /** The tileset may no longer be what the server has. */
  readonly onGone: () => void;
  /** Told when the server lacks tiles of a tileset that stays what it has (true), and when they came after all (false). */
  readonly onMissing?: (isMissing: boolean) => void;
}

/** When to ask again for a tile that was not there, in milliseconds: doubled each time. */
const firstWait = 1000;
const longestWait = 15_000;

/** How many tiles to keep for going back. */
const capacity = 128;

export function createPlacedTiles<Tile>(settings: PlacedTilesSettings<Tile>): PlacedTiles<Tile> {
  const read = new Map<string, Tile>();
  const waiting = new Set<string>();
  let subject: { tileset: Tileset; level: MapLevel; name: string } | null = null;
  let shown: { id: TileId; tile: Tile; name: string }[] = [];
  let complete = false;
  let destroyed = false;
  /** How often tiles of the subject were asked for in vain. */
  const missed = new Map<string, number>();

  const nameOf = (tile: TileId): string => `${subject?.name}/${keyOf(tile)}`;

  const fetchTile = async (id: TileId): Promise<void> => {
    if (!subject) return;
    const name = nameOf(id);
    if (read.has(name) || waiting.has(name)) return;
    waiting.add(name);
    const { tileset, level } = subject;
    try {
      const tile = await settings.load(addressOf(tileset, id), level);
      if (destroyed) return;
      read.set(name, tile);
      if (missed.delete(name) && missed.size === 0) settings.onMissing?.(false);
      cover();
    } catch {
      if (destroyed || subject?.tileset !== tileset) return;
      settings.onGone();
      missAndAskAgain(name);
    } finally {
      waiting.delete(name);
    }
  };

  /** Another tileset comes in time, or the tile is missing where it should be. */
  const missAndAskAgain = (name: string): void => {
    const times = missed.get(name) ?? 0;
    missed.set(name, times + 1);
    setTimeout(
      () => {
        if (destroyed || !missed.has(name)) return;
        settings.onMissing?.(true);
        cover();
      },
      Math.min(longestWait, firstWait * 2 ** times),
    );
  };

  const cover = (): void => {
    if (!subject) return;
    const { bounds, zoom } = settings.view();
    const wanted = coverView(bounds, zoom, subject.tileset);
    const isThere = (tile: TileId): boolean => read.has(nameOf(tile));
    complete = wanted.every(isThere);
    for (const tile of wanted) void fetchTile(tile);
    const stale = shown.some(({ name }) => !name.startsWith(`${subject?.name}/`));
    if (stale && !complete) return;
    replace(chooseTiles(wanted, isThere, subject.tileset.minzoom));
    if (complete) forgetAllBut(wanted);
  };

  const replace = (tiles: readonly TileId[]): void => {
    const names = tiles.map(nameOf);
    if (names.join() === shown.map(({ name }) => name).join()) return;
    shown = tiles.flatMap((id) => {
      const name = nameOf(id);
      const tile = read.get(name);
      return tile === undefined ? [] : [{ id, name, tile }];
    });
    settings.onChange();
  };

  /** Keeps the tiles few: the shown ones, and some for going back. */
  const forgetAllBut = (wanted: readonly TileId[]): void => {
    const keep = new Set([...wanted.map(nameOf), ...shown.map(({ name }) => name)]);
    for (const name of read.keys()) {
      if (read.size <= capacity) break;
      if (!keep.has(name)) read.delete(name);
    }
  };

  return {
    show: (tileset, level) => {
      subject = { tileset, level, name: `${tileset.template}/${level}` };
      if (missed.size > 0) settings.onMissing?.(false);
      missed.clear();
      cover();
    },
    cover,
    shown: () => shown,
    isComplete: () => complete,
    destroy: () => {
      destroyed = true;
    },
  };
}
