import { type AreaUniforms, uniformsOf } from './area-uniforms.ts';
import { type Figures, type Mask, packFigures, packMask } from './figures.ts';
import type { MapScene } from './scene.ts';

/** What the shader draws with: two textures, uploaded when they are replaced, and uniforms, read at every draw. */
export interface AreaPaint {
  readonly figures: Figures | null;
  readonly chosen: Mask | null;
  readonly uniforms: AreaUniforms;
}

/**
 * What the shader draws a scene with. Textures that did not change since `before` are those of `paint`, so that a change
 * of anything but the column and the chosen areas uploads nothing but uniforms. `hovered` is the index of the area under
 * the pointer, -1 for none.
 */
export function paintScene(
  before: MapScene | null,
  scene: MapScene,
  paint: AreaPaint | null,
  { hovered, pixelRatio }: { readonly hovered: number; readonly pixelRatio: number },
): AreaPaint {
  const figures =
    paint && before?.column === scene.column ? paint.figures : scene.column && packFigures(scene.column);
  const chosen =
    paint && before?.chosen === scene.chosen ? paint.chosen : scene.chosen && packMask(scene.chosen);
  return {
    figures,
    chosen,
    uniforms: uniformsOf(scene, { areaCount: figures?.size ?? 0, hovered, pixelRatio }),
  };
}
