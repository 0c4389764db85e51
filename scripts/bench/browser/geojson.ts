import type { Feature, FeatureCollection } from 'geojson';
import type { Division } from '../../../api/release/division.ts';
import { simplifyTopology } from '../../../geodata/boundary/tiles/simplify.ts';
import { joinShapes, toPolygons } from '../../../geodata/boundary/topology.ts';
import type { SubjectArea } from './subject.ts';

/** Decimals of a degree: about a metre, finer than a pixel of a whole region. */
const decimals = 5;

/** The neighbourhoods of a division as GeoJSON, as simple as the tiles of a zoom have them; `id` is the row in the column. */
export function writeAreas(
  { shapes }: Division,
  zoom: number,
  areas: readonly SubjectArea[],
): FeatureCollection {
  const places = new Map(areas.map(({ code, index }) => [code, index]));
  const topology = simplifyTopology(joinShapes(shapes), zoom);
  const round = (degrees: number): number => Number(degrees.toFixed(decimals));
  const features = topology.levels.neighbourhood.flatMap((geometry): Feature[] => {
    const id = places.get(geometry.id);
    if (id === undefined) return [];
    const coordinates = toPolygons(topology, geometry).map((rings) =>
      rings.map((ring) => ring.map(([x = 0, y = 0]) => [round(x), round(y)])),
    );
    return [{ type: 'Feature', id, properties: {}, geometry: { type: 'MultiPolygon', coordinates } }];
  });
  return { type: 'FeatureCollection', features };
}
