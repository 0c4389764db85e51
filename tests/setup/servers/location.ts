import { type LocalServer, listen } from './listening.ts';

interface Known {
  readonly name: string;
  readonly point: readonly [number, number];
}

/** Parameters of `free` in PDOK's own description; others are refused. */
const parameters = new Set(['q', 'rows', 'fl', 'fq', 'start', 'sort', 'qf', 'bq', 'df', 'lat', 'lon', 'wt']);

/**
 * A service that speaks as PDOK's Locatieserver 3.1 does: names that hold every word of `q`. `/elsewhere` answers with a
 * redirect, `/huge` without an end, `/page` with something that is no JSON, `/odd` with JSON of another kind.
 */
export function serveLocations(known: readonly Known[]): Promise<LocalServer> {
  return listen((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/elsewhere'))
      return void response.writeHead(302, { location: 'https://example.nl/free' }).end();
    if (pathname.startsWith('/huge')) {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      return more();
    }
    const type = { 'content-type': 'application/json;charset=UTF-8' };
    if (pathname.startsWith('/page')) return void response.writeHead(200, type).end('<html>Onderhoud</html>');
    if (pathname.startsWith('/odd'))
      return void response.writeHead(200, type).end('{"response":{"docs":[{"id":1}]}}');
    if (pathname !== '/search/v3_1/free' || ![...searchParams.keys()].every((name) => parameters.has(name)))
      return void response.writeHead(400, type).end('{"error":{"code":400}}');
    const asked = (searchParams.get('q') ?? '').toLowerCase().split(/\s+/);
    const docs = known
      .filter(({ name }) => asked.every((word) => name.toLowerCase().includes(word)))
      .map(({ name, point }) => ({ weergavenaam: name, centroide_ll: `POINT(${point.join(' ')})` }));
    const found = { numFound: docs.length, start: 0, maxScore: 9.6, numFoundExact: true, docs };
    response.writeHead(200, type).end(JSON.stringify({ response: found }));
  });
}
