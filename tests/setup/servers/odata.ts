import type { ServerResponse } from 'node:http';
import { type LocalServer, listen } from './listening.ts';

export type ODataRow = Record<string, string | number | null>;

export interface ODataServer extends LocalServer {
  /** Rows by the end of their path: `47018NED/Perioden`. Tests change them. */
  readonly resources: Record<string, ODataRow[]>;
  /** How the server behaves; tests change it. */
  readonly manner: { pageSize: number; mostRows: number; heedsFilters: boolean };
}

/** Tables that are only there through v4. */
const version4Tables = new Set(['85984NED']);
const prefixes = /^\/(ODataApi\/odata|odata\/v1\/CBS)\//;

/**
 * Speaks OData as CBS does: v3 answers 500 to a question that matches too many rows, compares keys with their padding
 * and gives an empty list where they do not fit; both page through a link, v4 under a name of its own.
 */
export async function serveOData(resources: Record<string, ODataRow[]>): Promise<ODataServer> {
  const manner = { pageSize: 1_000, mostRows: 10_000, heedsFilters: true };
  const server = await listen((request, response) => {
    const url = new URL(request.url ?? '', server.base);
    const rows = resources[url.pathname.replace(prefixes, '')];
    const isVersion4 = url.pathname.startsWith('/odata/v1/');
    if (!rows || isVersion4 !== version4Tables.has(tableOf(url)))
      return send(response, 404, { error: 'none' });
    const filter = manner.heedsFilters ? url.searchParams.get('$filter') : null;
    const found = filter === null ? rows : rows.filter((row) => matches(row, filter));
    if (!isVersion4 && found.length > manner.mostRows) return send(response, 500, { error: 'too many rows' });
    const skip = Number(url.searchParams.get('$skip') ?? 0);
    const value = found.slice(skip, skip + manner.pageSize).map((row) => pick(row, url));
    const link = isVersion4 ? '@odata.nextLink' : 'odata.nextLink';
    url.searchParams.set('$skip', String(skip + manner.pageSize));
    const next =
      skip + manner.pageSize < found.length
        ? { [link]: `https://elsewhere.invalid${url.pathname}${url.search}` }
        : {};
    return send(response, 200, { value, ...next });
  });
  return Object.assign(server, { resources, manner });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function tableOf({ pathname }: URL): string {
  return pathname.replace(prefixes, '').replace(/\/.*$/, '');
}

function pick(row: ODataRow, url: URL): ODataRow {
  const names = url.searchParams.get('$select')?.split(',');
  return names ? Object.fromEntries(names.map((name) => [name, row[name] ?? null])) : row;
}

/** Filters of the form `(a or b) and c`, with `startswith` and `eq`. */
function matches(row: ODataRow, filter: string): boolean {
  return filter.split(' and ').every((part) =>
    part
      .replace(/^\((.*)\)$/, '$1')
      .split(' or ')
      .some((condition) => holds(row, condition)),
  );
}

function holds(row: ODataRow, condition: string): boolean {
  const start = /^startswith\((\w+),'(.*)'\)$/.exec(condition);
  if (start) return String(row[start[1] ?? '']).startsWith(start[2] ?? '');
  const equal = /^(\w+) eq '(.*)'$/.exec(condition);
  if (!equal) throw new Error(`the server of the tests does not know the filter ${condition}`);
  return row[equal[1] ?? ''] === equal[2];
}
