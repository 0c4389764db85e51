import { effect, untracked } from '@preact/signals';
import type { ListedArea } from '../../../geodata/area-list.ts';
import { catalog } from '../../state/catalog.ts';
import { changeView, view } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { isWalking } from '../../state/screen/activity.ts';
import { wishedPlace } from '../../state/screen/wished-bounds.ts';
import { type Direction, directions, findInDirection } from './direction.ts';

/** Keys on the map: arrows walk to the neighbour that way, Escape lets the pinned area go. */
export function followArrows(event: KeyboardEvent): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') changeView({ area: null });
  const direction = directions.find((each) => each === event.key);
  if (!direction) return;
  event.preventDefault();
  event.stopPropagation();
  isWalking.value = true;
  const { byCode } = activePanel.peek().areas;
  const stop = effect(() => {
    if (isWalking.value && byCode.value.size === 0) return;
    if (isWalking.value) untracked(() => walk(direction));
    queueMicrotask(() => stop());
  });
}

/** The focus is no longer on the map: the areas need not be at hand, and what waits for them no longer does. */
export function stopWalking(): void {
  isWalking.value = false;
}

function walk(direction: Direction): void {
  const areas = activePanel.peek().areas.byCode.peek();
  const current = areas.get(view.peek().area ?? '');
  const next = current ? findNeighbour(current, direction, areas) : findMiddle([...areas.values()]);
  if (!next) return;
  wishedPlace.value = next.centroid;
  changeView({ area: next.code }, current ? 'replace' : 'push');
}

/** A neighbour that way; an area without one there is left for the nearest that lies that way. */
function findNeighbour(
  current: ListedArea,
  direction: Direction,
  areas: ReadonlyMap<string, ListedArea>,
): ListedArea | null {
  const neighbours = current.neighbours.flatMap((code) => areas.get(code) ?? []);
  const others = [...areas.values()].filter(({ code }) => code !== current.code);
  return (
    findInDirection(current.centroid, direction, neighbours) ??
    findInDirection(current.centroid, direction, others)
  );
}

/** Where walking starts: the area nearest to where the map looks, or to the middle of the region. */
function findMiddle(areas: readonly ListedArea[]): ListedArea | null {
  const camera = view.peek().camera;
  const [west, south, east, north] = catalog.data.peek()?.boundaryYears.at(-1)?.bbox ?? [0, 0, 0, 0];
  const longitude = camera?.longitude ?? (west + east) / 2;
  const latitude = camera?.latitude ?? (south + north) / 2;
  const distance = ({ centroid: [x, y] }: ListedArea): number =>
    Math.hypot((x - longitude) * 0.6, y - latitude);
  return areas.reduce<ListedArea | null>(
    (nearest, area) => (nearest && distance(nearest) <= distance(area) ? nearest : area),
    null,
  );
}
