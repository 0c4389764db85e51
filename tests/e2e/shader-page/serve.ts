import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { writeViewerPolicy } from '../../../api/pages/security.ts';
import { makeFolder } from '../../setup/folder.ts';
import { encodeGrid, gridKinds, gridTilePath, writeTileJson } from './grid.ts';

export interface ServedPage {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

/** Builds the page of squares as the viewer is built, and serves it under the viewer's own policy. */
export async function servePage(): Promise<ServedPage> {
  const folder = await makeFolder('squares');
  await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    optimizeDeps: { exclude: ['maplibre-gl'] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      minify: false,
      chunkSizeWarningLimit: 9000,
    },
  });
  const made = new Map<string, string | Uint8Array>([
    ...gridKinds.flatMap((kind) => [
      [`/${kind}.json`, writeTileJson(kind)] as const,
      [gridTilePath.replace('grid', kind), encodeGrid(kind)] as const,
    ]),
  ]);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path === '/' ? '/index.html' : normalize(path);
    const body = made.get(path) ?? (await readFile(join(folder, file)).catch(() => null));
    response.setHeader('Content-Security-Policy', writeViewerPolicy({ scripts: [], styles: [] }));
    if (types[extname(file)]) response.setHeader('Content-Type', `${types[extname(file)]}`);
    response.writeHead(body === null ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('The page of squares has no port.');
  return {
    address: `http://127.0.0.1:${place.port}`,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
