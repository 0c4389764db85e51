import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Position } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Observation } from '../../geodata/observation.ts';
import { readBoundaries } from '../../geodata/sources/boundaries/boundaries.ts';
import { readObservations } from '../../geodata/sources/observations/observations.ts';
import {
  type BoundaryResource,
  type DataPackage,
  filesOf,
  type ObservationResource,
  parseDataPackage,
} from '../../geodata/sources/package/package.ts';
import { realData } from '../setup/real-data.ts';

const read = (path: string) => new Uint8Array(readFileSync(resolve(realData, path)));

let descriptor: DataPackage;

beforeAll(() => {
  descriptor = parseDataPackage(read('datapackage.json'), 'datapackage.json');
});

function boundaryResource(year: number): BoundaryResource {
  for (const resource of descriptor.resources)
    if (resource.role === 'boundaries' && resource.boundaryYear === year) return resource;
  throw new Error(`the package has no boundaries of ${year}`);
}

async function readYear(resource: BoundaryResource) {
  const paths = filesOf(resource).map(({ path }) => path);
  const present = paths.filter((path) => existsSync(resolve(realData, path)));
  return readBoundaries(resource, new Map(present.map((path) => [path, read(path)])));
}

async function readTable(name: string): Promise<readonly Observation[]> {
  for (const resource of descriptor.resources)
    if (resource.role === 'observations' && resource.name === name)
      return (await readResource(resource)).observations;
  throw new Error(`the package has no resource ${name}`);
}

const readResource = (resource: ObservationResource) => readObservations(resource, read(resource.path));

/** Metres between two positions a short way apart. */
function distance([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): number {
  return Math.hypot((x1 - x2) * 111_320 * Math.cos((y1 * Math.PI) / 180), (y1 - y2) * 111_195);
}

/** The largest distance of a position to the nearest position of the other shape. */
function deviation(shape: readonly Position[], other: readonly Position[]): number {
  return Math.max(...shape.map((from) => Math.min(...other.map((to) => distance(from, to)))));
}

describe('the real package of Twente', () => {
  test('describes 14 municipalities and 16 indicators', () => {
    expect(descriptor.region.municipalities).toHaveLength(14);
    expect(descriptor.indicators).toHaveLength(16);
  });

  test('has 517 neighbourhoods in 120 districts in 2021, 537 in 127 in 2024', async () => {
    const count = async (year: number) => {
      const { features, repairs, account } = await readYear(boundaryResource(year));
      expect(features).toHaveLength(account.written.count);
      expect(repairs).toEqual([]);
      const districts = new Set(features.map(({ district }) => district));
      const municipalities = new Set(features.map(({ municipality }) => municipality));
      return [features.length, districts.size, municipalities.size];
    };
    expect(await count(2021)).toEqual([517, 120, 14]);
    expect(await count(2024)).toEqual([537, 127, 14]);
  });

  test('has the same shapes of 2021 in RD and in longitude and latitude, within a metre', async () => {
    const resource = boundaryResource(2021);
    const inRd = await readYear(resource);
    const inDegrees = await readYear({
      ...resource,
      format: 'geojson',
      path: 'boundaries/2021/buurten.geojson',
      municipality: 'gemeentecode',
      municipalityName: 'gemeentenaam',
    });
    const byCode = new Map(inDegrees.features.map((feature) => [feature.code, feature]));
    const deviations = inRd.features.map((feature) => {
      const other = byCode.get(feature.code);
      expect(other?.name).toBe(feature.name);
      expect(other?.polygons.map((rings) => rings.length)).toEqual(
        feature.polygons.map((rings) => rings.length),
      );
      return deviation(feature.polygons.flat(2), other?.polygons.flat(2) ?? []);
    });
    expect(Math.max(...deviations)).toBeLessThan(1);
    expect(Math.max(...deviations)).toBeGreaterThan(0);
  });

  test('has the registered crimes of Enschede and Almelo, and of the country', async () => {
    const crimes = await readTable('misdrijven');
    const sum = (municipality: string, period: string) =>
      crimes
        .filter(({ area, period: own }) => area.startsWith(`BU${municipality}`) && own === period)
        .reduce((total, { value }) => total + (value ?? 0), 0);
    expect(['2021', '2022', '2023', '2024', '2025'].map((year) => sum('0153', year))).toEqual([
      8401, 10150, 9055, 9533, 10394,
    ]);
    expect(sum('0141', '2021')).toBe(3584);
    const country = (await readTable('misdrijven-nederland')).filter(
      ({ indicator }) => indicator === 'misdrijven',
    );
    expect(country.find(({ period }) => period === '2024')).toMatchObject({ area: 'NL00', value: 793382 });
  });

  test('never takes a figure that is withheld for a number', async () => {
    const figures: Observation[] = [];
    for (const resource of descriptor.resources)
      if (resource.role === 'observations') figures.push(...(await readResource(resource)).observations);
    expect(figures.length).toBeGreaterThan(14_000);
    for (const { value, status } of figures) {
      expect(value === null).toBe(status !== 'final');
      expect(value ?? 0).toBeGreaterThan(-1000);
    }
    expect(figures.filter(({ status }) => status === 'suppressed').length).toBeGreaterThan(50);
  });
});
