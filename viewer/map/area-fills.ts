import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapLevel } from '../../geodata/level.ts';
import { AreaExtension } from './area-extension.ts';
import { type AreaLayer, createAreaLayer } from './area-layer.ts';
import type { AreaTile } from './area-tile.ts';
import { viewOf } from './base-map.ts';
import { chooseTiles, coverView } from './cover.ts';
import { keyOf, type TileId } from './mercator.ts';
import type { PlacedTile } from './on-tiles.ts';
import type { AreaPaint } from './paint.ts';
import { fillsPlace } from './style.ts';
import type { TileShelf } from './tile-shelf.ts';
import { addressOf, type Tileset } from './tileset.ts';
import { createWantedFrames } from './wanted-frames.ts';

/** The coloured areas of one map: which tiles are there, and deck.gl's layers of them. */
export interface AreaFills {
  /** What the next frames are drawn with; ask the map for one. */
  readonly setPaint: (paint: AreaPaint) => void;
  /** Chooses tiles and level; the old ones stay until the new ones are there. */
  readonly show: (tileset: Tileset, level: MapLevel) => void;
  /** Looks again which tiles the view needs. */
  readonly cover: () => void;
  readonly shown: () => readonly PlacedTile[];
  /** Whether all tiles of the view are there and drawn. */
  readonly isComplete: () => boolean;
  readonly destroy: () => void;
}

/** A layer of nothing: keeps deck.gl's place among the map's layers and lets the GPU prepare while tiles are on their way. */
const noAreas: AreaTile = { areas: new Map(), polygons: [] };

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
  const extension = new AreaExtension(paint);
  const createPlace = () => createAreaLayer('place', noAreas, { z: 0, x: 0, y: 0 }, extension, fillsPlace);
  const frames = createWantedFrames();
  // Not among deck.gl's types: it hands it on to the loop that wants frames.
  const loop = { animationFrameProvider: frames };
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [createPlace()],
    onResize: frames.want,
    ...loop,
  });
  const decoded = new Map<string, AreaTile>();
  const waiting = new Set<string>();
  let subject: { tileset: Tileset; level: MapLevel; name: string } | null = null;
  let shown: (PlacedTile & { name: string; layer: AreaLayer })[] = [];
  let complete = false;
  let destroyed = false;
  map.addControl(overlay);

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
      return [entry ?? { id, name, tile, layer: createAreaLayer(name, tile, id, extension, fillsPlace) }];
    });
    extension.drawn.clear();
    overlay.setProps({ layers: shown.length > 0 ? shown.map(({ layer }) => layer) : [createPlace()] });
    frames.want();
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
    setPaint: (next) => {
      extension.paint = next;
    },
    show: (tileset, level) => {
      subject = { tileset, level, name: `${tileset.template}/${level}` };
      cover();
    },
    cover,
    shown: () => shown,
    isComplete: () => complete && shown.every(({ layer }) => extension.drawn.has(layer.id)),
    destroy: () => {
      destroyed = true;
      map.removeControl(overlay);
      extension.destroy();
    },
  };
}
