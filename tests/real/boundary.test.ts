import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Coverage, cleanCoverage } from '../../geodata/boundary/cleaning/coverage.ts';
import {
  assignVersions,
  computeLineage,
  type LineageRow,
  type LineageYear,
  summarizeLineage,
} from '../../geodata/boundary/lineage/lineage.ts';
import { project } from '../../geodata/boundary/tiles/mercator.ts';
import { simplifyTopology } from '../../geodata/boundary/tiles/simplify.ts';
import { buildTiles } from '../../geodata/boundary/tiles/tiles.ts';
import { dissolve, joinShapes, toPolygons } from '../../geodata/boundary/topology.ts';
import { mapLevels } from '../../geodata/level.ts';
import { type BoundaryFeature, readBoundaries } from '../../geodata/sources/boundaries/boundaries.ts';
import { filesOf, parseDataPackage } from '../../geodata/sources/package/package.ts';
import { countEdges, countLoops, listUnpaired } from '../geodata/boundary/edges.ts';
import { realData } from '../setup/real-data.ts';

const read = (path: string) => new Uint8Array(readFileSync(resolve(realData, path)));

interface RealYear {
  readonly features: readonly BoundaryFeature[];
  readonly coverage: Coverage;
  readonly lineageYear: LineageYear;
}

async function readYear(boundaryYear: number): Promise<RealYear> {
  const { resources } = parseDataPackage(read('datapackage.json'), 'datapackage.json');
  for (const resource of resources) {
    if (resource.role !== 'boundaries' || resource.boundaryYear !== boundaryYear) continue;
    const paths = filesOf(resource).map(({ path }) => path);
    const present = paths.filter((path) => existsSync(resolve(realData, path)));
    const { features } = await readBoundaries(resource, new Map(present.map((path) => [path, read(path)])));
    const coverage = cleanCoverage(features);
    const parents = new Map(features.map((feature) => [feature.code, feature]));
    const names = new Map(features.map(({ code, name }) => [code, name]));
    const shapes = dissolve(boundaryYear, coverage.shapes, parents, features);
    return { features, coverage, lineageYear: { ...shapes, names } };
  }
  throw new Error(`the package has no boundaries of ${boundaryYear}`);
}

let before: RealYear;
let after: RealYear;
let lineage: LineageRow[];

beforeAll(async () => {
  before = await readYear(2021);
  after = await readYear(2024);
  lineage = computeLineage(before.lineageYear, after.lineageYear);
});

describe('coverage', () => {
  test('covers Twente without a gap in either year', () => {
    for (const { coverage } of [before, after]) {
      expect(coverage.empty).toEqual([]);
      const edges = countEdges([...coverage.shapes.values()].flat(2));
      expect(Math.max(...edges.values())).toBe(1);
      expect(countLoops(listUnpaired(edges))).toBe(1);
    }
  });

  test('keeps the ground of 2021 that CBS measures', () => {
    const total = before.lineageYear.municipality.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    // the sum of CBS's own oppervlakte_totaal_in_ha of the 517 neighbourhoods of 2021
    expect(Math.abs(total / 10_000 - 150_375)).toBeLessThan(30);
  });

  test('has 517 and 537 neighbourhoods, 120 and 127 districts, 14 municipalities', () => {
    const counts = [before, after].map(({ lineageYear }) =>
      mapLevels.map((level) => lineageYear[level].length),
    );
    expect(counts).toEqual([
      [14, 120, 517],
      [14, 127, 537],
    ]);
  });
});

describe('lineage 2021 → 2024', () => {
  test('38 neighbourhood codes are new, 18 are gone, the redrawn lie in three municipalities', () => {
    const { neighbourhood } = summarizeLineage(lineage);
    expect(neighbourhood).toMatchObject({ new: 38, gone: 18 });
    expect(neighbourhood.redrawn).toBeGreaterThanOrEqual(30);
    expect(neighbourhood.redrawn).toBeLessThanOrEqual(37);
    const redrawn = lineage.filter(
      ({ level, fromCode, toCode, change }) =>
        level === 'neighbourhood' && change === 'redrawn' && fromCode === toCode,
    );
    expect(new Set(redrawn.map(({ toCode }) => toCode?.slice(2, 6)))).toEqual(
      new Set(['0183', '1742', '1774']),
    );
  });

  test('every new code has a row that says so, and every gone code', () => {
    const own = lineage.filter(({ level }) => level === 'neighbourhood');
    const codes = (change: string, side: 'fromCode' | 'toCode') =>
      new Set(own.filter((row) => row.change === change).map((row) => row[side]));
    expect(codes('new', 'toCode').size).toBe(38);
    expect(codes('gone', 'fromCode').size).toBe(18);
  });

  test('shares of a neighbourhood add up to the whole', () => {
    const sums = new Map<string, number>();
    for (const { level, fromCode, areaShare } of lineage)
      if (level === 'neighbourhood' && fromCode !== null)
        sums.set(fromCode, (sums.get(fromCode) ?? 0) + areaShare);
    expect(sums.size).toBe(517);
    for (const sum of sums.values()) expect(sum > 0.93 && sum < 1.0001).toBe(true);
  });
});

describe('tiles of 2024', () => {
  test('neighbours share their borders at every zoom', () => {
    const topology = joinShapes(after.lineageYear);
    for (let zoom = 6; zoom <= 13; zoom++) {
      const simplified = simplifyTopology(topology, zoom);
      const rings = simplified.levels.neighbourhood.flatMap((area) => toPolygons(simplified, area).flat());
      const edges = countEdges(rings);
      const crowded = [...edges.values()].filter((count) => count > 1).length;
      // at zooms 6 and 7 a unit of the grid is wider than the narrowest strip of ground, whose edges fall together
      if (zoom >= 8) expect(crowded).toBe(0);
      for (const ring of rings) {
        const [first, last] = [ring[0], ring.at(-1)];
        expect(last).toEqual(first);
        if (zoom >= 8) expect(Math.abs(doubleArea(ring, zoom))).toBeGreaterThan(0.5);
      }
    }
  });

  test('hold every neighbourhood at every zoom', () => {
    const versions = assignVersions([], [before.lineageYear, after.lineageYear], lineage);
    const held = versions.filter(({ firstYear, lastYear }) => firstYear <= 2024 && lastYear >= 2024);
    const labels = new Map(held.map(({ code, index }) => [code, { name: code, index }]));
    const { tiles } = buildTiles(after.lineageYear, labels);
    for (let zoom = 6; zoom <= 13; zoom++) {
      const codes = new Set<unknown>();
      for (const { bytes } of tiles.filter(({ z }) => z === zoom)) {
        const layer = new VectorTile(new PbfReader(bytes)).layers.neighbourhood;
        for (let at = 0; at < (layer?.length ?? 0); at++) codes.add(layer?.feature(at).properties.code);
      }
      expect(codes.size).toBe(537);
    }
  });
});

function doubleArea(ring: readonly (readonly number[])[], zoom: number): number {
  const points = ring.map((point) => project([...point], zoom).map(Math.round));
  return points.slice(1).reduce((sum, [x = 0, y = 0], index) => {
    const [px = 0, py = 0] = points[index] ?? [];
    return sum + px * y - x * py;
  }, 0);
}
