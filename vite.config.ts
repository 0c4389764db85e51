import { defineConfig } from 'vite';
import { compressAssets } from './scripts/build/compression.ts';
import { firstViewChunks, preloadFirstView } from './scripts/build/first-view.ts';
import { buildMapLibre } from './scripts/build/maplibre.ts';
import { leaveOutControls } from './scripts/build/maplibre-styles.ts';
import { limitOpening } from './scripts/build/script-limit.ts';

export default defineConfig({
  root: 'viewer',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [buildMapLibre(), preloadFirstView(), limitOpening(), compressAssets()],
  css: { postcss: { plugins: [leaveOutControls] } },
  optimizeDeps: { exclude: ['maplibre-gl'] },
  build: {
    outDir: '../dist/viewer',
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // The Content-Security-Policy allows no data: fonts, and a file of its own is cached for longer.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1800,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: firstViewChunks } },
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/tiles': 'http://localhost:3000' } },
});
