import type { Bounds } from '../../../geodata/boundary/measure.ts';
import type { Camera } from '../../../geodata/link/view.ts';
import { createMap } from '../../../viewer/map/map.ts';
import type { MapHandle, MapScene } from '../../../viewer/map/scene.ts';

/** A scene as it comes from the test: with a list instead of bytes. */
export type PlainScene = Omit<MapScene, 'chosen'> & { readonly chosen: readonly number[] | null };

export interface Start {
  readonly panels: number;
  /** Side of each map, CSS pixels. */
  readonly side: number;
  readonly bounds: Bounds;
  readonly camera: Camera;
  readonly scene: PlainScene;
}

/** Calls of WebGL that hand data to the GPU, by kind; uniforms apart from the other buffers. */
export interface Uploads {
  readonly textures: number;
  readonly buffers: number;
  readonly uniforms: number;
}

/** What a test may do with the maps of the page. */
export interface Harness {
  /** Draws maps side by side whose cameras go together, and resolves when all are finished. */
  readonly start: (settings: Start) => Promise<void>;
  /** Changes the scene of one map and resolves when all of it is drawn, lines and names too. */
  readonly show: (panel: number, change: Partial<PlainScene>) => Promise<void>;
  /** Draws one frame of a map, after a change of its scene if there is one; gives base64 of RGBA rows, bottom row first. */
  readonly read: (panel: number, change: Partial<PlainScene> | null) => string;
  /** What a map showed first, before the GPU drew it; as `read` gives it. */
  readonly readFirst: (panel: number) => string;
  /** What WebGL was handed while the scene of a map changed and was drawn once. */
  readonly countUploads: (panel: number, change: Partial<PlainScene>) => Promise<Uploads>;
  /** Starts to compare the cameras of all maps at every frame. */
  readonly watch: () => void;
  /** Ends that; how many frames there were, in how many the cameras differed, and how many places they saw. */
  readonly judge: () => { frames: number; apart: number; places: number };
  /** Resolves when no map has moved for half a second of frames, and all are finished. */
  readonly settle: () => Promise<void>;
  /** Takes the GPU from every map, and resolves when all have drawn again. */
  readonly loseContexts: () => Promise<void>;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const maps: MapHandle[] = [];
const containers: HTMLElement[] = [];
const scenes: MapScene[] = [];
const firstPictures: string[] = [];
const counted = { textures: 0, buffers: 0, uniforms: 0 };
const uniformBuffers = new WeakSet<WebGLBuffer>();
const boundBuffers = new WeakMap<WebGL2RenderingContext, Map<number, WebGLBuffer | null>>();
let watched: { frames: number; apart: number; places: Set<string> } | null = null;

type BufferCall = 'bindBuffer' | 'bindBufferBase' | 'bindBufferRange';

/** Notes which buffers hold uniforms, and which one each target has: uniforms are written through another target. */
function noteBuffers(): void {
  const prototype = WebGL2RenderingContext.prototype;
  const note = (name: BufferCall, placeOfBuffer: number) => {
    const original: (...given: never[]) => void = prototype[name];
    Object.defineProperty(prototype, name, {
      value(this: WebGL2RenderingContext, ...given: never[]) {
        const [target, buffer] = listBinding(given, placeOfBuffer);
        const bound = boundBuffers.get(this) ?? new Map<number, WebGLBuffer | null>();
        boundBuffers.set(this, bound.set(target, buffer));
        if (target === this.UNIFORM_BUFFER && buffer) uniformBuffers.add(buffer);
        return original.apply(this, given);
      },
    });
  };
  note('bindBuffer', 1);
  note('bindBufferBase', 2);
  note('bindBufferRange', 2);
}

function listBinding(given: readonly unknown[], placeOfBuffer: number): [number, WebGLBuffer | null] {
  const [target, buffer] = [given[0], given[placeOfBuffer]];
  return [Number(target), buffer instanceof WebGLBuffer ? buffer : null];
}

function isUniform(context: WebGL2RenderingContext, target: number): boolean {
  const buffer = boundBuffers.get(context)?.get(target);
  return buffer ? uniformBuffers.has(buffer) : false;
}

function countCalls(): void {
  const prototype = WebGL2RenderingContext.prototype;
  const count = (name: 'texImage2D' | 'texSubImage2D' | 'texStorage2D' | 'bufferData' | 'bufferSubData') => {
    const original: (...given: never[]) => void = prototype[name];
    Object.defineProperty(prototype, name, {
      value(this: WebGL2RenderingContext, ...given: never[]) {
        const target = Number(given[0]);
        if (name.startsWith('tex')) counted.textures++;
        else if (isUniform(this, target)) counted.uniforms++;
        else counted.buffers++;
        return original.apply(this, given);
      },
    });
  };
  for (const name of ['texImage2D', 'texSubImage2D', 'texStorage2D', 'bufferData', 'bufferSubData'] as const)
    count(name);
}

function sceneOf(plain: PlainScene): MapScene {
  return { ...plain, chosen: plain.chosen && Uint8Array.from(plain.chosen) };
}

/** Keeps the parts that did not change as the same objects, as the viewer's signals do. */
function change(panel: number, { chosen, ...rest }: Partial<PlainScene>): void {
  const before = scenes[panel];
  if (!before) throw new Error(`There is no map ${panel}.`);
  const bytes = chosen === undefined ? before.chosen : chosen && Uint8Array.from(chosen);
  const scene = { ...before, ...rest, chosen: bytes };
  scenes[panel] = scene;
  mapAt(panel).update(scene);
}

function mapAt(panel: number): MapHandle {
  const map = maps[panel];
  if (!map) throw new Error(`There is no map ${panel}.`);
  return map;
}

function contextOf(panel: number): WebGL2RenderingContext {
  const context = containers[panel]?.querySelector('canvas')?.getContext('webgl2');
  if (!context) throw new Error(`Map ${panel} has no context.`);
  return context;
}

function look(): void {
  if (!watched) return;
  const places = maps.map((map) => JSON.stringify(map.camera()));
  watched.frames++;
  if (new Set(places).size > 1) watched.apart++;
  watched.places.add(places[0] ?? '');
  requestAnimationFrame(look);
}

/** Canvases over each other as base64 of RGBA rows, bottom row first. */
function copyCanvases(container: HTMLElement, side: number): string {
  const context = new OffscreenCanvas(side, side).getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  for (const canvas of container.querySelectorAll<HTMLCanvasElement>('.canvas-map > canvas'))
    context.drawImage(canvas, 0, 0);
  const rows = Array.from(
    { length: side },
    (_, row) => context.getImageData(0, side - 1 - row, side, 1).data,
  );
  const pixels = new Uint8Array(4 * side * side);
  for (const [row, data] of rows.entries()) pixels.set(data, 4 * side * row);
  return writePixels(pixels);
}

function writePixels(pixels: Uint8Array): string {
  let text = '';
  for (let i = 0; i < pixels.length; i += 8192) text += String.fromCharCode(...pixels.subarray(i, i + 8192));
  return btoa(text);
}

async function untilIdle(): Promise<void> {
  await Promise.all(maps.map((map) => map.finished()));
}

noteBuffers();
countCalls();
document.body.style.margin = '0';
document.body.style.display = 'flex';

window.harness = {
  start: async ({ panels, side, bounds, camera, scene }) => {
    for (let panel = 0; panel < panels; panel++) {
      const container = document.createElement('div');
      container.style.width = `${side}px`;
      container.style.height = `${side}px`;
      document.body.append(container);
      containers.push(container);
      scenes.push(sceneOf(scene));
      const onMove = (place: Camera): void => {
        for (const [other, map] of maps.entries()) if (other !== panel) map.follow(place);
      };
      const onReady = (): void => {
        firstPictures[panel] = copyCanvases(container, side);
      };
      maps.push(createMap(container, { bounds, camera, scene: sceneOf(scene), onMove, onReady }));
    }
    await untilIdle();
  },
  show: async (panel, given) => {
    change(panel, given);
    await mapAt(panel).finished();
  },
  read: (panel, given) => {
    const context = contextOf(panel);
    if (given) change(panel, given);
    void mapAt(panel).redraw();
    const { drawingBufferWidth: width, drawingBufferHeight: height } = context;
    const pixels = new Uint8Array(4 * width * height);
    context.bindFramebuffer(context.FRAMEBUFFER, null);
    context.readPixels(0, 0, width, height, context.RGBA, context.UNSIGNED_BYTE, pixels);
    return writePixels(pixels);
  },
  readFirst: (panel) => firstPictures[panel] ?? '',
  countUploads: async (panel, given) => {
    await untilIdle();
    const before = { ...counted };
    change(panel, given);
    await mapAt(panel).redraw();
    return {
      textures: counted.textures - before.textures,
      buffers: counted.buffers - before.buffers,
      uniforms: counted.uniforms - before.uniforms,
    };
  },
  watch: () => {
    watched = { frames: 0, apart: 0, places: new Set() };
    requestAnimationFrame(look);
  },
  judge: () => {
    const { frames = 0, apart = 0, places } = watched ?? {};
    watched = null;
    return { frames, apart, places: places?.size ?? 0 };
  },
  settle: async () => {
    for (let still = 0, place = ''; still < 30; ) {
      await new Promise(requestAnimationFrame);
      const now = JSON.stringify(maps.map((map) => map.camera()));
      still = now === place ? still + 1 : 0;
      place = now;
    }
    await untilIdle();
  },
  loseContexts: async () => {
    const lost = containers.map(
      (_, panel) =>
        new Promise<void>((resolve) => {
          const context = contextOf(panel);
          context.canvas.addEventListener('webglcontextlost', () => resolve(), { once: true });
          context.getExtension('WEBGL_lose_context')?.loseContext();
        }),
    );
    await Promise.all(lost);
    await untilIdle();
  },
};
