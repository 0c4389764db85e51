import { messageOf } from '../../geodata/problem.ts';
import { readBounded } from '../download/bounded-body.ts';
import { askService } from '../download/service.ts';
import { createSizedMemory } from '../memory/sized-memory.ts';
import { tileType } from '../schemas/tiles.ts';
import { type BaseMap, BaseMapError } from './base-map.ts';

/** As Kadaster names its background map; of others the host is named. */
const attributions: Readonly<Record<string, string>> = {
  'api.pdok.nl': 'Kadaster, BRT-Achtergrondkaart (CC BY 4.0)',
};

/** Zooms that a service is asked for; closer, the map enlarges the last one. */
const closestZoom = 14;
const longestWait = 5000;
const mostTileBytes = 4 * 1024 ** 2;

/** The tiles of an OGC API Tiles service, below its address, in the web's own matrix set. */
export function addressTemplate(url: string): string {
  if (url.includes('{')) return url;
  return `${url.replace(/\/+$/, '')}/tiles/WebMercatorQuad/{z}/{y}/{x}?f=mvt`;
}

/**
 * A service of vector tiles, asked by this server and not by the reader's browser: whoever looks at the map tells nobody
 * else where he looks. `url`: the address of an OGC API Tiles service, or of its tiles with {z}, {x} and {y}. Each request
 * is bounded in time and size and follows no redirect; a tile is kept for a while, failures are not.
 */
export function openBaseMapService(url: string, fetch = globalThis.fetch): BaseMap {
  const template = addressTemplate(url);
  const memory = createSizedMemory<Uint8Array | null>((tile) => tile?.length ?? 0);
  const { hostname } = new URL(url.replace(/[{}]/g, ''));
  const ask = async (z: number, x: number, y: number): Promise<Uint8Array | null> => {
    const address = template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
    const response = await askService(address, { accept: tileType, wait: longestWait }, fetch);
    if (response.status === 404 || response.status === 204) return null;
    if (!response.ok) throw new BaseMapError(`it answers ${response.status}`);
    return readBounded(
      response,
      mostTileBytes,
      () => new BaseMapError(`a tile of more than ${mostTileBytes} bytes`),
    );
  };
  return {
    describe: async () => ({
      minzoom: 0,
      maxzoom: closestZoom,
      bounds: [-180, -85, 180, 85],
      attribution: attributions[hostname] ?? hostname,
      version: '1',
    }),
    readTile: (z, x, y) =>
      memory.read(`${z}/${x}/${y}`, () =>
        ask(z, x, y).catch((error: unknown) => {
          const reason = messageOf(error);
          throw new BaseMapError(`The base map of ${hostname} does not come: ${reason}`);
        }),
      ),
  };
}
