import type { Bounds } from '../measure.ts';
import { labelZooms } from './features.ts';

interface VectorLayer {
  readonly id: string;
  readonly description: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** TileJSON 3.0.0 (https://github.com/mapbox/tilejson-spec/tree/master/3.0.0). */
export interface TileJson {
  readonly tilejson: '3.0.0';
  readonly name: string;
  readonly attribution: string;
  readonly scheme: 'xyz';
  readonly tiles: readonly string[];
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds: Bounds;
  readonly vector_layers: readonly VectorLayer[];
}

const areaFields = {
  code: 'String: code of the area',
  name: 'String: name of the area',
  index: 'Number: number of the area version, its place in the columns',
};

/** Describes a tileset as TileJSON; `address` is the template of a tile's address with {z}, {x} and {y}. */
export function describeTiles(
  {
    minzoom,
    maxzoom,
    bounds,
  }: { readonly minzoom: number; readonly maxzoom: number; readonly bounds: Bounds },
  { name, attribution, address }: { name: string; attribution: string; address: string },
): TileJson {
  const layer = (id: string, description: string, fields: VectorLayer['fields']) => ({
    id,
    description,
    minzoom,
    maxzoom,
    fields,
  });
  return {
    tilejson: '3.0.0',
    name,
    attribution,
    scheme: 'xyz',
    tiles: [address],
    minzoom,
    maxzoom,
    bounds,
    vector_layers: [
      layer('municipality', 'Municipalities; feature id = index', areaFields),
      layer('district', 'Districts; feature id = index', areaFields),
      layer('neighbourhood', 'Neighbourhoods; feature id = index', areaFields),
      layer('border', 'Every border once', {
        level: 'String: the highest level that the line is a border of',
      }),
      layer(
        'label',
        `Points for names: districts from zoom ${labelZooms.district}, neighbourhoods from zoom ${labelZooms.neighbourhood}`,
        {
          name: areaFields.name,
          level: 'String: level of the area',
          rank: 'Number: 0 for the largest areas of the level, one more for each halving',
        },
      ),
    ],
  };
}
