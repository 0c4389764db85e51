import { computed } from '@preact/signals';
import { countClasses } from '../../../geodata/classes/classify.ts';
import { type Absence, absences } from '../../../geodata/classes/fill.ts';
import { boundaryChanged, withinChance } from '../../../geodata/comparing/change.ts';
import { statuses } from '../../../geodata/observation.ts';
import { classedValues, classesOf } from './classes.ts';
import type { Panel } from './panel.ts';
import { panels } from './panels.ts';

/** How the areas of a panel fall in the period on screen. The map draws without: the legend alone counts. */
export interface PanelCounts {
  /** Of each class. */
  readonly counts: readonly number[];
  /** Of those without a class, by reason. */
  readonly absenceCounts: ReadonlyMap<Absence, number>;
  /** Of those with a change that may be chance. */
  readonly chanceCount: number;
}

const places = [0, 1, 2, 3] as const;

const memo = places.map((place) =>
  computed(() => {
    const panel = panels.value[place];
    return panel ? countPanel(panel) : null;
  }),
);

/** The counts of a panel; null where there is no such panel. */
export function countsOf({ index }: Pick<Panel, 'index'>): PanelCounts | null {
  return memo[index]?.value ?? null;
}

function countPanel(panel: Panel): PanelCounts {
  const figures = panel.figures.value;
  const classes = classesOf(panel);
  const byStatus = countStatuses(figures?.statuses ?? []);
  return {
    counts: figures && classes ? countClasses(classedValues(figures), classes.classification) : [],
    absenceCounts: countAbsences(byStatus),
    chanceCount: byStatus[withinChance] ?? 0,
  };
}

/** How many areas have no figure, by reason, of how many have each status byte. */
export function countAbsences(byStatus: Uint32Array): ReadonlyMap<Absence, number> {
  const codeOf = (absence: Absence): number =>
    absence === 'boundary-changed' ? boundaryChanged : statuses.indexOf(absence);
  return new Map(absences.map((absence) => [absence, byStatus[codeOf(absence)] ?? 0]));
}

/** How many areas have each status byte. */
export function countStatuses(codes: Iterable<number>): Uint32Array {
  const counts = new Uint32Array(256);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
