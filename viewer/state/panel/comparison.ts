import { computed, type ReadonlySignal } from '@preact/signals';
import type { Comparison, ComparisonInput } from '../../../geodata/comparing/chance/findings.ts';
import { chooseIntervalMethod } from '../../../geodata/comparing/chance/method.ts';
import type { Obstacle } from '../../../geodata/comparing/comparability.ts';
import { sharedAnalysis } from '../../data/analysis/client.ts';
import { catalog } from '../catalog.ts';
import type { PanelReference } from '../reference/panel-reference.ts';
import { reference as chosen } from '../reference/reference.ts';
import { createResource } from '../resource.ts';
import { createEventCounts } from './event-counts.ts';
import type { PanelFigures } from './panel-figures.ts';

/** The areas of a panel held against the reference, as far as it has come. All is null while that is not needed. */
export interface PanelComparison {
  /** What stands in the way of saying which areas differ by more than chance. */
  readonly obstacle: ReadonlySignal<Obstacle | null>;
  readonly result: ReadonlySignal<Comparison | null>;
}

export function createComparison(
  figures: PanelFigures,
  reference: PanelReference,
  isNeeded: ReadonlySignal<boolean>,
): PanelComparison {
  const { view, indicator, published } = figures;
  const interval = computed(() => {
    if (!isNeeded.value) return null;
    const [meant, own] = [indicator.value, published.value];
    if (!meant || !own) return null;
    const hasBounds = own.lower !== undefined && own.upper !== undefined;
    return chooseIntervalMethod(meant, catalog.data.value?.indicators ?? [], hasBounds);
  });
  const needsCounts = computed(() => interval.value !== null && interval.value !== 'survey');
  const findCounts = createEventCounts(figures, needsCounts);
  const obstacle = computed<Obstacle | null>(() => {
    if (!isNeeded.value) return null;
    // A count grows with its area, so areas of other sizes say nothing of it.
    if (indicator.value?.kind === 'count') return 'count';
    if (chosen.value?.kind === 'municipality' && view.value?.level === 'municipality') return 'itself';
    if (!reference.isLoading.value && !reference.found.value) return 'no-reference';
    return published.value && !interval.value ? 'no-method' : null;
  });
  const input = computed<ComparisonInput | null>(() => {
    if (!isNeeded.value) return null;
    const [own, found, method] = [published.value, reference.found.value, interval.value];
    if (!own || !found || !method || obstacle.value) return null;
    const counts = findCounts.value?.(own);
    if (needsCounts.value && !counts) return null;
    const { values, statuses, lower, upper } = own;
    return {
      interval: method,
      figures: { values, statuses, ...(lower && upper && { lower, upper }) },
      references: found.references,
      ...(counts && { counts }),
    };
  });
  const result = createResource(input, (wanted, abort) =>
    sharedAnalysis().run('comparison', wanted, { abort }),
  );
  return { obstacle, result: result.current };
}
