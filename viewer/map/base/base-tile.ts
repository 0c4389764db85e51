import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { type BaseRule, baseRules } from './rules.ts';

/** A line, or the ring of a water: x and y in turn, 0 to 1 over the tile, y downwards. */
export type BaseShape = Float64Array;

/** What a base map shows of one tile. */
export interface BaseTile {
  readonly water: readonly BaseShape[];
  readonly road: readonly BaseShape[];
  readonly rail: readonly BaseShape[];
  readonly places: readonly { readonly name: string; readonly x: number; readonly y: number }[];
}

const point = 1;
const polygon = 3;

/** Reads by the rules what there is of them; a tile without bytes has nothing. Throws where it is no vector tile. */
export function decodeBaseTile(bytes: Uint8Array): BaseTile {
  const found = { water: [], road: [], rail: [], places: [] } as {
    water: BaseShape[];
    road: BaseShape[];
    rail: BaseShape[];
    places: BaseTile['places'][number][];
  };
  if (bytes.length === 0) return found;
  const { layers } = new VectorTile(new PbfReader(bytes));
  for (const rule of baseRules) {
    const layer = layers[rule.layer];
    for (let i = 0; layer && i < layer.length; i++) {
      const feature = layer.feature(i);
      if (!isMeant(feature, rule)) continue;
      if (rule.kind === 'place') found.places.push(...readPlaces(feature, rule));
      else if (feature.type !== point) found[rule.kind].push(...readShapes(feature));
    }
  }
  return found;
}

function isMeant({ properties, type }: VectorTileFeature, { property, values, kind }: BaseRule): boolean {
  if (kind === 'water' && type !== polygon) return false;
  return property === null || values.includes(String(properties[property]));
}

function readShapes(feature: VectorTileFeature): BaseShape[] {
  return feature
    .loadGeometry()
    .map((line) => Float64Array.from(line.flatMap(({ x, y }) => [x / feature.extent, y / feature.extent])));
}

/** Those within the tile: its neighbours hold the others. */
function readPlaces(feature: VectorTileFeature, { name }: BaseRule): BaseTile['places'] {
  const text = feature.properties[name];
  if (typeof text !== 'string' || feature.type !== point) return [];
  return feature
    .loadGeometry()
    .flat()
    .map(({ x, y }) => ({ name: text, x: x / feature.extent, y: y / feature.extent }))
    .filter(({ x, y }) => x >= 0 && y >= 0 && x < 1 && y < 1);
}
