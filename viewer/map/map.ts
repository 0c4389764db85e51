import { type CanvasMap, type CanvasMapListeners, createCanvasMap } from './canvas/canvas-map.ts';
import { endFirstMap, type FirstMap, longestWaitOverPicture } from './first-maps.ts';
import { isSameCamera } from './nearness.ts';
import { awaitQuiet } from './quiet.ts';
import { type MapHandle, type MapOptions, MapUnavailableError } from './scene.ts';
import { tileStore } from './tiles.ts';
import { takeTurn } from './turns.ts';

/** What stands in the container already. */
export interface Before {
  /** Canvases that were drawn before the page; what people did on them is told now. */
  readonly first: FirstMap | null;
  /** A picture of the server's, which stays until the canvases have all of theirs. */
  readonly picture: Element | null;
}

/**
 * Draws a map in the container, which needs a size of its own: at once on plain canvases, and with the GPU once the page is
 * quiet or somebody touches the map. Where the browser has no WebGL 2 the canvases stay. Throws where it has no canvas.
 */
export function createMap(
  container: HTMLElement,
  { first = null, picture = null, ...options }: MapOptions & Partial<Before>,
): MapHandle {
  let scene = options.scene;
  container.classList.add('map-place');
  container.dataset.map = 'loading';
  container.dataset.appearance = options.scene.appearance;
  const quiet = awaitQuiet(first || picture ? longestWaitBesidePicture : longestWaitAlone);
  let isDrawn = false;
  /** Nothing may keep the figures of the first picture waiting. */
  const beginOnceCorrect = (): void => {
    if (isDrawn && scene.column) quiet.begin();
  };
  const listeners: CanvasMapListeners = {
    ...options,
    onFirst: () => options.onReady?.(),
    onReady: () => {
      if (container.dataset.map) container.dataset.map = 'busy';
      picture?.remove();
      isDrawn = true;
      beginOnceCorrect();
      setTimeout(quiet.begin, figuresPatience);
    },
    onTouch: quiet.end,
  };
  const canvas =
    first?.map ??
    createCanvasMap(container, {
      ...options,
      ...listeners,
      ...(picture && { longestWait: longestWaitOverPicture }),
    });
  // Below the canvases, it goes where they go.
  if (picture) container.querySelector('.canvas-map')?.prepend(picture);
  if (first) {
    canvas.update(scene);
    canvas.tell(listeners);
    endFirstMap(first, options);
  }
  let ended = false;
  let gl: MapHandle | null = null;
  let shown: MapHandle = canvas;
  const stopListening = tileStore.onFailure((failing) =>
    options.onTrouble?.(failing ? 'tiles' : 'tiles-back'),
  );

  const startGl = async (): Promise<void> => {
    await quiet.begun;
    // Read while the page gets quiet, and its worker with it: neither is waited for when its turn comes.
    const reading = import('./gl-map.ts').catch(() => null);
    await quiet.ended;
    const code = await reading;
    if (ended) return;
    if (!code) return stay();
    const place = createContainer(container);
    try {
      await takeTurn(() => {
        if (ended) return;
        const camera = canvas.showsWhole() ? null : canvas.camera();
        gl = code.createGlMap(place, { ...tellOnceShown(options, () => shown === gl), camera, scene });
      });
      if (gl) await meet(gl, canvas, () => ended);
      if (ended || !gl) return;
      shown = gl;
      passOn(container, place);
      canvas.destroy();
      delete container.dataset.map;
    } catch (error) {
      place.remove();
      gl = null;
      if (!(error instanceof MapUnavailableError)) throw error;
      await stay();
    }
  };
  /** The canvases are the map from now on. */
  const stay = async (): Promise<void> => {
    await canvas.finished();
    if (!ended) container.dataset.map = 'idle';
  };
  const settled = startGl();

  return {
    update: (next) => {
      scene = next;
      container.dataset.appearance = next.appearance;
      if (shown === canvas) canvas.update(next);
      beginOnceCorrect();
      gl?.update(next);
    },
    camera: () => shown.camera(),
    setCamera: (camera) => shown.setCamera(camera),
    follow: (camera) => shown.follow(camera),
    flyTo: (bounds) => shown.flyTo(bounds),
    zoomBy: (steps) => shown.zoomBy(steps),
    areaAt: (point) => shown.areaAt(point),
    drawn: () => shown.drawn(),
    redraw: () => shown.redraw(),
    finished: async () => {
      await settled;
      await shown.finished();
    },
    destroy: () => {
      ended = true;
      quiet.end();
      stopListening();
      canvas.destroy();
      gl?.destroy();
      delete container.dataset.map;
    },
  };
}

function createContainer(container: HTMLElement): HTMLElement {
  const place = document.createElement('div');
  place.className = 'gl-map';
  container.prepend(place);
  return place;
}

/** A map that nobody sees yet tells nothing, but that something is amiss. */
function tellOnceShown(options: MapOptions, isShown: () => boolean): MapOptions {
  return {
    ...options,
    onReady: () => undefined,
    onHover: (...told) => void (isShown() && options.onHover?.(...told)),
    onSelect: (...told) => void (isShown() && options.onSelect?.(...told)),
    onMove: (...told) => void (isShown() && options.onMove?.(...told)),
    onCamera: (...told) => void (isShown() && options.onCamera?.(...told)),
  };
}

/** Waits until the one map has drawn what the other shows, and nobody holds that. */
async function meet(gl: MapHandle, canvas: CanvasMap, hasEnded: () => boolean): Promise<void> {
  for (;;) {
    await gl.finished();
    if (hasEnded()) return;
    const other = canvas.camera();
    const isAlike = canvas.showsWhole() || isSameCamera(gl.camera(), other);
    if (isAlike && !canvas.isHeld()) return;
    if (isAlike) await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    else gl.follow(other);
  }
}

const pollMilliseconds = 50;
/** A page that never gets quiet does not wait for ever, and less where its maps stand already: milliseconds. */
const longestWaitAlone = 1500;
const longestWaitBesidePicture = 400;
/** A map without figures goes on after this, milliseconds. */
const figuresPatience = 3000;

/** What people did to the one map is so on the other: where the keyboard is, and whether the sources are unfolded. */
function passOn(container: HTMLElement, place: HTMLElement): void {
  const before = container.querySelector('.canvas-map');
  if (before?.contains(document.activeElement))
    place.querySelector<HTMLElement>('canvas')?.focus({ preventScroll: true });
  const wasOpen = before?.querySelector('details')?.open ?? true;
  const details = place.querySelector('details');
  if (!details || wasOpen) return;
  details.open = false;
  details.classList.remove('maplibregl-compact-show');
}
