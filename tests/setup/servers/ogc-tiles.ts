import { makeBaseTile } from '../base-map/tiles.ts';
import { type LocalServer, listen } from './listening.ts';

/**
 * A service that speaks OGC API Tiles as PDOK's does: rows before columns, `f=mvt`, an error for any other parameter, 404
 * beyond its zooms. `/elsewhere` answers with a redirect, `/huge` without an end.
 */
export function serveOgcTiles(): Promise<LocalServer> {
  return listen((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/elsewhere'))
      return void response.writeHead(302, { location: 'https://example.nl/tile' }).end();
    if (pathname.startsWith('/huge')) {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      return more();
    }
    const [, z, y, x] = /^\/ogc\/v1\/tiles\/WebMercatorQuad\/(\d+)\/(\d+)\/(\d+)$/.exec(pathname) ?? [];
    const isKnown = [...searchParams.keys()].every((name) => name === 'f');
    if (!isKnown) return void response.writeHead(400).end('{"title":"Bad Request"}');
    const tile = z === undefined ? null : makeBaseTile(Number(z), Number(x), Number(y));
    if (!tile) return void response.writeHead(404).end('{"title":"Not Found"}');
    response.writeHead(200, { 'content-type': 'application/vnd.mapbox-vector-tile' }).end(tile);
  });
}
