import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { netherlandsRdNewQuad, rdSquare } from '../../../../geodata/boundary/tiles/matrix-set.ts';
import {
  boundsOfRdTile,
  drawRdTile,
  limitRdMatrix,
  type RdTilePlace,
} from '../../../../geodata/boundary/tiles/rd-tile.ts';
import { rd, toRd } from '../../../../geodata/projection.ts';

/** North east of the Onze Lieve Vrouwetoren in Amersfoort, where four tiles meet. */
const spot = [155_500, 463_500] as const;
const matrix = 9;
const side = rdSquare.width / 2 ** matrix;
const place: RdTilePlace = {
  matrix,
  column: Math.floor((spot[0] - rdSquare.west) / side),
  row: Math.floor((rdSquare.north - spot[1]) / side),
};

/** A square in metres of RD, as an area. */
function makeSquare(index: number, [west = 0, south = 0]: readonly number[], width: number) {
  const corners = [
    [west, south],
    [west + width, south],
    [west + width, south + width],
    [west, south + width],
    [west, south],
  ];
  const coordinates = [[corners.map((corner) => rd.toWgs84(corner))]];
  return {
    code: `BU${index}`,
    name: `Buurt ${index}`,
    index,
    shape: { type: 'MultiPolygon' as const, coordinates },
  };
}

/** Corners of each area in metres of RD. */
function readTile(bytes: Uint8Array | null, { column, row }: RdTilePlace) {
  const layer = new VectorTile(new PbfReader(bytes ?? new Uint8Array())).layers.neighbourhood;
  return Array.from({ length: layer?.length ?? 0 }, (_, at) => {
    const feature = layer?.feature(at);
    const unit = side / (layer?.extent ?? 1);
    return {
      id: feature?.id,
      ...feature?.properties,
      corners: (feature?.loadGeometry() ?? []).flat().map(({ x, y }) => ({
        x: rdSquare.west + column * side + x * unit,
        y: rdSquare.north - row * side - y * unit,
      })),
    };
  });
}

test('a tile in RD has areas at their place, and what neighbours share is shared', () => {
  const areas = [makeSquare(3, spot, 200), makeSquare(4, [spot[0] + 200, spot[1]], 200)];
  const [own, other, ...more] = readTile(drawRdTile('neighbourhood', areas, place), place);
  expect(more).toEqual([]);
  expect(own).toMatchObject({ id: 3, code: 'BU3', name: 'Buurt 3', index: 3 });
  for (const { x, y } of own?.corners ?? []) {
    expect(Math.min(Math.abs(x - spot[0]), Math.abs(x - spot[0] - 200))).toBeLessThan(0.3);
    expect(Math.min(Math.abs(y - spot[1]), Math.abs(y - spot[1] - 200))).toBeLessThan(0.3);
  }
  const shared = own?.corners.filter(({ x, y }) => other?.corners.some((at) => at.x === x && at.y === y));
  expect(new Set(shared?.map(({ x, y }) => `${x} ${y}`)).size).toBe(2);
});

test('where no area lies there is no tile, and an area smaller than the grid is left out', () => {
  const elsewhere = { ...place, column: place.column + 5 };
  expect(drawRdTile('neighbourhood', [makeSquare(1, spot, 200)], elsewhere)).toBeNull();
  expect(drawRdTile('neighbourhood', [makeSquare(1, spot, 0.005)], place)).toBeNull();
});

test('bounds of a tile hold its corners, and bounds of an area its tiles', () => {
  const [west, south, east, north] = boundsOfRdTile(place);
  for (const [x, y] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const corner = [rdSquare.west + (place.column + x) * side, rdSquare.north - (place.row + y) * side];
    const [lon = 0, lat = 0] = rd.toWgs84(corner);
    expect(lon > west && lon < east && lat > south && lat < north).toBe(true);
    expect(toRd([lon, lat])[0]).toBeCloseTo(corner[0] ?? 0, 3);
  }
  const { minTileRow, maxTileRow, minTileCol, maxTileCol } = limitRdMatrix(
    [5.3945, 52.1597, 5.395, 52.16],
    matrix,
  );
  expect([minTileCol, maxTileCol, minTileRow, maxTileRow]).toEqual([
    place.column,
    place.column,
    place.row,
    place.row,
  ]);
});

test('bounds of the country reach the tiles of every point on their edge', () => {
  const [west, south, east, north] = [3.36, 50.75, 7.23, 53.56] as const;
  const limits = limitRdMatrix([west, south, east, north], matrix);
  const edge = Array.from({ length: 1001 }, (_, at) => at / 1000).flatMap((share) => [
    ...[south, north].map((lat) => [west + (east - west) * share, lat]),
    ...[west, east].map((lon) => [lon, south + (north - south) * share]),
  ]);
  const outside = edge.filter((point) => {
    const [x = 0, y = 0] = toRd(point);
    const [column, row] = [Math.floor((x - rdSquare.west) / side), Math.floor((rdSquare.north - y) / side)];
    const isColumn = column >= limits.minTileCol && column <= limits.maxTileCol;
    return !isColumn || row < limits.minTileRow || row > limits.maxTileRow;
  });
  expect(outside).toEqual([]);
  // By its corners alone the south would end a tile too early.
  const corners = [west, east].map((lon) => toRd([lon, south])[1] ?? 0);
  expect(Math.floor((rdSquare.north - Math.min(...corners)) / side)).toBeLessThan(limits.maxTileRow);
});

test('the matrices are those of the Dutch scheme', () => {
  const { tileMatrices } = netherlandsRdNewQuad;
  expect(tileMatrices.map(({ scaleDenominator }) => Math.round(scaleDenominator)).slice(0, 3)).toEqual([
    12_288_000, 6_144_000, 3_072_000,
  ]);
  expect(tileMatrices[14]?.cellSize).toBeCloseTo(0.21, 10);
});
