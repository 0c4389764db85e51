import type { CSSOptions } from 'vite';

type StyleSettings = Exclude<CSSOptions['postcss'], string | undefined>;
type StylePlugin = NonNullable<StyleSettings['plugins']>[number];

/** What no map here has: controls but the one that names the sources, popups, markers, and advice on gestures. */
const absent =
  /maplibregl-(popup|marker|user-location|cooperative|desktop-message|mobile-message|pseudo-fullscreen|ctrl-(group|icon|logo|scale|shrink|zoom|compass|fullscreen|geolocate|globe|terrain))/;

/**
 * Leaves out of MapLibre's own style sheet what says nothing of our maps: nine tenths of it, drawings of buttons for the most
 * part, which stand in the page and are read before its first frame.
 */
export const leaveOutControls: StylePlugin = {
  postcssPlugin: 'leave-out-controls',
  Once: (root, { result }) => {
    if (!result.opts.from?.endsWith('/maplibre-gl.css')) return;
    root.walkRules((rule) => {
      const present = rule.selectors.filter((selector) => !absent.test(selector));
      if (present.length === 0) rule.remove();
      else rule.selectors = present;
    });
    root.walkAtRules('keyframes', (rule) => {
      if (!root.toString().includes(`animation: ${rule.params}`)) rule.remove();
    });
  },
};
