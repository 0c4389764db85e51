import { type Colour, parseColour } from '../../../geodata/classes/colour.ts';
import { type Absence, absences } from '../../../geodata/classes/fill.ts';
import { boundaryChanged, withinChance } from '../../../geodata/comparing/change-status.ts';
import { statuses } from '../../../geodata/observation.ts';
import { figureBetween, hasSceneValue, type SceneFigure } from '../figure-between.ts';
import { fadeStrength, inksOf } from '../inks.ts';
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
  const absence = absences.find((each) => statusOf(each) === figure.status);
  if (absence) return { colour: scene.fills[absence].paper, absence, fade, hover };
  if (!hasSceneValue(figure.status)) return flat(inks.empty);
  if (figure.status === withinChance) return flat(scene.chance);
  const next = figureOf(scene.column.periods[scene.nextIndex], index);
  const { value } = scene.share === 0 ? figure : figureBetween(figure, next, scene.share);
  return flat(scene.colours[rankOf(value, scene.breaks)] ?? [0, 0, 0]);
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

function statusOf(absence: Absence): number {
  return absence === 'boundary-changed' ? boundaryChanged : statuses.indexOf(absence);
}

function figureOf(period: ScenePeriod | undefined, index: number): SceneFigure {
  const [value, status] = [period?.values[index] ?? Number.NaN, period?.statuses[index] ?? noArea];
  if (hasSceneValue(status) && !Number.isFinite(value)) return { value: 0, status: missing };
  return { value, status };
}

/** As the GPU compares: in 32 bits. */
function rankOf(value: number, breaks: readonly number[]): number {
  return breaks.filter((limit) => Math.fround(value) >= Math.fround(limit)).length;
}
