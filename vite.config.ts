import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const compress = promisify(brotliCompress);

/** What the first screen wants beside the entry, in this order: the map is large, and its words need not wait for it. */
const soonWanted = [
  'viewer/legend/legend.tsx',
  'viewer/plate/map-host.tsx',
  'viewer/area/area-panel.tsx',
  'viewer/data/column.ts',
  'viewer/map/map.ts',
];

/** Asks for those parts at once, beside the entry instead of after it, at low priority so that the entry comes first. */
function preloadParts(): Plugin {
  return {
    name: 'preload-parts',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, chunk }) {
        const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk');
        const parts = soonWanted.flatMap((name) =>
          chunks.filter((output) => output.facadeModuleId?.endsWith(`/${name}`)),
        );
        const files = new Set(parts.flatMap((part) => [part.fileName, ...part.imports]));
        return [...files]
          .filter((file) => file !== chunk?.fileName && !chunk?.imports.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `/${file}` },
            injectTo: 'head',
          }));
      },
    },
  };
}

/** As small as Brotli makes them; the server sends them as they stand. */
function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const texts = Object.values(bundle).filter(({ fileName }) => /\.(m?js|css|svg)$/.test(fileName));
        await Promise.all(
          texts.map(async (output) => {
            const bytes = Buffer.from(output.type === 'chunk' ? output.code : output.source);
            const params = {
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
              [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            };
            const source = await compress(bytes, { params });
            this.emitFile({ type: 'asset', fileName: `${output.fileName}.br`, source });
          }),
        );
      },
    },
  };
}

export default defineConfig({
  root: 'viewer',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [preloadParts(), compressAssets()],
  optimizeDeps: { exclude: ['maplibre-gl'] },
  build: {
    outDir: '../dist/viewer',
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // The Content-Security-Policy allows no data: fonts, and a file of its own is cached for longer.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1800,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/tiles': 'http://localhost:3000' } },
});
