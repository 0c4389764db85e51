import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { formatColour } from '../../../geodata/classes/colour.ts';
import { undoLater } from '../cleanup.ts';
import type { PeerScene } from './peer/scene.ts';
import type { Subject } from './subject.ts';

const entryOf = (name: string) => fileURLToPath(new URL(`./peer/${name}.ts`, import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

const writePage = (name: string): string => `<!doctype html><meta charset="utf-8"><title>Peer</title>
<link rel="stylesheet" href="/assets/${name}.css"><style>body{margin:0}</style>
<div id="map"></div><script type="module" src="/assets/${name}.js"></script>`;

/** The page that draws with MapLibre alone, and the one that draws with Leaflet. */
const pages = new Map([
  ['/', writePage('peer')],
  ['/leaflet', writePage('leaflet')],
]);

export interface Site {
  readonly address: string;
  stop(): Promise<void>;
}

/** A subject as the peers draw it. */
export function describeScene(
  { boundaryYear, ranks, colours }: Subject,
  more: Pick<PeerScene, 'way' | 'camera' | 'size' | 'year'>,
): PeerScene {
  return { ...more, tileJson: `/tiles/${boundaryYear}.json`, ranks, colours: colours.map(formatColour) };
}

/** Builds the pages that draw with a library alone into a folder. */
export async function buildPeer(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      target: 'chrome123',
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { peer: entryOf('page'), leaflet: entryOf('leaflet') },
        output: { entryFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' },
      },
    },
  });
}

/**
 * Serves the built pages, and beside them the tiles of a running product, so that both draw the same bytes, and `files`
 * by their paths, packed.
 */
export async function servePeer(
  folder: string,
  product: string,
  files: ReadonlyMap<string, unknown> = new Map(),
): Promise<Site> {
  const packed = new Map([...files].map(([path, content]) => [path, gzipSync(JSON.stringify(content))]));
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://peer');
    const file = packed.get(pathname);
    if (file) {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(file);
      return;
    }
    const answer = pathname.startsWith('/tiles/')
      ? passOn(`${product}${pathname}${search}`, response)
      : sendFile(folder, pathname, response);
    answer.catch(() => response.writeHead(404).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port for the peer');
  const stop = undoLater(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${address.port}`, stop };
}

async function passOn(address: string, response: ServerResponse): Promise<void> {
  const answer = await fetch(address);
  const body = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(body);
}

async function sendFile(folder: string, pathname: string, response: ServerResponse): Promise<void> {
  const page = pages.get(pathname);
  if (page) {
    response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    return;
  }
  const name = basename(pathname);
  const body = await readFile(join(folder, 'assets', name));
  response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' }).end(body);
}
