import { VectorTile } from '@mapbox/vector-tile';
import GeoJSONVT from 'geojson-vt';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { encodeTile } from '../../../../geodata/boundary/tiles/encoding.ts';
import { keepLayer } from '../../../../geodata/boundary/tiles/layers.ts';

function slice(name: string) {
  const features = [
    {
      type: 'Feature' as const,
      properties: { name },
      geometry: { type: 'Point' as const, coordinates: [6.5, 52.2] },
    },
  ];
  return new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: 0, indexMaxZoom: 0 });
}

test('a tile is told with one layer of it, whole, or with none', () => {
  const layers = new Map(['district', 'neighbourhood', 'border'].map((name) => [name, slice(name)]));
  const tile = encodeTile(layers, 0, 0, 0) ?? new Uint8Array();
  const kept = new VectorTile(new PbfReader(keepLayer(tile, 'neighbourhood') ?? new Uint8Array()));
  expect(Object.keys(kept.layers)).toEqual(['neighbourhood']);
  expect(kept.layers.neighbourhood?.feature(0).properties).toEqual({ name: 'neighbourhood' });
  expect(keepLayer(tile, 'municipality')).toBeNull();
});
