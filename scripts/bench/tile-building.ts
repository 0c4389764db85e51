import { execFile, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Division } from '../../api/release/division.ts';
import { buildTiles, maxzoom, minzoom } from '../../geodata/boundary/tiles/tiles.ts';
import { mapLevels } from '../../geodata/level.ts';
import { readDivisions } from './divisions.ts';
import { countGaps } from './gaps.ts';
import { interleave, type Result, type Row } from './measurement.ts';
import type { Region, Regions } from './region.ts';

const runs = 3;
const run = promisify(execFile);

/** All tiles of a region's newest boundary year, drawn and encoded. */
export const tileBuildingRow: Row = {
  id: 11,
  title: 'tile building, whole region, all zooms',
  against: '`ogr2ogr -f MVT` on the same input and zooms',
  better: 'lower',
  async measure(regions, progress) {
    if (spawnSync('ogr2ogr', ['--version']).status !== 0) {
      progress('left out: no ogr2ogr on the path');
      return [];
    }
    const results: Result[] = [];
    for (const key of regions.keys) results.push(await measureRegion(await regions.prepare(key), regions));
    return results;
  },
};

async function measureRegion(region: Region, regions: Regions): Promise<Result> {
  const division = (await readDivisions(region)).at(-1);
  if (!division) throw new Error('the region has no boundaries');
  const folder = await regions.makeFolder();
  const input = await writeInput(division, folder);
  const output = join(folder, 'tiles');
  const labels = labelAreas(division);
  const { ratio, first, second } = await interleave(
    async () => {
      const start = performance.now();
      const { tiles } = buildTiles(division.shapes, labels);
      const time = performance.now() - start;
      if (tiles.length === 0) throw new Error('no tile was drawn');
      return time;
    },
    () => runPeer(input, output),
    runs,
  );
  const ours = buildTiles(division.shapes, labels).tiles;
  const theirs = await readPeer(output);
  if (theirs.length < ours.length / 2)
    throw new Error(`ogr2ogr made ${theirs.length} tiles, we ${ours.length}`);
  const gaps = [countGaps(ours), countGaps(theirs)];
  const note = `${Math.round(first)} ms against ${Math.round(second)} ms; ${ours.length} tiles against ${theirs.length}, zooms ${minzoom} to ${maxzoom}; edges where neighbours do not meet: ${gaps[0]} against ${gaps[1]}; ours also hold borders and labels`;
  return { id: 11, name: `tile building: ${region.title}`, ratio, goal: 1, unit: '×', runs, note };
}

function labelAreas({ shapes, areas }: Division) {
  return new Map(
    mapLevels.flatMap((level) =>
      shapes[level].map(({ code }, index) => [code, { name: areas.get(code)?.name ?? code, index }] as const),
    ),
  );
}

/** A GeoPackage with a layer a level, as ogr2ogr reads fastest. */
async function writeInput({ shapes, areas }: Division, folder: string): Promise<string> {
  const file = join(folder, 'areas.gpkg');
  for (const level of mapLevels) {
    const features = shapes[level].map(({ code, polygons }, index) => ({
      type: 'Feature',
      properties: { code, name: areas.get(code)?.name ?? code, index },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    }));
    const source = join(folder, `${level}.geojson`);
    await writeFile(source, JSON.stringify({ type: 'FeatureCollection', features }));
    const update = level === mapLevels[0] ? [] : ['-update'];
    await run('ogr2ogr', ['-f', 'GPKG', ...update, file, source, '-nln', level]);
  }
  return file;
}

/** Tiles of the same zooms and grid, with no limit on what a tile may hold and no compression: only drawn and encoded. */
async function runPeer(input: string, output: string): Promise<number> {
  await rm(output, { recursive: true, force: true });
  const settings = [
    `MINZOOM=${minzoom}`,
    `MAXZOOM=${maxzoom}`,
    'EXTENT=4096',
    'BUFFER=32',
    'COMPRESS=NO',
    'MAX_SIZE=100000000',
    'MAX_FEATURES=1000000',
  ];
  const start = performance.now();
  await run('ogr2ogr', ['-f', 'MVT', output, input, ...settings.flatMap((setting) => ['-dsco', setting])]);
  return performance.now() - start;
}

/** The tiles that lie in a folder as `zoom/column/row.pbf`. */
async function readPeer(folder: string): Promise<{ z: number; x: number; y: number; bytes: Uint8Array }[]> {
  await mkdir(folder, { recursive: true });
  const files = await readdir(folder, { recursive: true });
  const places = files.flatMap((file) => {
    const [, z, x, y] = /^(\d+)\/(\d+)\/(\d+)\.pbf$/.exec(file) ?? [];
    return z && x && y ? [{ file, z: Number(z), x: Number(x), y: Number(y) }] : [];
  });
  return Promise.all(
    places.map(async ({ file, ...place }) => ({ ...place, bytes: await readFile(join(folder, file)) })),
  );
}
