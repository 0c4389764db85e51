import type { CustomLayerInterface } from 'maplibre-gl';
import { type AreaBuffers, createAreaBuffers } from './area-buffers.ts';
import { meshOf } from './area-mesh.ts';
import { type AreaProgram, createAreaProgram } from './area-program.ts';
import { type AreaTextures, createAreaTextures } from './area-textures.ts';
import type { AreaTile } from './area-tile.ts';
import type { PlacedTile } from './on-tiles.ts';
import type { AreaPaint } from './paint.ts';
import { tileMatrix } from './tile-matrix.ts';

/** A layer of MapLibre's that fills areas with one program of our own. */
export interface AreaLayer extends CustomLayerInterface {
  /** What the next frames are drawn with. */
  setPaint(paint: AreaPaint): void;
  /** The tiles of the next frames, coarse ones first. */
  setTiles(tiles: readonly PlacedTile[]): void;
  /** Whether a frame would show all of the tiles. */
  isReady(): boolean;
  /** Whether a frame has shown all of them. */
  isDrawn(): boolean;
}

interface Resources {
  readonly program: AreaProgram;
  readonly textures: AreaTextures;
  readonly buffers: Map<AreaTile, AreaBuffers>;
}

/** `onReady`: the program is compiled and can draw. */
export function createAreaLayer(id: string, first: AreaPaint, onReady: () => void): AreaLayer {
  let [paint, tiles] = [first, [] as readonly PlacedTile[]];
  let resources: Resources | null = null;
  let drawn = false;

  const waitForProgram = (): void => {
    if (!resources) return;
    if (resources.program.isReady()) onReady();
    else setTimeout(waitForProgram, pollMilliseconds);
  };

  const buffersOf = (gl: WebGL2RenderingContext, { buffers }: Resources, tile: AreaTile): AreaBuffers => {
    const own = buffers.get(tile) ?? createAreaBuffers(gl, meshOf(tile));
    buffers.set(tile, own);
    return own;
  };

  const forgetOthers = ({ buffers }: Resources): void => {
    const kept = new Set(tiles.map(({ tile }) => tile));
    for (const [tile, own] of buffers) {
      if (kept.has(tile)) continue;
      own.destroy();
      buffers.delete(tile);
    }
  };

  return {
    id,
    type: 'custom',
    setPaint: (next) => {
      paint = next;
    },
    setTiles: (next) => {
      tiles = next;
      drawn = false;
    },
    isReady: () => resources?.program.isReady() ?? false,
    isDrawn: () => drawn,
    onAdd: (_map, given) => {
      const gl = given as WebGL2RenderingContext;
      resources = { program: createAreaProgram(gl), textures: createAreaTextures(gl), buffers: new Map() };
      waitForProgram();
    },
    render: (given, { defaultProjectionData }) => {
      if (!resources?.program.isReady()) return;
      const gl = given as WebGL2RenderingContext;
      forgetOthers(resources);
      for (const capability of [gl.BLEND, gl.DEPTH_TEST, gl.STENCIL_TEST, gl.CULL_FACE])
        gl.disable(capability);
      const isTranslucent = paint.uniforms.opacity < 1;
      if (isTranslucent) beginBlending(gl);
      resources.textures.bind(paint.figures, paint.chosen);
      resources.program.use(paint.uniforms);
      for (const { id: place, tile } of tiles) {
        const own = buffersOf(gl, resources, tile);
        const matrix = tileMatrix(defaultProjectionData.mainMatrix, place);
        if (isTranslucent) clipToTile(gl, matrix);
        resources.program.place(matrix);
        own.draw();
      }
      if (isTranslucent) gl.disable(gl.SCISSOR_TEST);
      gl.bindVertexArray(null);
      drawn = true;
    },
    onRemove: () => {
      resources?.program.destroy();
      resources?.textures.destroy();
      for (const own of resources?.buffers.values() ?? []) own.destroy();
      resources = null;
    },
  };
}

function beginBlending(gl: WebGL2RenderingContext): void {
  gl.enable(gl.BLEND);
  gl.blendEquation(gl.FUNC_ADD);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.enable(gl.SCISSOR_TEST);
}

/** Areas reach beyond the edge of their tile: where two tiles draw the same ground, it would be covered twice. */
function clipToTile(gl: WebGL2RenderingContext, matrix: Float32Array): void {
  const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
  const [left, right] = [0, 1].map((x) => pixelAt(matrix, x, 0, width));
  const [top, bottom] = [0, 1].map((y) => pixelAt(matrix, y, 1, height));
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return;
  gl.scissor(left, bottom, Math.max(0, right - left), Math.max(0, top - bottom));
}

/** Where a tile's edge lies along an axis (0: x, 1: y) of a flat map with north up, pixels from the lower left. */
function pixelAt(matrix: Float32Array, place: number, axis: 0 | 1, size: number): number {
  const at = (index: number): number => matrix[index] ?? 0;
  const clip = at(axis) * (axis === 0 ? place : 0) + at(4 + axis) * (axis === 1 ? place : 0) + at(12 + axis);
  const weight = at(3) * (axis === 0 ? place : 0) + at(7) * (axis === 1 ? place : 0) + at(15);
  return Math.round((clip / weight / 2 + 0.5) * size);
}

/** How often to ask whether the program is compiled. */
const pollMilliseconds = 10;
