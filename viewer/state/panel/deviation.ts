import { computed, type ReadonlySignal } from '@preact/signals';
import type { ColumnData, ColumnPeriod } from '../../../geodata/columns/column.ts';
import { computeDeviation } from '../../../geodata/comparing/deviation.ts';
import { referToValue } from '../../../geodata/comparing/references.ts';
import { view as link } from '../link/view.ts';
import type { PanelReference } from '../reference/panel-reference.ts';
import type { PanelComparison } from './comparison.ts';
import type { PanelFigures } from './panel-figures.ts';

/** How far a panel's figures lie from the reference. All is null while the panel does not show that. */
export interface PanelDeviation {
  readonly figures: ReadonlySignal<ColumnPeriod | null>;
  /** The same as a column of one period, for the map. */
  readonly column: ReadonlySignal<Pick<ColumnData, 'size' | 'periods'> | null>;
  /** Whether areas that may differ by chance are greyed: asked for, and known by a test. */
  readonly isTested: ReadonlySignal<boolean>;
}

export function createDeviation(
  { view, published }: PanelFigures,
  reference: PanelReference,
  { obstacle, result }: PanelComparison,
): PanelDeviation {
  const isTested = computed(() => link.value.chance === 'on' && obstacle.value === null);
  const figures = computed(() => {
    const kind = view.value?.deviation;
    if (!kind || !published.value || reference.isLoading.value) return null;
    const size = published.value.values.length;
    const references = reference.found.value?.references ?? referToValue(Number.NaN, size);
    // With half the answer the map would change its colours twice.
    if (isTested.value && !result.value) return null;
    const comparison = isTested.value ? result.value : null;
    return computeDeviation({ figures: published.value, references, kind, comparison });
  });
  return {
    figures,
    column: computed(() =>
      figures.value ? { size: figures.value.values.length, periods: [figures.value] } : null,
    ),
    isTested,
  };
}
