import type { Appearance } from '../../geodata/classes/scheme.ts';
import type { ColumnData } from '../../geodata/columns/column.ts';
import { classifyPanel, coloursOf, schemeOf } from '../../geodata/link/panel-classes.ts';
import { isPlainView } from '../../geodata/link/plain-view.ts';
import type { ResolvedPanel } from '../../geodata/link/resolve.ts';
import type { Camera } from '../../geodata/link/view.ts';
import { cameraOf, frameRegion, marginsOf } from '../../geodata/map/framing.ts';
import { readColumn } from '../data/column.ts';
import type { FirstPanel, FirstView } from '../data/contract.ts';
import type { CanvasMap } from '../map/canvas/canvas-map.ts';
import { longestWaitOverPicture, startFirstMap } from '../map/first-maps.ts';
import { scaleNames } from '../map/look.ts';
import type { MapScene } from '../map/scene.ts';
import { keepTileset } from '../map/tileset.ts';
import { composeScene } from '../map/view-scene.ts';

/** Whether the page can draw its link from what it names alone. */
export function isDrawnAtOnce({ view, panels }: FirstView): boolean {
  return isPlainView(view) && panels.every(({ column }) => column !== null);
}

/** Without all of it the picture comes after so many milliseconds as far as it has come. */
const longestWaitAlone = 400;

/** Draws all maps of a view, each in its place. Resolves once all of each is on its canvas, rejects without its figures. */
export async function drawFirstPicture(
  first: FirstView,
  places: readonly HTMLElement[],
  appearance: Appearance,
): Promise<void> {
  for (const [address, json] of Object.entries(first.tilesets)) keepTileset(address, json);
  const columns = first.panels.map(
    ({ column }) => column && readColumn(column, new AbortController().signal),
  );
  const maps: CanvasMap[] = [];
  const drawn = places.map(
    (place, index) =>
      new Promise<void>((resolve) => {
        const byServer = place.querySelector('.drawn-map');
        maps.push(
          startFirstMap(index, place, {
            bounds: frameRegion(first.bbox),
            camera: cameraOf(first.view, index),
            margins: () => marginsOf(places.length),
            scene: describeEmpty(first, index, appearance),
            longestWait: byServer ? longestWaitOverPicture : longestWaitAlone,
            onReady: () => {
              byServer?.remove();
              resolve();
            },
            onMove: (camera) => moveOthers(maps, index, camera, first),
          }),
        );
        // Below the canvases, it goes where they go.
        if (byServer) place.querySelector('.canvas-map')?.prepend(byServer);
      }),
  );
  const found = await Promise.all(columns);
  for (const [index, map] of maps.entries()) map.update(describeFigures(first, index, found, appearance));
  await Promise.all(drawn);
}

/** With two cameras only their zoom is one. */
function moveOthers(maps: readonly CanvasMap[], index: number, camera: Camera, { view }: FirstView): void {
  for (const [other, map] of maps.entries())
    if (other !== index) map.follow(view.secondCamera ? { ...map.camera(), zoom: camera.zoom } : camera);
}

function partOf(first: FirstView, index: number): { view: ResolvedPanel; drawn: FirstPanel } {
  const [view, drawn] = [first.view.panels[index], first.panels[index]];
  if (!view || !drawn) throw new RangeError(`The view has no panel ${index}`);
  return { view, drawn };
}

function describeEmpty(first: FirstView, index: number, appearance: Appearance): MapScene {
  const { view, drawn } = partOf(first, index);
  return composeScene(first.view, view.level, {
    boundaryYear: drawn.boundaryYear,
    appearance,
    column: null,
    periodIndex: 0,
    nextIndex: 0,
    share: 0,
    breaks: [],
    colours: [],
    chosen: null,
    hovered: null,
    otherBorders: null,
    // It comes with the page.
    baseMapOpacity: null,
    nameScale: first.view.slide === null ? 1 : scaleNames(innerWidth),
  });
}

function describeFigures(
  first: FirstView,
  index: number,
  columns: readonly (ColumnData | null)[],
  appearance: Appearance,
): MapScene {
  const { view, drawn } = partOf(first, index);
  const column = columns[index] ?? null;
  const { boundaryYear, indicator } = drawn;
  const { decimals, polarity } = indicator;
  const { periodIndex, classes } = classifyPanel(first.view, index, columns, { boundaryYear, decimals });
  const shown = Math.max(0, periodIndex);
  return {
    ...describeEmpty(first, index, appearance),
    column: periodIndex < 0 ? null : column,
    periodIndex: shown,
    nextIndex: shown,
    breaks: classes.breaks,
    colours: coloursOf(classes, schemeOf(view, polarity), appearance),
  };
}
