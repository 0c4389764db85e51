import { computed, type ReadonlySignal } from '@preact/signals';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { type Counts, countsOf } from '../../../geodata/comparing/change.ts';
import { indicatorOf } from '../catalog.ts';
import { columnKey, createColumnResource } from './column.ts';
import type { PanelFigures } from './panel-figures.ts';

/** The counts of a period in the boundaries of a year. */
export type FindCounts = (of: Pick<ColumnPeriod, 'period' | 'boundaryYear'>) => Counts;

/**
 * The counts behind a panel's figures: those of its indicator, or of the numerator and denominator that it is derived
 * from, which are fetched while `isNeeded`. null while they are on their way, or not needed.
 */
export function createEventCounts(
  { view, indicator, column }: Pick<PanelFigures, 'view' | 'indicator' | 'column'>,
  isNeeded: ReadonlySignal<boolean>,
): ReadonlySignal<FindCounts | null> {
  const keyOf = (role: 'numerator' | 'denominator') =>
    computed(() => {
      const [derive, level] = [indicator.value?.derive, view.value?.level];
      const other = isNeeded.value && derive ? indicatorOf(derive[role]) : null;
      return level ? columnKey(other, level) : null;
    });
  const numerator = createColumnResource(keyOf('numerator')).current;
  const denominator = createColumnResource(keyOf('denominator')).current;
  return computed(() => {
    if (!isNeeded.value) return null;
    const derive = indicator.value?.derive;
    const counts = derive ? numerator.value : column.value;
    const exposures = derive ? denominator.value : null;
    if (!counts || (derive && !exposures)) return null;
    return (of) => countsOf(counts, exposures, of, derive?.factor ?? 1);
  });
}
