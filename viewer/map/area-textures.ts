import { units } from './area-program.ts';
import { type Figures, type Mask, textureWidth } from './figures.ts';

/** The textures that areas are drawn from, in one GPU context: each is uploaded when its source is another one. */
export interface AreaTextures {
  readonly bind: (figures: Figures | null, chosen: Mask | null) => void;
  readonly destroy: () => void;
}

const noFigures: Figures = { size: 0, height: 1, texels: new Float32Array(2 * textureWidth) };
const noMask: Mask = { height: 1, texels: new Uint8Array(textureWidth) };

export function createAreaTextures(gl: WebGL2RenderingContext): AreaTextures {
  const figuresSlot = createSlot<Figures>(gl, units.figures, ({ height, texels }) =>
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RG32F, textureWidth, height, 0, gl.RG, gl.FLOAT, texels),
  );
  const chosenSlot = createSlot<Mask>(gl, units.chosen, ({ height, texels }) =>
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, textureWidth, height, 0, gl.RED, gl.UNSIGNED_BYTE, texels),
  );
  return {
    bind: (figures, chosen) => {
      figuresSlot.bind(figures ?? noFigures);
      chosenSlot.bind(chosen ?? noMask);
    },
    destroy: () => {
      figuresSlot.destroy();
      chosenSlot.destroy();
    },
  };
}

function createSlot<Source>(gl: WebGL2RenderingContext, unit: number, upload: (source: Source) => void) {
  const texture = gl.createTexture();
  let held: Source | null = null;
  return {
    bind: (source: Source): void => {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, texture);
      if (source === held) return;
      held = source;
      // Texels are read one by one, as they are.
      for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
        gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST);
      for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
        gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
      upload(source);
    },
    destroy: (): void => gl.deleteTexture(texture),
  };
}
