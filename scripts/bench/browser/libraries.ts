import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compressedSize } from '../topojson.ts';

/** What the map takes of its libraries. */
const entry = `
export { AttributionControl, addProtocol, LngLat, Map, setWorkerUrl } from 'maplibre-gl';
export { default as worker } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
export { default as earcut } from 'earcut';
`;

/** Bytes of maplibre-gl with its worker and styles, and of earcut, bundled as the product bundles them, in Brotli. */
export async function measureLibraries(folder: string): Promise<number> {
  const input = join(folder, 'libraries.js');
  await writeFile(input, entry);
  const outDir = join(folder, 'libraries');
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: aliasPackages(root) },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome123',
      assetsInlineLimit: 0,
      rolldownOptions: { input, preserveEntrySignatures: 'strict' },
    },
  });
  let bytes = 0;
  for (const file of await readdir(outDir, { recursive: true, withFileTypes: true }))
    if (file.isFile()) bytes += compressedSize(await readFile(join(file.parentPath, file.name)));
  return bytes;
}

/** The entry stands outside the project, where packages are not found by themselves. */
function aliasPackages(root: string): Record<string, string> {
  const names = ['maplibre-gl', 'earcut'];
  return Object.fromEntries(names.map((name) => [name, join(root, 'node_modules', name)]));
}
