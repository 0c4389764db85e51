import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendFile, sendJson, sendReport } from './answers.ts';
import { type LocalServer, listen } from './listening.ts';
import { drawDistricts, drawNeighbourhoods, type MapFeature } from './map.ts';

export interface BoundaryServer extends LocalServer {
  /** Files by the end of their address. Tests add them. */
  readonly files: Map<string, Uint8Array>;
  /** How the server behaves; tests change it. */
  readonly manner: { pageSize: number; heedsFilters: boolean; counts: boolean };
}

/**
 * Speaks as PDOK does. Its OGC API Features gives ten features where no limit is asked, refuses a limit above 1,000 and
 * parameters that it does not know, and pages through links with an opaque cursor, without a count. Its WFS has
 * properties in camelCase, leaves `cql_filter` aside, and refuses with status 200. One historical API holds several years.
 */
export async function serveBoundaries(): Promise<BoundaryServer> {
  const manner = { pageSize: 1_000, heedsFilters: true, counts: true };
  const files = new Map<string, Uint8Array>();
  const server = await listen((request, response) => {
    const url = new URL(request.url ?? '', server.base);
    const file = [...files].find(([end]) => url.pathname.endsWith(end));
    if (file) return sendFile(request, response, file[1]);
    if (url.pathname.includes('/ogc/v1/')) return answerApi(url, response, manner);
    if (url.pathname.endsWith('/wfs/v1_0')) return answerWfs(url, response, manner);
    return sendMissing(request, response);
  });
  return Object.assign(server, { files, manner });
}

type Manner = BoundaryServer['manner'];

function answerApi(url: URL, response: ServerResponse, { pageSize, heedsFilters }: Manner) {
  const years = findYears(url.pathname);
  const known = ['f', 'limit', 'cursor', 'bbox', 'gemeentecode'];
  const unknown = [...url.searchParams.keys()].find((name) => !known.includes(name));
  const limit = Number(url.searchParams.get('limit') ?? 10);
  const level = /\/collections\/(buurten|wijken)\/items$/.exec(url.pathname)?.[1];
  if (url.pathname.endsWith('/collections'))
    return sendJson(response, 200, {
      collections: [{ id: 'buurten' }, { id: 'wijken' }, { id: 'gemeenten' }],
    });
  if (!years.length || !level) return sendProblem(response, 404, 'collection not found');
  if (unknown) return sendProblem(response, 400, `unknown query parameter(s) found: ${unknown}`);
  if (limit > 1_000) return sendProblem(response, 400, 'limit must not be larger than 1000');
  const municipality = heedsFilters ? url.searchParams.get('gemeentecode') : null;
  const found = draw(years, level).filter(
    ({ properties }) => municipality === null || properties.gemeentecode === municipality,
  );
  const start = Number(Buffer.from(url.searchParams.get('cursor') ?? '', 'base64url').toString() || 0);
  const end = start + Math.min(limit, pageSize);
  url.searchParams.set('cursor', Buffer.from(String(end)).toString('base64url'));
  const next = { rel: 'next', href: `https://elsewhere.invalid${url.pathname}${url.search}` };
  const features = found.slice(start, end);
  const links = [{ rel: 'self', href: 'https://elsewhere.invalid/' }, ...(end < found.length ? [next] : [])];
  return sendJson(response, 200, {
    type: 'FeatureCollection',
    links,
    numberReturned: features.length,
    features,
  });
}

function answerWfs(url: URL, response: ServerResponse, { pageSize, heedsFilters, counts }: Manner) {
  const level = /^wijkenbuurten:(buurten|wijken)$/.exec(url.searchParams.get('typeName') ?? '')?.[1];
  const years = findYears(url.pathname);
  if (!level || !years.length) return sendReport(response, 'typename', 'Feature type unknown');
  const filter = heedsFilters ? url.searchParams.get('filter') : null;
  const values = [...(filter ?? '').matchAll(/<fes:Literal>(.*?)<\/fes:Literal>/g)].map(([, value]) => value);
  const found = draw(years, level).filter(
    ({ properties }) => filter === null || values.includes(String(properties.gemeentecode)),
  );
  const start = Number(url.searchParams.get('startIndex') ?? 0);
  const features = found.slice(start, start + Math.min(Number(url.searchParams.get('count')), pageSize));
  return sendJson(response, 200, {
    type: 'FeatureCollection',
    ...(counts ? { numberMatched: found.length } : { numberMatched: 'unknown' }),
    numberReturned: features.length,
    features: features.map(writeCamelCase),
  });
}

function findYears(path: string): number[] {
  if (path.includes('wijken-en-buurten-historisch')) return [2021, 2022];
  const year = Number(/(?:wijken-en-buurten-|wijkenbuurten\/)(\d{4})\//.exec(path)?.[1]);
  return year >= 2021 && year <= 2025 ? [year] : [];
}

function draw(years: readonly number[], level: string): MapFeature[] {
  return years.flatMap((year) => (level === 'buurten' ? drawNeighbourhoods(year) : drawDistricts(year)));
}

function writeCamelCase({ properties, ...feature }: MapFeature): object {
  const entries = Object.entries(properties).map(([name, value]) => [
    name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return { ...feature, properties: Object.fromEntries(entries) };
}

function sendProblem(response: ServerResponse, status: number, detail: string): void {
  const title = status === 404 ? 'Not Found' : 'Bad Request';
  sendJson(response, status, { title, status, detail, timeStamp: '2026-01-01T00:00:00Z' });
}

function sendMissing({ url }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/html' });
  response.end(`<html><body>${url} is not here</body></html>`);
}
