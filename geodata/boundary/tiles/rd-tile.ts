import type { Feature, MultiPolygon, Position } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import type { MapLevel } from '../../level.ts';
import { rd, toRd } from '../../projection.ts';
import { type Bounds, metresPerDegree } from '../measure.ts';
import { encodeTile } from './encoding.ts';
import { rdSquare } from './matrix-set.ts';
import { extent, unproject, worldUnits } from './mercator.ts';

/** Matrices of RD that have tiles: about as fine as those of the map at its zooms. */
export const rdMatrices = { first: 1, last: 9 } as const;

/** Tile units that areas reach beyond a tile's edge, so that no seam shows where tiles meet. */
const buffer = 32;
/** Corners are put on a grid of so many tile units, a quarter of a pixel: what neighbours share stays shared. */
const gridUnits = 4;
/** An edge that is straight in RD is curved in degrees, and the other way round: so many of its points are looked at. */
const pointsOfEdge = 16;

export interface RdTilePlace {
  readonly matrix: number;
  readonly column: number;
  readonly row: number;
}

/** An area as a tile shows it. */
export interface DrawnArea {
  readonly code: string;
  readonly name: string;
  /** Number of its version; its place in the columns. */
  readonly index: number;
  /** In degrees. */
  readonly shape: MultiPolygon;
}

/** Metres across a tile unit. */
const unitOf = (matrix: number): number => rdSquare.width / worldUnits(matrix);

/** What encloses a tile with its buffer, in degrees. */
export function boundsOfRdTile({ matrix, column, row }: RdTilePlace): Bounds {
  const unit = unitOf(matrix);
  const reach = buffer + gridUnits;
  const [left, right] = [column * extent - reach, (column + 1) * extent + reach];
  const [top, bottom] = [row * extent - reach, (row + 1) * extent + reach];
  const points = listEdge([left, top, right, bottom]).map(([x, y]) =>
    rd.toWgs84([rdSquare.west + x * unit, rdSquare.north - y * unit]),
  );
  const [lons, lats] = [points.map(([lon = 0]) => lon), points.map(([, lat = 0]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Points along the four sides of a box, its corners among them. */
function listEdge([left, top, right, bottom]: readonly [number, number, number, number]) {
  const along = (from: number, to: number) =>
    Array.from({ length: pointsOfEdge + 1 }, (_, place) => from + ((to - from) * place) / pointsOfEdge);
  return [
    ...along(left, right).flatMap((x) => [[x, top] as const, [x, bottom] as const]),
    ...along(top, bottom).flatMap((y) => [[left, y] as const, [right, y] as const]),
  ];
}

/** The rows and columns of a matrix that bounds in degrees reach. */
export function limitRdMatrix([west, south, east, north]: Bounds, matrix: number) {
  const points = listEdge([west, south, east, north]).map((point) => toRd([...point]));
  const side = unitOf(matrix) * extent;
  const place = (metres: number) => Math.min(2 ** matrix - 1, Math.max(0, Math.floor(metres / side)));
  const columns = points.map(([x = 0]) => place(x - rdSquare.west));
  const rows = points.map(([, y = 0]) => place(rdSquare.north - y));
  return {
    minTileRow: Math.min(...rows),
    maxTileRow: Math.max(...rows),
    minTileCol: Math.min(...columns),
    maxTileCol: Math.max(...columns),
  };
}

/** The grid that corners of a matrix are put on before they are read, degrees of longitude and latitude. */
export function gridOfRdMatrix(matrix: number, latitude: number): readonly [lon: number, lat: number] {
  const metres = unitOf(matrix) * gridUnits;
  const degree = metresPerDegree(latitude);
  return [metres / degree.lon, metres / degree.lat];
}

/** Draws the tile of a level in NetherlandsRDNewQuad as Mapbox Vector Tile bytes; null where no area lies in it. */
export function drawRdTile(
  level: MapLevel,
  areas: readonly DrawnArea[],
  { matrix, column, row }: RdTilePlace,
): Uint8Array | null {
  const features = areas.flatMap(({ code, name, index, shape }): Feature[] => {
    const coordinates = shape.coordinates.flatMap((polygon) => placePolygon(polygon, matrix));
    if (coordinates.length === 0) return [];
    const properties = { code, name, index };
    return [{ type: 'Feature', id: index, properties, geometry: { type: 'MultiPolygon', coordinates } }];
  });
  const sliced = new GeoJSONVT(
    { type: 'FeatureCollection', features },
    { maxZoom: matrix, indexMaxZoom: 0, indexMaxPoints: 0, tolerance: 0, extent, buffer },
  );
  return encodeTile(new Map([[level, sliced]]), matrix, column, row);
}

/** A polygon on the units of a matrix; none where no ground of it is left. */
function placePolygon(rings: readonly Position[][], matrix: number): Position[][][] {
  const [shell, ...holes] = rings.map((ring) => placeRing(ring, matrix));
  if (!shell || shell.length === 0) return [];
  return [[shell, ...holes.filter((hole) => hole.length > 0)]];
}

/** A ring on the units of a matrix, written as the slicer wants it: in degrees of the Mercator square of as many units. */
function placeRing(ring: readonly Position[], matrix: number): Position[] {
  const unit = unitOf(matrix);
  const placed: Position[] = [];
  for (const position of ring) {
    const [east = 0, north = 0] = toRd(position);
    const [x, y] = [Math.round((east - rdSquare.west) / unit), Math.round((rdSquare.north - north) / unit)];
    const [lastX, lastY] = placed.at(-1) ?? [];
    if (x !== lastX || y !== lastY) placed.push([x, y]);
  }
  // A closed ring of three corners has four points.
  return placed.length < 4 ? [] : placed.map(([x = 0, y = 0]) => unproject(x, y, matrix));
}
