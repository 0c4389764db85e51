import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanCoverage } from '../../../../geodata/boundary/cleaning/coverage.ts';
import { unproject } from '../../../../geodata/boundary/tiles/mercator.ts';
import { simplifyTopology } from '../../../../geodata/boundary/tiles/simplify.ts';
import { describeTiles } from '../../../../geodata/boundary/tiles/tilejson.ts';
import { buildTiles, type Tile } from '../../../../geodata/boundary/tiles/tiles.ts';
import { dissolve, joinShapes, toPolygons, type YearShapes } from '../../../../geodata/boundary/topology.ts';
import { makeFolder } from '../../../setup/folder.ts';
import { countEdges, countLoops, listUnpaired, turnEdge } from '../edges.ts';
import { parentsOf, patchwork } from '../patchwork.ts';

const zooms = [6, 7, 8, 9, 10, 11, 12, 13];

function makeShapes(): YearShapes {
  const { shapes } = cleanCoverage(patchwork(6, 4, 0.02, 5));
  return dissolve(2024, shapes, parentsOf(shapes.keys()));
}

function labelsOf(shapes: YearShapes) {
  const rows = [shapes.municipality, shapes.district, shapes.neighbourhood].flatMap((level) =>
    level.map(({ code }, index) => [code, { name: `Gebied ${code}`, index }] as const),
  );
  return new Map(rows);
}

const shapes = makeShapes();
const tileset = buildTiles(shapes, labelsOf(shapes));

function decode({ bytes }: Tile): VectorTile {
  return new VectorTile(new PbfReader(bytes));
}

function featuresOf(tile: VectorTile, layer: string): VectorTileFeature[] {
  const found = tile.layers[layer];
  return found ? Array.from({ length: found.length }, (_, index) => found.feature(index)) : [];
}

/** Edges of a layer that lie within the tile and its buffer, not at the cut around it. */
function innerEdges(tile: VectorTile, layer: string): Map<string, number> {
  const lines = featuresOf(tile, layer).flatMap((feature) =>
    feature.loadGeometry().map((line) => line.map(({ x, y }) => [x, y])),
  );
  const edges = countEdges(lines);
  for (const edge of edges.keys()) {
    const points = edge.split('>').map((point) => point.split(',').map(Number));
    if (points.some((point) => point.some((value) => value <= -32 || value >= 4128))) edges.delete(edge);
  }
  return edges;
}

describe.each(zooms)('zoom %i', (zoom) => {
  const simplified = simplifyTopology(joinShapes(shapes), zoom);
  const polygonsOf = (level: 'neighbourhood' | 'district' | 'municipality') =>
    simplified.levels[level].map((geometry) => toPolygons(simplified, geometry));

  test('every inner border runs once each way, and the outline is one loop', () => {
    const edges = countEdges(polygonsOf('neighbourhood').flat(2));
    expect(Math.max(...edges.values())).toBe(1);
    expect(countLoops(listUnpaired(edges))).toBe(1);
  });

  test('neighbourhoods cover exactly what districts and municipalities cover', () => {
    const planarArea = (ring: readonly (readonly number[])[]) =>
      ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
        const [px = 0, py = 0] = ring[index] ?? [];
        return sum + ((px - 6) * (y - 52) - (x - 6) * (py - 52)) / 2;
      }, 0);
    const sum = (level: 'neighbourhood' | 'district' | 'municipality') =>
      polygonsOf(level)
        .flat(2)
        .reduce((total, ring) => total + planarArea(ring), 0);
    expect(sum('district') / sum('neighbourhood')).toBeCloseTo(1, 9);
    expect(sum('municipality') / sum('neighbourhood')).toBeCloseTo(1, 9);
  });

  test('neighbours share their borders in the tiles too, and each border is drawn once', () => {
    for (const tile of tileset.tiles.filter(({ z }) => z === zoom).map(decode)) {
      const edges = innerEdges(tile, 'neighbourhood');
      const outline = listUnpaired(innerEdges(tile, 'municipality'));
      expect(listUnpaired(edges)).toEqual(outline);
      const drawn = innerEdges(tile, 'border');
      expect([...drawn.values()].filter((times) => times > 1)).toEqual([]);
      expect([...drawn.keys()].filter((edge) => drawn.has(turnEdge(edge)))).toEqual([]);
      for (const edge of edges.keys()) expect(drawn.has(edge) || drawn.has(turnEdge(edge))).toBe(true);
    }
  });

  test('no area is lost', () => {
    const decoded = tileset.tiles.filter(({ z }) => z === zoom).map(decode);
    for (const level of ['neighbourhood', 'district', 'municipality'] as const) {
      const codes = decoded.flatMap((tile) =>
        featuresOf(tile, level).map(({ properties }) => properties.code),
      );
      expect([...new Set(codes)].sort()).toEqual(shapes[level].map(({ code }) => code));
    }
  });
});

test('an area that the grid turns inside out is folded up, so that its neighbours meet', () => {
  const place = ([x = 0, y = 0]: number[]) => unproject(137_000 + x, 86_000 + y, 6);
  const [a, b, c] = [
    [0, 0],
    [2.6, 1.45],
    [1.4, 0.75],
  ];
  const [west, east] = [
    [-50, 0],
    [50, 0],
  ];
  const ring = (...points: (number[] | undefined)[]) => [
    [[...points, points[0]].map((point) => place(point ?? []))],
  ];
  const coverage = new Map([
    ['BU00010101', ring(a, b, c)],
    ['BU00010102', ring(west, a, b, east, [50, 50], [-50, 50])],
    ['BU00010103', ring(west, [-50, -50], [50, -50], east, b, c, a)],
  ]);
  const small = dissolve(2024, coverage, parentsOf(coverage.keys()));
  const [tile] = buildTiles(small, labelsOf(small)).tiles.filter(({ z }) => z === 6);
  if (!tile) throw new Error('no tile');
  const outline = listUnpaired(innerEdges(decode(tile), 'municipality'));
  expect(listUnpaired(innerEdges(decode(tile), 'neighbourhood'))).toEqual(outline);
});

describe('the features', () => {
  const tiles = tileset.tiles.filter(({ z }) => z === 10).map(decode);

  test('areas carry code, name and index, and the index as id', () => {
    const labels = labelsOf(shapes);
    for (const feature of tiles.flatMap((tile) => featuresOf(tile, 'neighbourhood'))) {
      const code = String(feature.properties.code);
      const { name, index } = labels.get(code) ?? { name: '', index: -1 };
      expect(feature.properties).toEqual({ code, name, index });
      expect(feature.id).toBe(index);
    }
  });

  test('every label stands in one tile, and the largest areas of a level rank first', () => {
    const points = tiles.flatMap((tile) => featuresOf(tile, 'label')).map(({ properties }) => properties);
    expect(points).toHaveLength(
      shapes.neighbourhood.length + shapes.district.length + shapes.municipality.length,
    );
    const sizes = new Map(shapes.district.map(({ code, areaM2 }) => [`Gebied ${code}`, areaM2]));
    const largest = Math.max(...sizes.values());
    const districts = points.filter(({ level }) => level === 'district');
    expect(districts.some(({ rank }) => rank === 0)).toBe(true);
    for (const { name, rank } of districts) {
      const halvings = Math.log2(largest / (sizes.get(String(name)) ?? 0));
      expect(Number(rank)).toBe(Math.floor(halvings));
    }
  });

  test('borders tell the highest level that they part', () => {
    const levels = tiles
      .flatMap((tile) => featuresOf(tile, 'border'))
      .map(({ properties }) => properties.level);
    expect(new Set(levels)).toEqual(new Set(['municipality', 'district', 'neighbourhood']));
  });
});

test('the same shapes give the same bytes, other names another hash', () => {
  const again = buildTiles(makeShapes(), labelsOf(shapes));
  expect(again.hash).toBe(tileset.hash);
  expect(again.tiles).toEqual(tileset.tiles);
  const renamed = new Map([...labelsOf(shapes)].map(([code, { index }]) => [code, { name: code, index }]));
  expect(buildTiles(shapes, renamed).hash).not.toBe(tileset.hash);
});

test('an area without name and index is refused', () => {
  expect(() => buildTiles(shapes, new Map())).toThrow(/has no name and index/);
});

test('TileJSON describes every layer that the tiles have', () => {
  const address = 'https://example.org/{z}/{x}/{y}.mvt';
  const described = describeTiles(tileset, { name: 'Proef', attribution: 'CBS', address });
  const [tile] = tileset.tiles.filter(({ z }) => z === 10).map(decode);
  expect(described.vector_layers.map(({ id }) => id).sort()).toEqual(Object.keys(tile?.layers ?? {}).sort());
  for (const { id, fields } of described.vector_layers) {
    const [feature] = tile ? featuresOf(tile, id) : [];
    expect(Object.keys(fields).sort()).toEqual(Object.keys(feature?.properties ?? {}).sort());
  }
  expect(described).toMatchObject({ tilejson: '3.0.0', minzoom: 6, maxzoom: 13, tiles: [address] });
});

describe('GDAL', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await makeFolder('tiles');
  });

  test('ogrinfo reads layers, ids and fields', () => {
    const [tile] = tileset.tiles.filter(({ z }) => z === 9);
    if (!tile) throw new Error('no tile');
    const file = join(folder, 'tile.pbf');
    writeFileSync(file, tile.bytes);
    const { error, stdout, stderr } = spawnSync('ogrinfo', ['-al', '-geom=NO', file], { encoding: 'utf8' });
    if (error)
      throw new Error(`ogrinfo is needed for this test: install Debian's gdal-bin (${error.message})`);
    expect(stderr).not.toMatch(/ERROR/);
    const layers = [...stdout.matchAll(/^Layer name: (\w+)/gm)].map(([, name]) => name);
    expect(layers.sort()).toEqual(['border', 'district', 'label', 'municipality', 'neighbourhood']);
    const [feature] = featuresOf(decode(tile), 'neighbourhood');
    expect(stdout).toContain(`mvt_id (Integer64) = ${feature?.id}`);
    expect(stdout).toContain(`code (String) = ${feature?.properties.code}`);
    expect(stdout).toMatch(/index: Integer/);
    expect(stdout).toMatch(/level \(String\) = municipality/);
  });
});
