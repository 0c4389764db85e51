import type { AreaPaint } from './area-extension.ts';
import { packFigures } from './figures.ts';
import { inksOf } from './inks.ts';
import { packBreaks, packPalette, packPatterns } from './palette.ts';
import type { MapScene } from './scene.ts';

/**
 * What the shader draws a scene with. Parts that did not change since `before` are taken from `paint`, so that nothing
 * is uploaded again; `hovered` is kept, for only the tiles know its index.
 */
export function paintScene(
  before: MapScene | null,
  scene: MapScene,
  paint: AreaPaint | null,
  pixelRatio: number,
): AreaPaint {
  const sameColumn = before !== null && before.column === scene.column;
  const sameColours =
    before !== null &&
    before.colours === scene.colours &&
    before.fills === scene.fills &&
    before.appearance === scene.appearance;
  const { empty, hover } = inksOf[scene.appearance];
  return {
    figures: paint && sameColumn ? paint.figures : scene.column && packFigures(scene.column),
    palette: paint && sameColours ? paint.palette : packPalette(scene, empty),
    patterns: paint && sameColours ? paint.patterns : packPatterns(scene),
    period: scene.periodIndex,
    breaks: packBreaks(scene.breaks),
    hovered: paint?.hovered ?? -1,
    hoverInk: hover,
    pixelRatio,
  };
}
