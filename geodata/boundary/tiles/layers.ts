import { PbfReader, PbfWriter } from 'pbf';

/** Field of a Mapbox Vector Tile that is a layer, and field of a layer that is its name (version 2, 4.1). */
const layerField = 3;
const nameField = 1;

/** The vector tile with nothing but one layer of it; null where it has none of that name. */
export function keepLayer(tile: Uint8Array, name: string): Uint8Array | null {
  const reader = new PbfReader(tile);
  const kept = new PbfWriter();
  let isKept = false;
  while (reader.pos < reader.length) {
    const tag = reader.readVarint();
    if (tag >> 3 !== layerField) {
      reader.skip(tag);
      continue;
    }
    const layer = reader.readBytes();
    if (readName(layer) !== name) continue;
    kept.writeBytesField(layerField, layer);
    isKept = true;
  }
  return isKept ? kept.finish() : null;
}

function readName(layer: Uint8Array): string | null {
  const reader = new PbfReader(layer);
  while (reader.pos < reader.length) {
    const tag = reader.readVarint();
    if (tag >> 3 === nameField) return reader.readString();
    reader.skip(tag);
  }
  return null;
}
