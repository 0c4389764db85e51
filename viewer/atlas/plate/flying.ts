import type { Camera } from '../../../geodata/link/view.ts';
import { planFlight } from '../../../geodata/map/flight.ts';
import { marginsOf } from '../../../geodata/map/framing.ts';
import { fitBounds } from '../../map/canvas/sight.ts';
import { closestZoom } from '../../map/nearness.ts';
import { view } from '../../state/link/view.ts';
import { prefersStillness } from '../../state/screen/stillness.ts';
import { cameraOfPanel, maps, steps } from './maps.ts';
import { regionBounds } from './region-bounds.ts';

/** How long a flight takes for its length, and at least and at most, milliseconds. */
const pace = { each: 450, least: 250, most: 2000 } as const;

let underWay = 0;

/** Whether maps are on their way, or wait for one of them to be there. */
export function areFlying(): boolean {
  return underWay > 0;
}

/** Frames of the screen after which maps that did not come are no longer waited for. */
const patience = 120;

/** Flies once every panel of the link has its map, in the room that it will have. Returns what ends that where it is. */
export function flyOnceLaidOut(): () => void {
  let end = () => {};
  let isEnded = false;
  let isOver = false;
  underWay += 1;
  const land = () => {
    if (!isOver) underWay -= 1;
    isOver = true;
  };
  const wait = (left: number): void => {
    if (isEnded) return;
    const count = view.peek().panels.length;
    const isThere = maps.peek().size === count && document.querySelectorAll('.frame').length === count;
    if (isThere || left === 0) end = flyMaps(land);
    else requestAnimationFrame(() => wait(left - 1));
  };
  // What the link changed is drawn by then.
  requestAnimationFrame(() => requestAnimationFrame(() => wait(patience)));
  return () => {
    isEnded = true;
    end();
    land();
  };
}

/** Flies every map to where the link looks, at once where people prefer stillness, and tells when it is there. Returns what ends that where it is. */
function flyMaps(land: () => void): () => void {
  const planned = [...maps.peek()].flatMap(([index, map]) => {
    const room = document.querySelector<HTMLElement>(`.frame[data-index="${index}"]`);
    if (!room) return [];
    const plan = planFlight(map.camera(), targetOf(index, room), Math.max(1, room.clientWidth));
    return [{ map, plan }];
  });
  const longest = Math.max(0, ...planned.map(({ plan }) => plan.length));
  const duration = Math.min(pace.most, Math.max(pace.least, longest * pace.each));
  const look = (share: number): void => {
    for (const { map, plan } of planned) map.follow(plan.at(share));
    steps.value += 1;
  };
  // Whoever takes hold of the map has it.
  const ended = new AbortController();
  ended.signal.addEventListener('abort', land);
  for (const kind of ['pointerdown', 'wheel'] as const)
    document.querySelector('#map')?.addEventListener(kind, () => ended.abort(), { signal: ended.signal });
  if (prefersStillness.peek() || document.hidden) {
    look(1);
    land();
    return () => ended.abort();
  }
  const start = performance.now();
  const step = (): void => {
    if (ended.signal.aborted) return;
    const share = Math.min(1, (performance.now() - start) / duration);
    look(ease(share));
    if (share < 1) requestAnimationFrame(step);
    else ended.abort();
  };
  requestAnimationFrame(step);
  return () => ended.abort();
}

/** Where a panel's map has to look; the whole region in its room where the link says nothing. */
function targetOf(index: number, room: HTMLElement): Camera {
  const size = { width: room.clientWidth, height: room.clientHeight };
  const margins = marginsOf(view.peek().panels.length);
  return cameraOfPanel(index) ?? fitBounds(regionBounds.peek(), size, margins, closestZoom);
}

/** Slow at both ends. */
function ease(share: number): number {
  return share < 0.5 ? 2 * share ** 2 : 1 - 2 * (1 - share) ** 2;
}
