import { defineConfig, type Plugin } from 'vite';

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

export default defineConfig({
  root: 'viewer',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [preloadParts()],
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
