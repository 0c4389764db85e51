import { signal } from '@preact/signals';
import type { Camera } from '../../../geodata/link/view.ts';
import { cameraOf } from '../../../geodata/map/framing.ts';
import type { MapHandle } from '../../map/scene.ts';
import { changeView, view } from '../../state/link/view.ts';

/** The running maps by the index of their panel. */
export const maps = signal<ReadonlyMap<number, MapHandle>>(new Map());

/** Counts the steps of every move, for what is laid over a map and has to go along. */
export const steps = signal(0);

export function addMap(index: number, map: MapHandle): void {
  maps.value = new Map(maps.peek()).set(index, map);
}

export function removeMap(index: number): void {
  const rest = new Map(maps.peek());
  rest.delete(index);
  maps.value = rest;
}

/** The map that the buttons, a search and walking move; the others follow it. */
export function leadingMap(): MapHandle | null {
  return maps.value.get(view.value.active) ?? maps.value.get(0) ?? null;
}

/** Where a panel's map looks, as the link says; null: the whole region. */
export function cameraOfPanel(index: number): Camera | null {
  return cameraOf(view.peek(), index);
}

/** Moves the other maps along within the frame that moved one; with two cameras only their zoom is one. */
export function moveAlong(index: number, camera: Camera): void {
  steps.value += 1;
  const { secondCamera } = view.peek();
  for (const [other, map] of maps.peek()) {
    if (other === index) continue;
    map.follow(secondCamera ? { ...map.camera(), zoom: camera.zoom } : camera);
  }
}

/** Writes into the link where people moved a map to. */
export function keepCamera(index: number, camera: Camera): void {
  const { secondCamera, camera: first } = view.peek();
  if (!secondCamera) changeView({ camera }, 'replace');
  else if (index === 1)
    changeView(
      { secondCamera: camera, ...(first && { camera: { ...first, zoom: camera.zoom } }) },
      'replace',
    );
  else changeView({ camera, secondCamera: { ...secondCamera, zoom: camera.zoom } }, 'replace');
}
