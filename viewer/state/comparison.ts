import { computed, type ReadonlySignal } from '@preact/signals';
import type { Comparison, ComparisonInput } from '../../geodata/chance/comparison.ts';
import { chooseIntervalMethod } from '../../geodata/chance/method.ts';
import { sharedAnalysis } from '../analysis/client.ts';
import { catalog } from './catalog.ts';
import { createEventCounts } from './event-counts.ts';
import type { Panel } from './panel.ts';
import { createReference, holdsAll, type PanelReference, refer } from './reference.ts';
import { createResource } from './resource.ts';

/** Why nothing can be said of any area; null where something can. */
export type Obstacle = 'count' | 'no-method' | 'no-reference';

/** The areas of a panel held against the reference, as far as it has come. All is null while that is not needed. */
export interface PanelComparison {
  readonly reference: PanelReference;
  /** What stands in the way of saying which areas differ by more than chance. */
  readonly obstacle: ReadonlySignal<Obstacle | null>;
  readonly result: ReadonlySignal<Comparison | null>;
}

type Subject = Pick<Panel, 'view' | 'indicator' | 'boundaryYear' | 'column' | 'published' | 'places'>;

export function createComparison(subject: Subject, isNeeded: ReadonlySignal<boolean>): PanelComparison {
  const { indicator, published, places } = subject;
  const against = createReference(subject, isNeeded);
  const interval = computed(() => {
    if (!isNeeded.value) return null;
    const [meant, figures] = [indicator.value, published.value];
    if (!meant || !figures) return null;
    const hasBounds = figures.lower !== undefined && figures.upper !== undefined;
    return chooseIntervalMethod(meant, catalog.data.value?.indicators ?? [], hasBounds);
  });
  const needsCounts = computed(() => interval.value !== null && interval.value !== 'survey');
  const findCounts = createEventCounts(subject, needsCounts);
  const obstacle = computed<Obstacle | null>(() => {
    if (!isNeeded.value) return null;
    // A count grows with its area, so areas of other sizes say nothing of it.
    if (indicator.value?.kind === 'count') return 'count';
    const found = against.figure.value;
    if (!against.isLoading.value && (!found || found.figure.value === null)) return 'no-reference';
    return published.value && !interval.value ? 'no-method' : null;
  });
  const input = computed<ComparisonInput | null>(() => {
    if (!isNeeded.value) return null;
    const [figures, found, method] = [published.value, against.figure.value, interval.value];
    if (!figures || !found || !method || obstacle.value) return null;
    const counts = findCounts.value?.(figures);
    if (needsCounts.value && !counts) return null;
    const known = places.byIndex.value;
    if (!holdsAll() && known.size === 0) return null;
    const { values, statuses, lower, upper } = figures;
    return {
      interval: method,
      figures: { values, statuses, ...(lower && upper && { lower, upper }) },
      references: refer(found, values.length, holdsAll() ? [] : known.values()),
      ...(counts && { counts }),
    };
  });
  const result = createResource(input, (wanted, abort) =>
    sharedAnalysis().run('comparison', wanted, { abort }),
  );
  return {
    reference: against,
    obstacle,
    result: computed(() => (result.key.value === input.value ? result.data.value : null)),
  };
}
