import { computed, type ReadonlySignal } from '@preact/signals';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { assignTargets } from '../../../geodata/comparing/held-against.ts';
import { referToTargets } from '../../../geodata/comparing/references.ts';
import { readTargets } from '../../data/client.ts';
import { catalog } from '../catalog.ts';
import type { PanelFigures } from '../panel/panel-figures.ts';
import { createResource } from '../resource.ts';
import type { PanelReference } from './panel-reference.ts';

/** Each area of a panel against what its municipality aims at. */
export function createTargetReference(
  { view, indicator, published, areas: list }: PanelFigures,
  isNeeded: ReadonlySignal<boolean>,
): PanelReference {
  const wanted = computed(() => {
    const key = indicator.value?.key;
    return isNeeded.value && key && catalog.data.value?.targets.includes(key) ? key : null;
  });
  const set = createResource(wanted, readTargets);
  const isLoading = computed(
    () => wanted.value !== null && (!set.isAnswered.value || list.byIndex.value.size === 0),
  );
  const found = computed(() => {
    const [all, areas, period] = [set.current.value, published.value, view.value?.period];
    const meant = indicator.value;
    if (wanted.value === null || isLoading.value || !all || !areas || !period || !meant) return null;
    const municipalities = [...new Set(all.map(({ municipality }) => municipality))];
    const through = ({ period: of, values: { length } }: Pick<ColumnPeriod, 'period' | 'values'>) => {
      const targetOf = assignTargets(all, meant, of);
      const values = new Float64Array(length).fill(Number.NaN);
      for (const { code, index } of list.byIndex.value.values())
        values[index] = targetOf(code)?.value ?? Number.NaN;
      return referToTargets(values);
    };
    const targetNow = assignTargets(all, meant, period);
    const targets = municipalities.flatMap((code) => targetNow(code) ?? []);
    return { references: through(areas), through, targets };
  });
  return { found, isLoading };
}
