import { statuses } from '../../geodata/observation.ts';
import { noArea, type SceneColumn, type ScenePeriod } from './scene.ts';

/** Width of the texture, in texels: every WebGL 2 device takes 2048. The shader counts with the same number. */
export const figuresWidth = 2048;

/** All periods of a column as texels of two floats, value and status; the figure of area i in period p is texel p × size + i. */
export interface Figures {
  readonly size: number;
  readonly height: number;
  readonly texels: Float32Array;
}

const missing = statuses.indexOf('missing');
const lastWithValue = statuses.indexOf('estimated');

/** Packs a column for the GPU. A figure without a value is missing, whatever its status says: it never gets a class. */
export function packFigures({ size, periods }: SceneColumn): Figures {
  const height = Math.max(1, Math.ceil((size * periods.length) / figuresWidth));
  const texels = new Float32Array(2 * figuresWidth * height);
  for (const [p, period] of periods.entries()) {
    for (let i = 0; i < size; i++) {
      const [value, status] = packFigure(period, i);
      texels[2 * (p * size + i)] = value;
      texels[2 * (p * size + i) + 1] = status;
    }
  }
  return { size, height, texels };
}

function packFigure({ values, statuses }: ScenePeriod, i: number): [value: number, status: number] {
  const value = values[i] ?? Number.NaN;
  const status = statuses[i] ?? noArea;
  if (status > lastWithValue) return [0, status];
  return Number.isFinite(value) ? [value, status] : [0, missing];
}
