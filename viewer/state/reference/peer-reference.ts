import { computed, type ReadonlySignal } from '@preact/signals';
import type { ColumnData } from '../../../geodata/columns/column.ts';
import { referToPeers } from '../../../geodata/comparing/held-against.ts';
import { indicatorOf, shownParts } from '../catalog.ts';
import { columnKey, createColumnResource } from '../panel/column.ts';
import type { PanelFigures } from '../panel/panel-figures.ts';
import { createResource } from '../resource.ts';
import type { PanelReference } from './panel-reference.ts';
import { readAreaTypes } from './types.ts';

/** Each area of a panel against all that are of its type. */
export function createPeerReference(
  figures: PanelFigures,
  isNeeded: ReadonlySignal<boolean>,
): PanelReference {
  const { view, indicator, published } = figures;
  const wanted = computed(() => {
    const level = isNeeded.value ? view.value?.level : null;
    return level ? { level, carry: shownParts.carry.value } : null;
  });
  const types = createResource(wanted, ({ level, carry }, abort) => readAreaTypes(level, carry, abort));
  const columns = createGroupColumns(figures, isNeeded);
  const isLoading = computed(
    () => isNeeded.value && (!types.isAnswered.value || !columns.value || !published.value),
  );
  const refer = computed(() =>
    types.current.value && columns.value ? referToPeers(types.current.value, columns.value) : null,
  );
  const found = computed(() => {
    const [made, areas, meant, referTo] = [
      types.current.value,
      published.value,
      indicator.value,
      refer.value,
    ];
    if (!isNeeded.value || isLoading.value || !made || !areas || !meant || !referTo) return null;
    return {
      references: referTo(meant, areas),
      through: (moment: typeof areas) => referTo(meant, moment),
      groups: made.names.map((name, type) => ({ name, size: made.clustering.sizes[type] ?? 0 })),
      madeBy: made.context.indicators.map(({ name }) => name),
    };
  });
  return { found, isLoading };
}

/** The columns that figures of groups are made of: of the indicator, and of what it is derived from or weighted by; null while they load. */
function createGroupColumns(
  { view, indicator, column }: PanelFigures,
  isNeeded: ReadonlySignal<boolean>,
): ReadonlySignal<ReadonlyMap<string, ColumnData> | null> {
  const load = (choose: () => string | null | undefined) => {
    const address = computed(() => (isNeeded.value && choose()) || null);
    const { current, isAnswered } = createColumnResource(
      computed(() => {
        const level = view.value?.level;
        return address.value && level ? columnKey(indicatorOf(address.value), level) : null;
      }),
    );
    return { address, current, isAnswered };
  };
  const parts = [
    load(() => indicator.value?.derive?.numerator),
    load(() => indicator.value?.derive?.denominator),
    load(() => {
      const { aggregate, derive } = indicator.value ?? {};
      return !derive && typeof aggregate === 'object' ? aggregate.weightedBy : null;
    }),
  ];
  return computed(() => {
    const address = indicator.value?.key;
    if (!address || !column.value || parts.some(({ isAnswered }) => !isAnswered.value)) return null;
    const columns = new Map([[address, column.value]]);
    for (const part of parts)
      if (part.address.value && part.current.value) columns.set(part.address.value, part.current.value);
    return columns;
  });
}
