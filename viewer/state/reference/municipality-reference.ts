import { computed, type ReadonlySignal } from '@preact/signals';
import { placeFor } from '../../../geodata/comparing/held-against.ts';
import { referToWholes } from '../../../geodata/comparing/references.ts';
import { createEventCounts } from '../panel/event-counts.ts';
import { createPanelFigures, type PanelFigures } from '../panel/panel-figures.ts';
import type { PanelReference } from './panel-reference.ts';
import { reference } from './reference.ts';

/** Each area of a panel against the municipality that it lies in; nothing where the panel shows municipalities themselves. */
export function createMunicipalityReference(
  { view, published, areas: list }: PanelFigures,
  isNeeded: ReadonlySignal<boolean>,
): PanelReference {
  const isSmaller = computed(
    () => isNeeded.value && view.value !== null && view.value.level !== 'municipality',
  );
  const wholes = createPanelFigures(
    computed(() =>
      isSmaller.value && view.value ? { ...view.value, level: 'municipality' as const } : null,
    ),
    isSmaller,
  );
  const isDerived = computed(() => isSmaller.value && wholes.indicator.value?.derive != null);
  const findCounts = createEventCounts(wholes, isDerived);
  const areasAreThere = computed(() => list.byIndex.value.size > 0 && wholes.areas.byCode.value.size > 0);
  const hasColumn = computed(() => wholes.indicator.value?.columns.municipality !== undefined);
  const isLoading = computed(
    () =>
      isSmaller.value &&
      hasColumn.value &&
      (!areasAreThere.value || !wholes.column.value || (isDerived.value && !findCounts.value)),
  );
  const found = computed(() => {
    const [figures, areas, chosen] = [wholes.published.value, published.value, reference.value];
    if (!isSmaller.value || isLoading.value || !figures || !areas || !chosen) return null;
    const referenceOf = new Int32Array(areas.values.length).fill(-1);
    for (const { code, index } of list.byIndex.value.values()) {
      const whole = placeFor(code, chosen)?.code ?? '';
      referenceOf[index] = wholes.areas.byCode.value.get(whole)?.index ?? -1;
    }
    return { references: referToWholes(figures, findCounts.value?.(figures) ?? null, referenceOf) };
  });
  return { found, isLoading };
}
