import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { undoLater } from '../cleanup.ts';

const entry = fileURLToPath(new URL('./peer/page.ts', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

const html = `<!doctype html><meta charset="utf-8"><title>Peer</title>
<link rel="stylesheet" href="/assets/peer.css"><style>body{margin:0}</style>
<div id="map"></div><script type="module" src="/assets/peer.js"></script>`;

export interface Site {
  readonly address: string;
  stop(): Promise<void>;
}

/** Builds the page that draws with MapLibre alone into a folder. */
export async function buildPeer(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      target: 'chrome123',
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { peer: entry },
        output: { entryFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' },
      },
    },
  });
}

/** Serves the built page, and beside it the tiles of a running product, so that both draw the same bytes. */
export async function servePeer(folder: string, product: string): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://peer');
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
  if (pathname === '/') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    return;
  }
  const name = basename(pathname);
  const body = await readFile(join(folder, 'assets', name));
  response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' }).end(body);
}
