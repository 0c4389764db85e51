import type { MapLevel } from '../../geodata/level.ts';
import { keyOf, type TileId, worldOf } from '../../geodata/map/mercator.ts';
import { type AreaTile, decodeAreaTile, ringsOf, type TileArea } from './area-tile.ts';
import { outlineOf } from './outline.ts';
import { createTileStore } from './tile-store.ts';
import { addressOf, loadTileset } from './tileset.ts';

/** A part of the map as paths of an SVG: its areas, and their borders as lines. */
export interface PlaceShapes {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly { readonly code: string; readonly index: number; readonly path: string }[];
  readonly borders: string;
  /** The borders of municipalities. */
  readonly heavyBorders: string;
  /** The border of the area that the picture is about. */
  readonly marked: string;
}

export interface PlaceWish {
  readonly boundaryYear: number;
  readonly level: MapLevel;
  readonly code: string;
  /** West, south, east and north of the area, in degrees. */
  readonly bbox: readonly [number, number, number, number];
}

/** By itself, so that a picture needs nothing of the map that moves. */
const tileStore = createTileStore();

/** Told when what the pictures are drawn from does not come, or arrives broken, and when all of it came after all. */
export const onPlaceFailure = tileStore.onFailure;

const width = 640;
const height = 400;
/** How much of the picture the area takes at most, so that its surroundings are seen. */
const shareOfArea = 0.5;
/** At most so many tiles lie across the picture. */
const tilesAcross = 2;

/** Reads the surroundings of an area from the tiles. Rejects with FileGoneError where there are none of that year. */
export async function readPlaceShapes(wish: PlaceWish): Promise<PlaceShapes> {
  const tileset = await loadTileset(tileStore, `/tiles/${wish.boundaryYear}.json`);
  const frame = frameAround(wish.bbox);
  const wished = Math.floor(Math.log2(tilesAcross / frame.size));
  const z = Math.min(tileset.maxzoom, Math.max(tileset.minzoom, wished));
  const tiles = await Promise.all(
    listTiles(frame, z).map((tile) =>
      tileStore.read(addressOf(tileset, tile), (bytes) => ({
        tile,
        areas: decodeAreaTile(bytes, wish.level),
        municipalities: decodeAreaTile(bytes, 'municipality'),
      })),
    ),
  );
  const project: Project = (x, y) =>
    `${round(((x - frame.left) / frame.size) * width)} ${round(((y - frame.top) / frame.size) * width)}`;
  const lines = (pick: (tile: (typeof tiles)[number]) => readonly TileArea[]) =>
    tiles.map((each) => drawOutline(pick(each), each.tile, project)).join('');
  return {
    width,
    height,
    areas: joinAreas(tiles, project),
    borders: lines(({ areas }) => [...areas.areas.values()]),
    heavyBorders: lines(({ municipalities }) => [...municipalities.areas.values()]),
    marked: lines(({ areas }) => [...areas.areas.values()].filter(({ code }) => code === wish.code)),
  };
}

/** World coordinates to those of the picture. */
type Project = (x: number, y: number) => string;

interface Frame {
  readonly left: number;
  readonly top: number;
  /** Width of the picture, as a share of the world. */
  readonly size: number;
}

function frameAround([west, south, east, north]: PlaceWish['bbox']): Frame {
  const [upper, lower] = [worldOf(west, north), worldOf(east, south)];
  const size = Math.max(lower.x - upper.x, ((lower.y - upper.y) * width) / height) / shareOfArea;
  return {
    left: (upper.x + lower.x - size) / 2,
    top: (upper.y + lower.y - (size * height) / width) / 2,
    size,
  };
}

function listTiles({ left, top, size }: Frame, z: number): TileId[] {
  const scale = 2 ** z;
  const tiles = new Map<string, TileId>();
  for (let x = Math.floor(left * scale); x <= Math.floor((left + size) * scale); x++)
    for (let y = Math.floor(top * scale); y <= Math.floor((top + (size * height) / width) * scale); y++)
      tiles.set(keyOf({ z, x, y }), { z, x, y });
  return [...tiles.values()];
}

/** The parts of an area in several tiles as one path. */
function joinAreas(
  tiles: readonly { readonly tile: TileId; readonly areas: AreaTile }[],
  project: Project,
): PlaceShapes['areas'] {
  const joined = new Map<string, { code: string; index: number; path: string }>();
  for (const { tile, areas } of tiles)
    for (const area of areas.areas.values()) {
      const own = joined.get(area.code) ?? { code: area.code, index: area.index, path: '' };
      own.path += drawArea(area, tile, project);
      joined.set(area.code, own);
    }
  return [...joined.values()];
}

function drawArea({ polygons }: TileArea, { z, x, y }: TileId, project: Project): string {
  const scale = 2 ** z;
  return polygons
    .flatMap(ringsOf)
    .map((ring) => {
      const points: string[] = [];
      for (let i = 0; i < ring.length; i += 2)
        points.push(project((x + (ring[i] ?? 0)) / scale, (y + (ring[i + 1] ?? 0)) / scale));
      return `M${points.join('L')}Z`;
    })
    .join('');
}

function drawOutline(areas: readonly TileArea[], tile: TileId, project: Project): string {
  return outlineOf(areas, tile)
    .map((line) => {
      const points = line.map(([longitude, latitude]) => {
        const point = worldOf(longitude, latitude);
        return project(point.x, point.y);
      });
      return `M${points.join('L')}`;
    })
    .join('');
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
