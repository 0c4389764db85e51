import { describeTiles } from '../../geodata/boundary/tiles/tilejson.ts';
import { buildTiles } from '../../geodata/boundary/tiles/tiles.ts';
import type { AreaInput, TilesetInput } from '../../sql/publication.ts';
import { compress } from './compression.ts';
import type { Division } from './division.ts';
import type { OnProgress } from './progress.ts';

/** Draws the tiles of a division, compresses them and describes them as TileJSON. */
export async function packTiles(
  { year, attribution, shapes }: Division,
  areas: readonly AreaInput[],
  onProgress: OnProgress,
): Promise<TilesetInput> {
  const labels = new Map(
    areas.flatMap(({ code, name, index }) => (index === null ? [] : [[code, { name, index }] as const])),
  );
  onProgress({ step: `drawing the tiles of ${year}` });
  const tileset = buildTiles(shapes, labels);
  const { hash, tiles } = tileset;
  const step = `compressing the tiles of ${year}`;
  let done = 0;
  const packed = await Promise.all(
    tiles.map(async ({ z, x, y, bytes }) => {
      const compressed = await compress(bytes);
      done += 1;
      onProgress({ step, done, total: tiles.length });
      return { z, x, y, ...compressed };
    }),
  );
  const name = `Wijkinformatie ${year}`;
  const address = `/tiles/${year}/${hash}/{z}/{x}/{y}.mvt`;
  return { hash, tilejson: { ...describeTiles(tileset, { name, attribution, address }) }, tiles: packed };
}
