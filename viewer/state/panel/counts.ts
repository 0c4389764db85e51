import { computed, type ReadonlySignal } from '@preact/signals';
import { type Absence, absences } from '../../../geodata/classes/absence-pattern.ts';
import { codeOfAbsence } from '../../../geodata/classes/area-class.ts';
import { countClasses } from '../../../geodata/classes/classed.ts';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { withinChance } from '../../../geodata/comparing/change-status.ts';
import { type FigureReason, figureReasons } from '../../../geodata/disclosure/rule.ts';
import { classedValues } from '../../../geodata/link/difference-classes.ts';
import type { PanelClasses } from './classes.ts';
import type { PanelCore } from './panel-core.ts';

/** How the areas of a panel fall in the period on screen. The map draws without: the legend alone counts. */
export interface PanelCounts {
  /** Of each class. */
  readonly counts: readonly number[];
  /** Of those without a class, by reason. */
  readonly absenceCounts: ReadonlyMap<Absence, number>;
  /** Of those of which something is said beside their status, by what. */
  readonly reasonCounts: ReadonlyMap<FigureReason, number>;
  /** Of those with a change that may be chance. */
  readonly chanceCount: number;
}

/** The counts of a panel with such classes; null where it has none. */
export function createCounts(
  { figures }: Pick<PanelCore, 'figures'>,
  classes: ReadonlySignal<PanelClasses | null>,
): ReadonlySignal<PanelCounts | null> {
  return computed(() => classes.value && countAreas(figures.value, classes.value));
}

function countAreas(figures: ColumnPeriod | null, { classification }: PanelClasses): PanelCounts {
  const byStatus = countStatuses(figures?.statuses ?? []);
  return {
    counts: figures ? countClasses(classedValues(figures), classification) : [],
    absenceCounts: countAbsences(byStatus),
    reasonCounts: countReasons(figures?.reasons),
    chanceCount: byStatus[withinChance] ?? 0,
  };
}

/** How many areas have no figure, by reason, of how many have each status byte. */
export function countAbsences(byStatus: Uint32Array): ReadonlyMap<Absence, number> {
  return new Map(absences.map((absence) => [absence, byStatus[codeOfAbsence(absence)] ?? 0]));
}

/** How many areas something is said of beside their status, by what it is. */
function countReasons(reasons: Uint8Array | undefined): ReadonlyMap<FigureReason, number> {
  if (!reasons) return new Map();
  const counts = countStatuses(reasons);
  return new Map(
    figureReasons.flatMap((reason, place) => {
      const count = counts[place + 1] ?? 0;
      return count > 0 ? [[reason, count] as const] : [];
    }),
  );
}

/** How many areas have each status byte. */
export function countStatuses(codes: Iterable<number>): Uint32Array {
  const counts = new Uint32Array(256);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
