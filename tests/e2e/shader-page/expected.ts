import { type Absence, absences, shapesOf } from '../../../geodata/classes/absence-pattern.ts';
import { hasMapValue } from '../../../geodata/classes/area-class.ts';
import { classOf } from '../../../geodata/classes/classed.ts';
import type { Colour } from '../../../geodata/classes/colour.ts';
import { boundaryChanged, withinChance } from '../../../geodata/comparing/change-status.ts';
import { inksOf } from '../../../geodata/map/inks.ts';
import { statuses } from '../../../geodata/observation.ts';
import { figureBetween, type SceneFigure } from '../../../viewer/map/figure-between.ts';
import type { ScenePeriod } from '../../../viewer/map/scene.ts';
import { mapSide } from './grid.ts';
import type { PlainScene } from './harness.ts';

/** What a square must look like: one colour, or the pattern of an absence. */
export type Expected = { readonly flat: Colour } | { readonly absence: Absence };

/** Works out on the CPU, with the rules of geodata, what the GPU must draw. */
export function expectSquare(scene: PlainScene, index: number): Expected {
  const shown = figureOf(scene.column?.periods[scene.periodIndex], index);
  const next = figureOf(scene.column?.periods[scene.nextIndex], index);
  const { value, status } = figureBetween(shown, next, scene.share);
  const absence = absenceOf({ value, status });
  if (absence) return { absence };
  if (!hasMapValue(status)) return { flat: inksOf[scene.appearance].empty };
  if (status === withinChance) return { flat: scene.chance };
  return { flat: scene.colours[classOf(value, scene.breaks)] ?? [-1, -1, -1] };
}

function figureOf(period: ScenePeriod | undefined, index: number): SceneFigure {
  const [value = Number.NaN, status = -1] = [period?.values[index], period?.statuses[index]];
  const lacksValue = hasMapValue(status) && !Number.isFinite(value);
  return lacksValue ? { value, status: statuses.indexOf('missing') } : { value, status };
}

function absenceOf({ status }: SceneFigure): Absence | null {
  if (status === boundaryChanged) return 'boundary-changed';
  const name = statuses[status];
  return absences.find((absence) => absence === name) ?? null;
}

/** The colour of a pixel of a pattern, from the shapes that the legend draws; they start at the middle of the picture's bottom left pixel. */
export function colourInPattern(scene: PlainScene, absence: Absence, x: number, y: number): Colour {
  const { pattern, ink, paper } = scene.fills[absence];
  const { size, lines, dots } = shapesOf(pattern);
  const wrap = (along: number): number => ((along % size) + size) % size;
  const at = [wrap(x), wrap(y + 1 - mapSide)] as const;
  const distance = Math.min(
    ...lines.map((line) => distanceToLine(at, line)),
    ...dots.map((dot) => Math.hypot(at[0] - dot[0], at[1] - dot[1])),
  );
  const strength = Math.min(1, Math.max(0, pattern.weight / 2 - distance + 0.5));
  const mix = (channel: 0 | 1 | 2): number => paper[channel] + (ink[channel] - paper[channel]) * strength;
  return [mix(0), mix(1), mix(2)];
}

/** Lines end square: as far beyond their ends as beside them. */
function distanceToLine(
  [x, y]: readonly [number, number],
  [x1, y1, x2, y2]: readonly [number, number, number, number],
): number {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const beside = Math.abs((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length;
  const along = ((x2 - x1) * (x - x1) + (y2 - y1) * (y - y1)) / length;
  return Math.max(beside, -along, along - length);
}
