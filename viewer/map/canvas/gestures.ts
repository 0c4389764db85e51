import type { Camera } from '../../../geodata/link/view.ts';
import type { MapPoint } from '../scene.ts';
import { cameraWith, type Sight, worldAt } from './sight.ts';

export interface GestureEvents {
  readonly sight: () => Sight;
  /** Somebody moves the map: at every step. */
  readonly onMove: (camera: Camera) => void;
  /** It has come to rest. */
  readonly onEnd: () => void;
  /** The pointer is over a place, or beside the map (null). */
  readonly onHover: (point: MapPoint | null, last: MapPoint) => void;
  readonly onClick: (point: MapPoint, event: MouseEvent) => void;
  /** Anything at all. */
  readonly onTouch: () => void;
}

/** Further than this a pointer that went down drags the map, CSS pixels. */
const dragDistance = 3;
/** How much a turn of the wheel zooms: as MapLibre has it. */
const wheelRate = 1 / 450;
const wheelRestMilliseconds = 200;

/** Listens to pointers, wheel and keys on a map. Returns what ends that. */
export function followGestures(element: HTMLElement, events: GestureEvents): () => void {
  const down = new Map<number, MapPoint>();
  const ended = new AbortController();
  const { signal } = ended;
  let dragged = false;
  let start: MapPoint | null = null;
  let wheelRest: ReturnType<typeof setTimeout> | undefined;

  const pointOf = ({ clientX, clientY }: MouseEvent): MapPoint => {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  const zoomAround = (point: MapPoint, steps: number): void => {
    const sight = events.sight();
    events.onMove(cameraWith(sight, sight.camera.zoom + steps, worldAt(sight, point), point));
  };

  const listen = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    hear: (event: HTMLElementEventMap[Name]) => void,
  ): void => element.addEventListener(name, hear, { signal, passive: false });

  listen('pointerdown', (event) => {
    if (event.button !== 0) return;
    events.onTouch();
    element.setPointerCapture(event.pointerId);
    start = pointOf(event);
    dragged = down.size > 0;
    down.set(event.pointerId, start);
  });
  listen('pointermove', (event) => {
    const point = pointOf(event);
    const before = down.get(event.pointerId);
    if (!before) return events.onHover(point, point);
    if (!dragged && start && Math.hypot(point.x - start.x, point.y - start.y) < dragDistance) return;
    dragged = true;
    events.onHover(null, point);
    const others = [...down].flatMap(([id, other]) => (id === event.pointerId ? [] : [other]));
    down.set(event.pointerId, point);
    const sight = events.sight();
    const [other] = others;
    if (!other) return events.onMove(cameraWith(sight, sight.camera.zoom, worldAt(sight, before), point));
    const spread = (from: MapPoint) => Math.max(1, Math.hypot(from.x - other.x, from.y - other.y));
    const middle = (from: MapPoint) => ({ x: (from.x + other.x) / 2, y: (from.y + other.y) / 2 });
    const zoom = sight.camera.zoom + Math.log2(spread(point) / spread(before));
    events.onMove(cameraWith(sight, zoom, worldAt(sight, middle(before)), middle(point)));
  });
  const lift = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId) || down.size > 0) return;
    if (dragged) events.onEnd();
    else if (event.type === 'pointerup') events.onClick(pointOf(event), event);
  };
  listen('pointerup', lift);
  listen('pointercancel', lift);
  listen('pointerleave', (event) => events.onHover(null, pointOf(event)));
  listen('dblclick', (event) => {
    event.preventDefault();
    zoomAround(pointOf(event), 1);
    events.onEnd();
  });
  listen('wheel', (event) => {
    event.preventDefault();
    events.onTouch();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 40 : event.deltaY;
    zoomAround(pointOf(event), Math.min(1, Math.max(-1, -pixels * wheelRate)));
    clearTimeout(wheelRest);
    wheelRest = setTimeout(events.onEnd, wheelRestMilliseconds);
  });
  listen('keydown', (event) => {
    const steps = { '+': 1, '=': 1, '-': -1, _: -1 }[event.key];
    if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { width, height } = events.sight();
    zoomAround({ x: width / 2, y: height / 2 }, steps);
    events.onEnd();
  });
  return () => {
    clearTimeout(wheelRest);
    ended.abort();
  };
}
