import type { TileJson } from '../../geodata/boundary/tiles/tilejson.ts';
import type { TileExtent } from './cover.ts';
import type { TileId } from './mercator.ts';
import type { TileStore } from './tile-store.ts';

/** The tiles of one boundary year. */
export interface Tileset extends TileExtent {
  /** Absolute address of the tiles with {z}, {x} and {y}. */
  readonly template: string;
  readonly attribution: string;
}

/** What is read of a TileJSON document, which may leave out all but its tiles. */
type ReadTileJson = Partial<Omit<TileJson, 'tiles'>> & { readonly tiles?: readonly string[] };

/** Reads a TileJSON 3 document; its tiles may be addressed relative to it. Rejects with FileGoneError where there is none. */
export async function loadTileset(store: TileStore, address: string): Promise<Tileset> {
  const base = new URL(address, document.baseURI);
  return store.readFresh(base.href, (bytes) => readTileset(bytes, base));
}

/** Throws where the document is broken or names no tiles. */
function readTileset(bytes: Uint8Array, base: URL): Tileset {
  const json = JSON.parse(new TextDecoder().decode(bytes)) as ReadTileJson;
  const [tiles] = json.tiles ?? [];
  if (!tiles) throw new Error(`${base.href} names no tiles.`);
  return {
    template: new URL(tiles, base).href.replaceAll('%7B', '{').replaceAll('%7D', '}'),
    minzoom: json.minzoom ?? 0,
    maxzoom: json.maxzoom ?? 14,
    bounds: json.bounds ?? [-180, -85, 180, 85],
    attribution: json.attribution ?? '',
  };
}

export function addressOf({ template }: Tileset, { z, x, y }: TileId): string {
  return template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
}
