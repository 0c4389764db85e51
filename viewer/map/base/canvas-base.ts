import { valueAt } from '../../../geodata/map/borders.ts';
import { clipToTile } from '../canvas/lines.ts';
import { placeTile, type Sight } from '../canvas/sight.ts';
import { createPlacedTiles } from '../placed-tiles.ts';
import type { MapScene } from '../scene.ts';
import { tileStore } from '../tiles.ts';
import { forgetTileset, loadTileset } from '../tileset.ts';
import { type BaseShape, type BaseTile, decodeBaseTile } from './base-tile.ts';
import { loadBaseTile } from './load-tile.ts';
import { baseLook, lineStrengths, lineWidths, railDashes } from './look.ts';
import { baseMapAddress } from './rules.ts';

/** A place of the base map and where it stands on the screen. */
export interface ShownPlace {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** The base map below and over the fills of a map on canvases. */
export interface CanvasBase {
  readonly draw: (scene: MapScene, sight: Sight) => void;
  readonly places: (sight: Sight) => ShownPlace[];
  readonly cover: () => void;
  readonly isComplete: () => boolean;
  readonly attribution: () => string;
  readonly destroy: () => void;
}

/** `areas`: the canvas of the fills, among the others of the map; `onChange`: other tiles are there. */
export function createCanvasBase(
  areas: HTMLCanvasElement,
  view: Parameters<typeof createPlacedTiles>[0]['view'],
  onChange: () => void,
): CanvasBase {
  const [under, over] = [document.createElement('canvas'), document.createElement('canvas')];
  areas.before(under);
  areas.after(over);
  let attribution = '';
  let isKnown = false;
  let ended = false;
  const tiles = createPlacedTiles<BaseTile>({
    load: async (address) => decodeBaseTile(new Uint8Array(await loadBaseTile(address))),
    view,
    onChange,
    onGone: () => undefined,
  });
  loadTileset(tileStore, baseMapAddress).then(
    (tileset) => {
      if (ended) return;
      attribution = tileset.attribution;
      isKnown = true;
      tiles.show(tileset, 'municipality');
      onChange();
    },
    () => {
      forgetTileset(baseMapAddress);
      isKnown = true;
      onChange();
    },
  );

  return {
    draw: ({ appearance, baseMapOpacity }, seen) => {
      areas.style.opacity = String(baseMapOpacity ?? 1);
      const [below, above] = [prepare(under, seen), prepare(over, seen)];
      if (!below || !above) return;
      const { water, ink } = baseLook[appearance];
      for (const { id, tile } of tiles.shown()) {
        const { left, top, side } = placeTile(seen, id);
        for (const context of [below, above]) {
          context.save();
          clipToTile(context, left, top, side);
        }
        below.fillStyle = water;
        trace(below, tile.water, left, top, side);
        below.fill('evenodd');
        for (const kind of ['road', 'rail'] as const)
          for (const [context, strength] of [
            [below, lineStrengths.under],
            [above, lineStrengths.over],
          ] as const) {
            const width = valueAt(lineWidths[kind], seen.camera.zoom);
            context.globalAlpha = strength;
            context.strokeStyle = ink;
            context.lineWidth = width;
            context.setLineDash(kind === 'rail' ? railDashes.map((length) => length * width) : []);
            trace(context, tile[kind], left, top, side);
            context.stroke();
          }
        for (const context of [below, above]) context.restore();
      }
    },
    places: (seen) =>
      tiles.shown().flatMap(({ id, tile }) => {
        const { left, top, side } = placeTile(seen, id);
        return tile.places.map(({ name, x, y }) => ({ name, x: left + side * x, y: top + side * y }));
      }),
    cover: () => isKnown && tiles.cover(),
    isComplete: () => isKnown && (attribution === '' || tiles.isComplete()),
    attribution: () => attribution,
    destroy: () => {
      ended = true;
      tiles.destroy();
      areas.style.opacity = '';
      under.remove();
      over.remove();
    },
  };

  function prepare(canvas: HTMLCanvasElement, { width, height }: Sight): CanvasRenderingContext2D | null {
    canvas.width = Math.max(1, Math.floor(width * devicePixelRatio));
    canvas.height = Math.max(1, Math.floor(height * devicePixelRatio));
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const context = canvas.getContext('2d');
    context?.scale(devicePixelRatio, devicePixelRatio);
    return context;
  }
}

/** Makes a path of shapes that lie in a tile's own square. */
function trace(
  context: CanvasRenderingContext2D,
  shapes: readonly BaseShape[],
  left: number,
  top: number,
  side: number,
): void {
  context.beginPath();
  for (const shape of shapes)
    for (let i = 0; i < shape.length; i += 2) {
      const [x, y] = [left + side * (shape[i] ?? 0), top + side * (shape[i + 1] ?? 0)];
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
}
