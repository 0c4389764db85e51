import { absences, chanceColour, fillOf } from '../../../geodata/classes/absence-pattern.ts';
import { type Appearance, type Scheme, schemeColours } from '../../../geodata/classes/scheme.ts';
import { boundaryChanged, withinChance } from '../../../geodata/comparing/change-status.ts';
import { statuses } from '../../../geodata/observation.ts';
import { noArea, type ScenePeriod } from '../../../viewer/map/scene.ts';
import { gridSize } from './grid.ts';
import type { PlainScene } from './harness.ts';

const everyStatus = [...statuses.keys(), boundaryChanged, withinChance, noArea];
const highest = 100;

/** Squares with every pair of a status now and a status next, and values all over the scale, on class limits too. */
const now: ScenePeriod = {
  values: Array.from({ length: gridSize }, (_, i) => (i % 201) / 2),
  statuses: Array.from({ length: gridSize }, (_, i) => pairAt(i)[0]),
};
const next: ScenePeriod = {
  values: Array.from({ length: gridSize }, (_, i) => ((i * 37) % 201) / 2),
  statuses: Array.from({ length: gridSize }, (_, i) => pairAt(i)[1]),
};

/** All pairs first, then two values, of which there must be many. */
function pairAt(i: number): [now: number, next: number] {
  const count = everyStatus.length;
  if (i >= count * count) return [0, 0];
  return [everyStatus[i % count] ?? -1, everyStatus[Math.floor(i / count)] ?? -1];
}

export function fillsIn(appearance: Appearance): PlainScene['fills'] {
  const entries = absences.map((absence) => [absence, fillOf(absence, appearance)]);
  return Object.fromEntries(entries) as PlainScene['fills'];
}

/** A scene in which every square has the same colour, another one in each period. */
export function flatSceneOf(): PlainScene {
  const periods = [30, 50].map((value) => ({
    values: Array.from({ length: gridSize }, () => value),
    statuses: Array.from({ length: gridSize }, () => 0),
  }));
  return { ...sceneOf('warm', 5, 'light'), column: { size: gridSize, periods } };
}

/** Limits that cut the scale of the squares into equal classes. */
export function cutScale(classes: number): number[] {
  return Array.from({ length: classes - 1 }, (_, i) => ((i + 1) * highest) / classes);
}

export function sceneOf(scheme: Scheme, classes: number, appearance: Appearance): PlainScene {
  return {
    tileJson: '/grid.json',
    level: 'neighbourhood',
    column: { size: gridSize, periods: [now, next] },
    periodIndex: 0,
    nextIndex: 0,
    share: 0,
    breaks: cutScale(classes),
    colours: schemeColours(scheme, classes, appearance),
    fills: fillsIn(appearance),
    chance: chanceColour(appearance),
    chosen: null,
    hovered: null,
    selected: null,
    numbered: [],
    otherBorders: null,
    baseMapOpacity: null,
    nameScale: 1,
    appearance,
    language: 'nl',
  };
}
