import { hasMapValue } from '../../geodata/classes/area-class.ts';
import { statuses } from '../../geodata/observation.ts';
import { noArea, type SceneColumn, type ScenePeriod } from './scene.ts';

/** Width of the textures, in texels: every WebGL 2 device takes 2048. The shader counts with the same number. */
export const textureWidth = 2048;

/** All periods of a column as texels of two floats, value and status; the figure of area i in period p is texel p × size + i. */
export interface Figures {
  readonly size: number;
  readonly height: number;
  readonly texels: Float32Array;
}

/** One byte an area, in rows of the texture's width. */
export interface Mask {
  readonly height: number;
  readonly texels: Uint8Array;
}

const missing = statuses.indexOf('missing');

/** Packs a column for the GPU. A figure without a value is missing, whatever its status says: it never gets a class. */
export function packFigures({ size, periods }: SceneColumn): Figures {
  const height = rowsOf(size * periods.length);
  const texels = new Float32Array(2 * textureWidth * height);
  for (const [p, period] of periods.entries()) {
    for (let i = 0; i < size; i++) {
      const [value, status] = packFigure(period, i);
      texels[2 * (p * size + i)] = value;
      texels[2 * (p * size + i) + 1] = status;
    }
  }
  return { size, height, texels };
}

/** Packs one byte an area for the GPU; areas beyond the mask's end count as 0. */
export function packMask(mask: Uint8Array): Mask {
  const height = rowsOf(mask.length);
  const texels = new Uint8Array(textureWidth * height);
  texels.set(mask);
  return { height, texels };
}

function rowsOf(texels: number): number {
  return Math.max(1, Math.ceil(texels / textureWidth));
}

function packFigure({ values, statuses }: ScenePeriod, i: number): [value: number, status: number] {
  const value = values[i] ?? Number.NaN;
  const status = statuses[i] ?? noArea;
  if (!hasMapValue(status)) return [0, status];
  return Number.isFinite(value) ? [value, status] : [0, missing];
}
