import { computed, type ReadonlySignal } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { referToTargets } from '../../../geodata/comparing/references.ts';
import { findTarget } from '../../../geodata/target.ts';
import { readTargets } from '../../data/client.ts';
import { catalog } from '../catalog.ts';
import type { PanelFigures } from '../panel/panel-figures.ts';
import { createResource } from '../resource.ts';
import type { PanelReference } from './reference-figures.ts';

/** Each area of a panel against what its municipality aims at. */
export function createTargetReference(
  { view, indicator, published, places }: PanelFigures,
  isNeeded: ReadonlySignal<boolean>,
): PanelReference {
  const wanted = computed(() => {
    const key = indicator.value?.key;
    return isNeeded.value && key && catalog.data.value?.targets.includes(key) ? key : null;
  });
  const set = createResource(wanted, readTargets);
  const isLoading = computed(
    () => wanted.value !== null && (!set.isAnswered.value || places.byIndex.value.size === 0),
  );
  const found = computed(() => {
    const [all, areas, period] = [set.data.value, published.value, view.value?.period];
    if (wanted.value === null || isLoading.value || !all || !areas || !period) return null;
    const municipalities = new Set(all.map(({ municipality }) => municipality));
    const listTargets = (of: string) =>
      [...municipalities].flatMap((code) => findTarget(all, code, of) ?? []);
    const through = ({ period: of, values: { length } }: Pick<ColumnPeriod, 'period' | 'values'>) => {
      const valueByCode = new Map(listTargets(of).map(({ municipality, value }) => [municipality, value]));
      const values = new Float64Array(length).fill(Number.NaN);
      for (const { code, index } of places.byIndex.value.values())
        values[index] = valueByCode.get(municipalityOfCode(code)) ?? Number.NaN;
      return referToTargets(values);
    };
    return { references: through(areas), through, targets: listTargets(period) };
  });
  return { found, isLoading };
}
