import type { Absence } from '../../../geodata/classes/absence-pattern.ts';
import { classOfFigure, hasMapValue } from '../../../geodata/classes/area-class.ts';
import { type Colour, parseColour } from '../../../geodata/classes/colour.ts';
import { fadeStrength, inksOf } from '../../../geodata/map/inks.ts';
import { statuses } from '../../../geodata/observation.ts';
import { figureBetween, type SceneFigure } from '../figure-between.ts';
import { type MapScene, noArea, type ScenePeriod } from '../scene.ts';

/** How an area is filled: in one colour, or with the pattern of an absence; and how far that fades and is hovered. */
export interface AreaFill {
  readonly colour: Colour;
  readonly absence: Absence | null;
  readonly fade: number;
  readonly hover: number;
}

const missing = statuses.indexOf('missing');

/** How the shader of the GPU fills an area too. `hovered`: the index of the area under the pointer, -1 for none. */
export function fillArea(scene: MapScene, index: number, hovered: number): AreaFill {
  const inks = inksOf[scene.appearance];
  const fade = scene.chosen && !scene.chosen[index] ? fadeStrength : 0;
  const hover = index === hovered ? inks.hover[3] : 0;
  const flat = (colour: Colour): AreaFill => ({
    colour: layOver(colour, { fade, hover }, scene),
    absence: null,
    fade: 0,
    hover: 0,
  });
  if (!scene.column || index >= scene.column.size) return flat(inks.empty);
  const figure = figureOf(scene.column.periods[scene.periodIndex], index);
  const next = scene.share === 0 ? figure : figureOf(scene.column.periods[scene.nextIndex], index);
  const kind = classOfFigure(figureBetween(figure, next, scene.share), scene.breaks);
  if (kind === 'unknown') return flat(inks.empty);
  if (kind === 'chance') return flat(scene.chance);
  if (typeof kind === 'number') return flat(scene.colours[kind] ?? [0, 0, 0]);
  return { colour: scene.fills[kind].paper, absence: kind, fade, hover };
}

/** A colour that fades towards the paper, under the ink of the pointer. */
export function layOver(
  colour: Colour,
  { fade, hover }: Pick<AreaFill, 'fade' | 'hover'>,
  { appearance }: Pick<MapScene, 'appearance'>,
): Colour {
  if (fade === 0 && hover === 0) return colour;
  const { paper, hover: ink } = inksOf[appearance];
  const faded = mixColours(colour, parseColour(paper), fade);
  const [red, green, blue] = ink;
  return mixColours(faded, [255 * red, 255 * green, 255 * blue], hover);
}

export function mixColours(one: Colour, two: Colour, share: number): Colour {
  const mix = (place: 0 | 1 | 2): number => one[place] + (two[place] - one[place]) * share;
  return [mix(0), mix(1), mix(2)];
}

function figureOf(period: ScenePeriod | undefined, index: number): SceneFigure {
  const [value, status] = [period?.values[index] ?? Number.NaN, period?.statuses[index] ?? noArea];
  if (hasMapValue(status) && !Number.isFinite(value)) return { value: 0, status: missing };
  return { value, status };
}
