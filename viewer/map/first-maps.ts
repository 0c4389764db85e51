import type { Camera } from '../../geodata/link/view.ts';
import { type CanvasMap, type CanvasMapListeners, createCanvasMap } from './canvas/canvas-map.ts';
import type { MapArea, MapOptions, MapPoint } from './scene.ts';

type Told = Pick<MapOptions, 'onSelect' | 'onCamera' | 'onHover'>;
type Act = (listeners: Told) => void;

/** A map that was drawn before there was a page around it, and what people did on it since. */
export interface FirstMap {
  readonly map: CanvasMap;
  /** Nobody has heard of them yet; in their order. */
  readonly acts: Act[];
  /** Tells what is under the pointer. */
  readonly tellPointer: Act;
}

const kept = new Map<number, FirstMap>();

/** Canvases show nothing for so many milliseconds over a picture of the server's, unless all of theirs is there. */
export const longestWaitOverPicture = 2000;

interface FirstMapOptions extends Pick<MapOptions, 'bounds' | 'camera' | 'scene' | 'margins'> {
  /** Shows nothing for so many milliseconds, unless all is there. */
  readonly longestWait: number;
  /** All of it is on the screen. */
  readonly onReady: () => void;
  /** At every step of a move, for the maps beside it. */
  readonly onMove: (camera: Camera) => void;
}

/** Draws the map of a panel on canvases. It shows which area is under the pointer, and remembers everything else. */
export function startFirstMap(index: number, container: HTMLElement, options: FirstMapOptions): CanvasMap {
  const acts: Act[] = [];
  let { scene } = options;
  let pointed: readonly [MapArea, MapPoint] | null = null;
  const hover = (area: MapArea | null, point: MapPoint): void => {
    pointed = area && [area, point];
    if (scene.hovered === (area?.code ?? null)) return;
    scene = { ...scene, hovered: area?.code ?? null };
    map.update(scene);
  };
  const listeners: CanvasMapListeners = {
    ...options,
    onFirst: () => undefined,
    onTouch: () => undefined,
    onHover: hover,
    onSelect: (area, how) => void acts.push((told) => told.onSelect?.(area, how)),
    onCamera: (camera) => void acts.push((told) => told.onCamera?.(camera)),
  };
  const canvas = createCanvasMap(container, { ...options, ...listeners });
  const map: CanvasMap = {
    ...canvas,
    update: (next) => {
      scene = next;
      canvas.update(next);
    },
  };
  kept.set(index, { map, acts, tellPointer: (told) => void (pointed && told.onHover?.(...pointed)) });
  return map;
}

/** Whether there are maps that were drawn before the page. */
export function hasFirstMaps(): boolean {
  return kept.size > 0;
}

/** The map of a panel that was drawn before the page; null where none was, or somebody has taken it. */
export function takeFirstMap(index: number): FirstMap | null {
  const found = kept.get(index) ?? null;
  kept.delete(index);
  return found;
}

/** Tells what people did on it meanwhile, and where their pointer is. */
export function endFirstMap({ acts, tellPointer }: FirstMap, listeners: Told): void {
  for (const act of acts.splice(0)) act(listeners);
  tellPointer(listeners);
}

/** Nobody wants the others any more. */
export function dropFirstMaps(): void {
  for (const { map } of kept.values()) map.destroy();
  kept.clear();
}
