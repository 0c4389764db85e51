import type { TileJson } from '../../geodata/boundary/tiles/tilejson.ts';
import type { TileExtent } from '../../geodata/map/cover.ts';
import type { TileId } from '../../geodata/map/mercator.ts';
import type { TileStore } from './tile-store.ts';

/** The tiles of one boundary year. */
export interface Tileset extends TileExtent {
  /** Absolute address of the tiles with {z}, {x} and {y}. */
  readonly template: string;
  readonly attribution: string;
}

/** What is read of a TileJSON document, which may leave out all but its tiles. */
type ReadTileJson = Partial<Omit<TileJson, 'tiles'>> & { readonly tiles?: readonly string[] };

const known = new Map<string, Promise<Tileset>>();

/**
 * Reads a TileJSON 3 document, once for all maps; its tiles may be addressed relative to it. Rejects with FileGoneError
 * where there is none.
 */
export function loadTileset(store: Pick<TileStore, 'readFresh'>, address: string): Promise<Tileset> {
  const found = known.get(address) ?? fetchTileset(store, address);
  known.set(address, found);
  found.catch(() => forgetTileset(address));
  return found;
}

/** For when its tiles are gone: it is asked for again. */
export function forgetTileset(address: string): void {
  known.delete(address);
}

/** Spares asking for a document that has been read already. */
export function keepTileset(address: string, json: ReadTileJson): void {
  known.set(address, Promise.resolve(readTileset(json, new URL(address, document.baseURI))));
}

async function fetchTileset(store: Pick<TileStore, 'readFresh'>, address: string): Promise<Tileset> {
  const base = new URL(address, document.baseURI);
  return store.readFresh(base.href, (bytes) =>
    readTileset(JSON.parse(new TextDecoder().decode(bytes)) as ReadTileJson, base),
  );
}

/** Throws where the document names no tiles. */
function readTileset(json: ReadTileJson, base: URL): Tileset {
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
