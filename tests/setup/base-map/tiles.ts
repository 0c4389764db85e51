import type { Feature } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { encodeTile } from '../../../geodata/boundary/tiles/encoding.ts';

/** A made-up land in the west of the demonstration's region: a lake, a motorway, a railway and a town, as BRT-A has them. */
const layers: Readonly<Record<string, readonly Feature[]>> = {
  waterdeelvlak: [
    {
      type: 'Feature',
      properties: { vistext: 'meer, plas' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [6.6, 52.2],
            [6.8, 52.2],
            [6.8, 52.35],
            [6.6, 52.35],
            [6.6, 52.2],
          ],
        ],
      },
    },
  ],
  wegdeellijn: [lineOf('autosnelweg', 52.28), lineOf('fietspad', 52.4)],
  spoorbaandeellijn: [lineOf('trein', 52.24)],
  plaatsnamen: [
    {
      type: 'Feature',
      properties: { naam: 'Waterstad', vistext: 'stad' },
      geometry: { type: 'Point', coordinates: [6.7, 52.3] },
    },
  ],
};

function lineOf(vistext: string, latitude: number): Feature {
  return {
    type: 'Feature',
    properties: { vistext },
    geometry: {
      type: 'LineString',
      coordinates: [
        [6.2, latitude],
        [7.2, latitude],
      ],
    },
  };
}

export const deepestZoom = 10;

const sliced = new Map(
  Object.entries(layers).map(([name, features]) => [
    name,
    new GeoJSONVT(
      { type: 'FeatureCollection', features: [...features] },
      { maxZoom: deepestZoom, indexMaxZoom: deepestZoom, indexMaxPoints: 0, tolerance: 0, buffer: 64 },
    ),
  ]),
);

/** A tile of that land; null where there is nothing. */
export function makeBaseTile(z: number, x: number, y: number): Uint8Array | null {
  return z > deepestZoom ? null : encodeTile(sliced, z, x, y);
}

/** All tiles that it has. */
export function listBaseTiles(): { z: number; x: number; y: number; bytes: Uint8Array }[] {
  const found: { z: number; x: number; y: number; bytes: Uint8Array }[] = [];
  const visit = (z: number, x: number, y: number): void => {
    const bytes = makeBaseTile(z, x, y);
    if (!bytes) return;
    found.push({ z, x, y, bytes });
    for (const [right, down] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      visit(z + 1, 2 * x + right, 2 * y + down);
  };
  visit(0, 0, 0);
  return found;
}
