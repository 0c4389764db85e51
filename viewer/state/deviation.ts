import { computed, type ReadonlySignal } from '@preact/signals';
import type { ColumnData, ColumnPeriod } from '../../geodata/column.ts';
import { computeDeviation } from '../../geodata/deviation.ts';
import type { PanelComparison } from './comparison.ts';
import type { Panel } from './panel.ts';
import { view as link } from './view.ts';

/** How far a panel's figures lie from the reference. All is null while the panel does not show that. */
export interface PanelDeviation {
  readonly figures: ReadonlySignal<ColumnPeriod | null>;
  /** The same as a column of one period, for the map. */
  readonly column: ReadonlySignal<Pick<ColumnData, 'size' | 'periods'> | null>;
  /** Whether areas that may differ by chance are greyed: asked for, and known by a test. */
  readonly isTested: ReadonlySignal<boolean>;
}

export function createDeviation(
  { view, published }: Pick<Panel, 'view' | 'published'>,
  { reference, obstacle, result }: PanelComparison,
): PanelDeviation {
  const isTested = computed(() => link.value.chance === 'on' && obstacle.value === null);
  const figures = computed(() => {
    const kind = view.value?.deviation;
    if (!kind || !published.value || reference.isLoading.value) return null;
    const against = reference.figure.value?.figure.value ?? Number.NaN;
    // With half the answer the map would change its colours twice.
    if (isTested.value && !result.value) return null;
    const comparison = isTested.value ? result.value : null;
    return computeDeviation({ figures: published.value, reference: against, kind, comparison });
  });
  return {
    figures,
    column: computed(() =>
      figures.value ? { size: figures.value.values.length, periods: [figures.value] } : null,
    ),
    isTested,
  };
}
