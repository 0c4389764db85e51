import type { Bounds } from '../../geodata/boundary/measure.ts';
import type { Camera } from '../../geodata/link/view.ts';
import { coverView, type TileExtent } from '../../geodata/map/cover.ts';
import { frameRegion, marginsOf } from '../../geodata/map/framing.ts';
import {
  latitudeOf,
  longitudeOf,
  sideAt,
  type TileId,
  tileAt,
  type WorldPoint,
  worldOf,
  worldSide,
} from '../../geodata/map/mercator.ts';
import { pathExtent } from './tile-paths.ts';

/** Room of a map, CSS pixels: where a whole region is to fit, as a common screen has it; and around a camera, at most. */
const commonRoom = { width: 900, height: 720 };
const largestRoom = { width: 2560, height: 1440 };

/** What a picture shows, and how it is put in its place whatever size that has. */
export interface PictureSight {
  /** Of the camera; of a whole region what it is on a common screen. */
  readonly zoom: number;
  readonly tiles: readonly TileId[];
  /** The tile from whose upper left corner paths count. */
  readonly corner: TileId;
  /** How its own box lies within that of the map, as map.css sizes it: CSS pixels from the left and from below. */
  readonly inset: { readonly left: number; readonly bottom: number };
  readonly className: string;
  /** Puts what is drawn in units of paths where a map in the middle of the screen has it. */
  readonly place: (drawn: string) => string;
}

/** Where to look at the region of `bbox`: through a camera, or at the whole of it (null), on one of so many maps. */
export function chooseSight(
  bbox: Bounds,
  camera: Camera | null,
  tiles: TileExtent,
  maps: number,
): PictureSight {
  return camera ? lookThrough(camera, tiles) : fitRegion(frameRegion(bbox), tiles, maps);
}

function lookThrough(camera: Camera, extent: TileExtent): PictureSight {
  const centre = worldOf(camera.longitude, camera.latitude);
  const side = sideAt(camera.zoom);
  const [x, y] = [largestRoom.width / 2 / side, largestRoom.height / 2 / side];
  const seen = boundsAround({ x: centre.x - x, y: centre.y - y }, { x: centre.x + x, y: centre.y + y });
  const tiles = coverView(seen, camera.zoom, extent);
  const corner = cornerOf(extent, camera.zoom);
  const at = unitsFrom(corner, centre);
  const scale = side / 2 ** corner.z / pathExtent;
  const move = `scale(${round(scale, 6)}) translate(${round(-at.x, 2)} ${round(-at.y, 2)})`;
  const place = (drawn: string) =>
    `<svg x="50%" y="50%" overflow="visible"><g transform="${move}">${drawn}</g></svg>`;
  const inset = { left: 0, bottom: 0 };
  return { zoom: camera.zoom, tiles, corner, inset, className: 'drawn-map', place };
}

function fitRegion(bounds: Bounds, extent: TileExtent, maps: number): PictureSight {
  const [west, south, east, north] = bounds;
  const [upper, lower] = [worldOf(west, north), worldOf(east, south)];
  const { top, right, bottom, left } = marginsOf(maps);
  const across = (commonRoom.width - left - right) / (lower.x - upper.x) / worldSide;
  const down = (commonRoom.height - top - bottom) / (lower.y - upper.y) / worldSide;
  const zoom = Math.log2(Math.min(across, down));
  const corner = cornerOf(extent, zoom);
  const [first, last] = [unitsFrom(corner, upper), unitsFrom(corner, lower)];
  const box = [first.x, first.y, last.x - first.x, last.y - first.y].map((unit) => round(unit, 1));
  const place = (drawn: string) => `<svg viewBox="${box.join(' ')}" overflow="visible">${drawn}</svg>`;
  const tiles = coverView(bounds, zoom, extent);
  return { zoom, tiles, corner, inset: { left, bottom }, className: 'drawn-map fitted-map', place };
}

function boundsAround(upper: WorldPoint, lower: WorldPoint): Bounds {
  return [longitudeOf(upper), latitudeOf(lower), longitudeOf(lower), latitudeOf(upper)];
}

/** The same for all pictures of a zoom, so that what was read of a tile serves each. */
function cornerOf({ bounds, minzoom, maxzoom }: TileExtent, zoom: number): TileId {
  const [west, , , north] = bounds;
  return tileAt(worldOf(west, north), Math.max(minzoom, Math.min(maxzoom, Math.floor(zoom))));
}

function unitsFrom(corner: TileId, { x, y }: WorldPoint): WorldPoint {
  const scale = 2 ** corner.z;
  return { x: (x * scale - corner.x) * pathExtent, y: (y * scale - corner.y) * pathExtent };
}

function round(number: number, decimals: number): number {
  return Number(number.toFixed(decimals));
}
