import type { Classification } from '../classes/classify.ts';
import { classifyChange } from '../classes/classify-change.ts';
import type { ColumnPeriod } from '../columns/column.ts';
import { withinChance } from '../comparing/change-status.ts';
import { differenceKind } from './difference-kind.ts';
import type { PanelView } from './panel.ts';
import { requestOf } from './panel-classes.ts';

type Differences = Pick<ColumnPeriod, 'values' | 'statuses'>;

/** Decimals of what a panel shows of an indicator: a relative difference is one of per cents, in tenths. */
export function decimalsOf(
  view: Pick<PanelView, 'change' | 'deviation'> | null,
  indicator: { readonly decimals: number },
): number {
  return view && differenceKind(view) === 'relative' ? 1 : indicator.decimals;
}

/** Values that are drawn in a class: without those that may be chance. */
export function classedValues({ values, statuses: codes }: Differences): Float64Array {
  return values.map((value, index) => (codes[index] === withinChance ? Number.NaN : value));
}

/** The differences that classes are made of: without those that may be chance, unless there are no others. */
export function listDifferences(figures: Differences): Float64Array {
  const classed = classedValues(figures);
  return classed.some((value) => !Number.isNaN(value)) ? classed : figures.values;
}

/** The classes of differences; `together`: of all panels that share the scale. */
export function classifyDifferences(
  view: Pick<PanelView, 'classes'>,
  together: readonly Differences[],
  decimals: number,
): Classification {
  return classifyChange(together.map(listDifferences), requestOf(view, decimals));
}
