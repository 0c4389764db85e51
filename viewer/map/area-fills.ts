import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapLevel } from '../../geodata/level.ts';
import { createAreaLayer } from './area-layer.ts';
import type { AreaTile } from './area-tile.ts';
import { viewOf } from './base-map.ts';
import { chooseTiles, coverView } from './cover.ts';
import { keyOf, type TileId } from './mercator.ts';
import type { PlacedTile } from './on-tiles.ts';
import type { AreaPaint } from './paint.ts';
import { fillsLayer, fillsPlace } from './style.ts';
import type { TileShelf } from './tile-shelf.ts';
import { addressOf, type Tileset } from './tileset.ts';

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
}

export function createAreaFills(
  map: MapLibreMap,
  shelf: TileShelf,
  paint: AreaPaint,
  events: AreaFillsEvents,
): AreaFills {
  const layer = createAreaLayer(fillsLayer, paint, () => map.triggerRepaint());
  const decoded = new Map<string, AreaTile>();
  const waiting = new Set<string>();
  let subject: { tileset: Tileset; level: MapLevel; name: string } | null = null;
  let shown: (PlacedTile & { name: string })[] = [];
  let complete = false;
  let destroyed = false;
  map.once('style.load', () => map.addLayer(layer, fillsPlace));

  const nameOf = (tile: TileId): string => `${subject?.name}/${keyOf(tile)}`;

  const fetchTile = async (tile: TileId): Promise<void> => {
    if (!subject) return;
    const name = nameOf(tile);
    if (decoded.has(name) || waiting.has(name)) return;
    waiting.add(name);
    const { tileset, level } = subject;
    try {
      const read = await shelf.load(addressOf(tileset, tile), level);
      if (destroyed) return;
      decoded.set(name, read);
      cover();
    } catch {
      if (subject?.tileset === tileset) events.onGone();
    } finally {
      waiting.delete(name);
    }
  };

  const cover = (): void => {
    if (!subject) return;
    const wanted = coverView(viewOf(map), map.getZoom(), subject.tileset);
    const isThere = (tile: TileId): boolean => decoded.has(nameOf(tile));
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
    const before = new Map(shown.map((entry) => [entry.name, entry]));
    shown = tiles.flatMap((id) => {
      const name = nameOf(id);
      const tile = decoded.get(name);
      if (!tile) return [];
      const entry = before.get(name);
      return [entry ?? { id, name, tile }];
    });
    layer.setTiles(shown);
    map.triggerRepaint();
    events.onChange();
  };

  /** Keeps the decoded tiles few: the shown ones, and some for going back. */
  const forgetAllBut = (wanted: readonly TileId[]): void => {
    const keep = new Set([...wanted.map(nameOf), ...shown.map(({ name }) => name)]);
    for (const name of decoded.keys()) {
      if (decoded.size <= 128) break;
      if (!keep.has(name)) decoded.delete(name);
    }
  };

  return {
    setPaint: layer.setPaint,
    show: (tileset, level) => {
      subject = { tileset, level, name: `${tileset.template}/${level}` };
      cover();
    },
    cover,
    shown: () => shown,
    isReady: () => complete && layer.isReady(),
    isComplete: () => complete && layer.isDrawn(),
    destroy: () => {
      destroyed = true;
    },
  };
}
