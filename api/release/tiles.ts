import { buildTiles } from '../../geodata/boundary/tiles.ts';
import type { AreaInput, TilesetInput } from '../../sql/publication.ts';
import { compress } from './compression.ts';
import type { Division } from './division.ts';
import type { OnProgress } from './progress.ts';

const areaFields = {
  code: 'code of the area',
  name: 'name of the area',
  index: 'number of the area version: its place in the columns',
};

/**
 * Cuts the tiles of a division, compresses them, and describes them as TileJSON 3.0.0 does (without addresses: whoever
 * serves them knows those).
 */
export async function packTiles(
  { year, attribution, shapes }: Division,
  areas: readonly AreaInput[],
  onProgress: OnProgress,
): Promise<TilesetInput> {
  const labels = new Map(
    areas.flatMap(({ code, name, index }) => (index === null ? [] : [[code, { name, index }] as const])),
  );
  const cutting = `cutting the tiles of ${year}`;
  onProgress({ step: cutting });
  const { tiles, hash, minzoom, maxzoom, bounds } = buildTiles(shapes, labels);
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
  const layers = ['municipality', 'district', 'neighbourhood'].map((id) => ({ id, fields: areaFields }));
  const tilejson = {
    tilejson: '3.0.0',
    name: `Wijkinformatie ${year}`,
    attribution,
    minzoom,
    maxzoom,
    bounds,
    vector_layers: [
      ...layers,
      { id: 'border', fields: { level: 'highest level that the line is a border of' } },
      {
        id: 'label',
        fields: { ...areaFields, level: 'level of the area', rank: 'which goes first where room is short' },
      },
    ],
  };
  return { hash, tilejson, tiles: packed };
}
