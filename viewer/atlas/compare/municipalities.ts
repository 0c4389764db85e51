import { municipalityOfCode } from '../../../geodata/area.ts';
import { type Camera, roundCamera, type View } from '../../../geodata/link/view.ts';
import { readAreaList } from '../../data/client.ts';
import { boundaryYear, catalog, shown } from '../../state/catalog.ts';
import { changeView, view } from '../../state/link/view.ts';
import { fitCamera } from '../plate/fitting.ts';
import { maps } from '../plate/maps.ts';

const margin = 32;

/** Two panels that look at two municipalities with one zoom: that of the pinned area and the next of the region. */
export async function compareMunicipalities(room: {
  readonly width: number;
  readonly height: number;
}): Promise<void> {
  const current = shown.peek();
  const known = catalog.data.peek()?.municipalities ?? [];
  if (!current || known.length < 2) return;
  const pinned = current.area && municipalityOfCode(current.area);
  const index = Math.max(
    0,
    known.findIndex(({ code }) => code === pinned),
  );
  const pair = [known[index], known[(index + 1) % known.length]].flatMap((each) => each?.code ?? []);
  const cameras = await findCameras(pair, { width: room.width / 2, height: room.height });
  const [camera, secondCamera] = cameras;
  if (!camera || !secondCamera) return;
  const panel = current.panels[current.active] ?? current;
  const change: Partial<View> = { arrangement: '2', panels: [panel, panel], active: 0, brush: null };
  lookAt({ ...change, camera, secondCamera });
}

/** Lets one of the two panels look at another municipality; the zoom of both becomes what shows both. */
export async function lookAtMunicipality(
  index: number,
  code: string,
  room: { readonly width: number; readonly height: number },
): Promise<void> {
  const [camera] = await findCameras([code], room);
  const { camera: first, secondCamera: second } = view.peek();
  if (!camera || !first || !second) return;
  const other = index === 0 ? second : first;
  const { zoom } = camera;
  const moved = { ...other, zoom };
  lookAt(index === 0 ? { camera, secondCamera: moved } : { camera: moved, secondCamera: camera });
}

function lookAt(change: Partial<View>): void {
  changeView(change);
  for (const [index, map] of maps.peek()) {
    const camera = index === 1 ? change.secondCamera : change.camera;
    if (camera) map.follow(camera);
  }
}

/** Cameras that show areas in rooms of one size, all with the zoom of the largest area. */
async function findCameras(
  codes: readonly string[],
  room: { readonly width: number; readonly height: number },
): Promise<Camera[]> {
  const year = boundaryYear.peek();
  if (!year) return [];
  const { rows } = await readAreaList(
    { level: 'municipality', boundaryYear: year },
    new AbortController().signal,
  );
  const found = codes.flatMap((code) => rows.find((row) => row.code === code) ?? []);
  const cameras = found.map(({ bbox }) => fitCamera(bbox, room, margin));
  const zoom = Math.min(...cameras.map((camera) => camera.zoom));
  return cameras.map((camera) => roundCamera({ ...camera, zoom }));
}
