import { defineConfig, type Plugin } from 'vite';

/**
 * The map is loaded by the entry, which comes first; its code is asked for at once, beside the entry's, and at low
 * priority so that the first screen does not wait for it.
 */
function preloadMap(): Plugin {
  return {
    name: 'preload-map',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, chunk }) {
        const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk');
        const map = chunks.find((output) => output.facadeModuleId?.endsWith('/viewer/map/map.ts'));
        const files = map ? [map.fileName, ...map.imports] : [];
        const notYetLoaded = files.filter(
          (file) => file !== chunk?.fileName && !chunk?.imports.includes(file),
        );
        return notYetLoaded.map((file) => ({
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
  plugins: [preloadMap()],
  optimizeDeps: { exclude: ['maplibre-gl'] },
  build: {
    outDir: '../dist/viewer',
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // The Content-Security-Policy allows no data: fonts, and a file of its own is cached for longer.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/tiles': 'http://localhost:3000' } },
});
