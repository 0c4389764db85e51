import type { Bounds } from '../../../geodata/boundary/measure.ts';
import type { Camera } from '../../../geodata/link/view.ts';
import type { Margins } from '../../../geodata/map/framing.ts';
import { closestZoom, keepNear } from '../nearness.ts';
import type { MapOptions } from '../scene.ts';
import { boundsOf, fitBounds, type Sight } from './sight.ts';

/** Where a map on canvases looks: at the whole region until somebody moves it, and never far from that. */
export interface Viewpoint {
  readonly camera: () => Camera;
  readonly sight: () => Sight;
  /** What is seen, as those who fetch tiles ask for it. */
  readonly view: () => { readonly bounds: Bounds; readonly zoom: number };
  /** Whether it still looks at the whole region because nobody moved it. */
  readonly showsWhole: () => boolean;
  readonly look: (next: Camera) => void;
  /** Looks at the whole region of a container that has another size, where it did so before. */
  readonly fit: () => void;
}

/** The same free space on every side, CSS pixels. */
export function evenMargins(side: number): Margins {
  return { top: side, right: side, bottom: side, left: side };
}

export function createViewpoint(
  { bounds, camera: begin }: Pick<MapOptions, 'bounds' | 'camera'>,
  container: () => HTMLElement,
  margins: () => Margins | undefined,
): Viewpoint {
  let camera = keepNear(bounds, begin ?? whole());
  let showsWhole = begin === null;

  function size() {
    return { width: container().clientWidth, height: container().clientHeight };
  }

  function whole(): Camera {
    return fitBounds(bounds, size(), margins() ?? evenMargins(24), closestZoom);
  }

  function sight(): Sight {
    return { camera, ...size() };
  }

  return {
    camera: () => camera,
    sight,
    view: () => ({ bounds: boundsOf(sight()), zoom: camera.zoom }),
    showsWhole: () => showsWhole,
    look: (next) => {
      camera = keepNear(bounds, next);
      showsWhole = false;
    },
    fit: () => {
      if (showsWhole) camera = keepNear(bounds, whole());
    },
  };
}
