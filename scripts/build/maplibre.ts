import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Plugin, transformWithOxc } from 'vite';

const folder = fileURLToPath(new URL('../../node_modules/maplibre-gl', import.meta.url));
const entry = `${folder}/src/index.ts`;
const worker = `${folder}/src/source/worker.ts`;
const workerAddress = 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
const workerModule = '\0maplibre-worker-address';

/**
 * Builds MapLibre from the sources in its package. Its own build gives the map and the worker each a file of everything,
 * of which two thirds of the worker are in the map's file as well; built together they share a chunk, and what the
 * viewer does not name is left out.
 */
export function buildMapLibre(): Plugin {
  return {
    name: 'build-maplibre',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^maplibre-gl(\/dist\/maplibre-gl-worker\.mjs\?url)?$/ },
      handler: (id) => (id === workerAddress ? workerModule : entry),
    },
    load: {
      filter: {
        id: [
          /maplibre-worker-address$/,
          /maplibre-gl\/src\/source\/vector_tile_mlt\.ts$/,
          /maplibre-gl\/src\/webgl\/draw\/draw_sky\.ts$/,
        ],
      },
      handler(id) {
        if (id.endsWith('draw_sky.ts')) return withoutSky;
        if (id !== workerModule) return withoutOtherTiles;
        const file = this.emitFile({ type: 'chunk', id: worker, name: 'maplibre-worker' });
        return `export default import.meta.ROLLUP_FILE_URL_${file};`;
      },
    },
    transform: {
      filter: { id: /\/maplibre-gl\/src\/.*\.ts$/ },
      handler: (code, id) =>
        transformWithOxc(`${id === entry || id === worker ? licence() : ''}${makeOpaque(code, id)}`, id, {
          // Its fields are types of what a class inherits, as its own build takes them; taken for fields they would empty it.
          typescript: { removeClassFieldsWithoutInitializer: true },
          assumptions: { setPublicClassFields: true },
        }),
    },
  };
}

/** Reads tiles in another encoding than ours, for a fifth of what the worker and the map share. */
const withoutOtherTiles = `export class MLTVectorTile {
  constructor() {
    throw new Error('Tiles in the MLT encoding are not read here.');
  }
}`;

/** Fills the screen in every frame, although no style of ours has a sky and no setting leaves it out. */
const withoutSky = `export function drawSky() {}
export function drawAtmosphere() {}`;

/**
 * Our style begins with paper, so that nothing shows through the map; a browser that knows this lays it over the page without
 * mixing it with what lies below. No setting says it.
 */
function makeOpaque(code: string, id: string): string {
  if (!id.endsWith('/src/ui/map.ts')) return code;
  const opaque = code.replace(/(\.\.\.this\._canvasContextAttributes,\s+alpha: )true/, '$1false');
  if (opaque === code) throw new Error(`${id} no longer asks for a canvas with transparency as it did`);
  return opaque;
}

function licence(): string {
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string };
  return `/*! MapLibre GL JS ${version}, BSD-3-Clause: https://github.com/maplibre/maplibre-gl-js/blob/v${version}/LICENSE.txt */\n`;
}
