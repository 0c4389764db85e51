import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/** All that draws the first picture: nothing that is useful waits for anything else. */
const opening = /\/viewer\/app\/opening\.ts$/;
/** What the page is before it knows any figure. */
const page = /\/viewer\/app\/main\.tsx$/;
/** What the first screen wants beside the page: legend, card and chart, and what the map draws. */
const words =
  /\/viewer\/atlas\/(legend\/legend|legend\/panel-legend|area\/area-panel|area\/area-trend)\.tsx?$/;
/** What goes from the map on plain canvases to that of the GPU. */
const map = /\/viewer\/map\/map\.ts$/;
/** The map of the GPU: fetched meanwhile, and read only when its turn comes. */
const glMap = /\/viewer\/map\/gl-map\.ts$/;
/** The typeface of the first words: known from the style sheets only once these are laid out. */
const typeface = /\/inter-latin-wght-normal-[^/]*\.woff2$/;
/** Reads vector tiles, here and in the worker of MapLibre, which must fetch nothing of the page for that. */
const tileReader = /\/node_modules\/(@mapbox\/(vector-tile|point-geometry)|pbf)\//;

/** One file each with all that they import, instead of a dozen small ones that the first screen wants together anyway. */
export const firstViewChunks: Rolldown.CodeSplittingOptions = {
  groups: [
    { name: 'tile-reader', test: tileReader, priority: 5 },
    { name: 'opening', test: opening, priority: 4 },
    { name: 'page', test: page, priority: 3 },
    { name: 'words', test: words, priority: 2 },
    { name: 'map', test: map, priority: 1 },
  ],
};

/**
 * Asks for the typeface with the page, and keeps in it links to all that comes after the first picture, which its script
 * asks for at once when that is drawn: page, words and map, the page first. The map of the GPU, which is large, comes
 * last: compiling it would keep the first picture waiting.
 */
export function preloadFirstView(): Plugin {
  return {
    name: 'preload-first-view',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, chunk }) {
        const outputs = Object.values(bundle ?? {});
        const chunks = outputs.filter((output) => output.type === 'chunk');
        const faces = outputs.map(({ fileName }) => fileName).filter((name) => typeface.test(name));
        const holding = (module: RegExp) =>
          chunks.filter(({ moduleIds }) => moduleIds.some((id) => module.test(id)));
        const parts = [page, words, map].flatMap(holding);
        const listFiles = (of: typeof parts) => of.flatMap((part) => [part.fileName, ...part.imports]);
        const known = new Set([chunk?.fileName, ...(chunk?.imports ?? [])]);
        const modules = [...new Set(listFiles(parts))].filter((file) => !known.has(file));
        const later = [...new Set(listFiles(holding(glMap)))].filter(
          (file) => !known.has(file) && !modules.includes(file),
        );
        const styles = parts.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        const early = { crossorigin: true, fetchpriority: 'low' };
        const children = [
          ...modules.map((file) => ({ rel: 'modulepreload', ...early, href: `/${file}` })),
          ...styles.map((file) => ({ rel: 'preload', as: 'style', ...early, href: `/${file}` })),
          ...later.map((file) => ({ rel: 'preload', as: 'script', ...early, href: `/${file}` })),
        ].map((attrs) => ({ tag: 'link', attrs }));
        return [
          ...faces.map((file): HtmlTagDescriptor => {
            const attrs = {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              crossorigin: true,
              href: `/${file}`,
            };
            return { tag: 'link', attrs, injectTo: 'head' };
          }),
          { tag: 'template', attrs: { id: 'after-first-picture' }, children, injectTo: 'head' },
        ];
      },
    },
  };
}
