import type { Bounds } from '../../geodata/boundary/measure.ts';

/** What is known of a base map before any of its tiles. */
export interface BaseMapDescription {
  readonly minzoom: number;
  readonly maxzoom: number;
  /** West, south, east, north in degrees. */
  readonly bounds: Bounds;
  /** Plain text. */
  readonly attribution: string;
  /** Another text as soon as its tiles are others. */
  readonly version: string;
}

/** Vector tiles of water, roads, railways and places, in the scheme of the web's maps (z, x, y from the north west). */
export interface BaseMap {
  readonly describe: () => Promise<BaseMapDescription>;
  /** A Mapbox Vector Tile, not compressed; null where there is none. Throws BaseMapError. */
  readonly readTile: (z: number, x: number, y: number) => Promise<Uint8Array | null>;
}

/** The base map cannot be read; the message says why, and for a setting what to do. */
export class BaseMapError extends Error {
  override readonly name = 'BaseMapError';
}
