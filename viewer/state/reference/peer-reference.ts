import { computed, type ReadonlySignal } from '@preact/signals';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { countsOf } from '../../../geodata/comparing/chance/counts.ts';
import { type GroupRule, referToGroups } from '../../../geodata/comparing/references.ts';
import { indicatorOf, shownParts } from '../catalog.ts';
import { columnKey, createColumnResource } from '../panel/column.ts';
import { createEventCounts } from '../panel/event-counts.ts';
import type { PanelFigures } from '../panel/panel-figures.ts';
import { createResource } from '../resource.ts';
import type { PanelReference } from './reference-figures.ts';
import { readAreaTypes } from './types.ts';

/** Each area of a panel against all that are of its type. */
export function createPeerReference(
  figures: PanelFigures,
  isNeeded: ReadonlySignal<boolean>,
): PanelReference {
  const { view, published } = figures;
  const wanted = computed(() => {
    const level = isNeeded.value ? view.value?.level : null;
    return level ? { level, carry: shownParts.carry.value } : null;
  });
  const types = createResource(wanted, ({ level, carry }, abort) => readAreaTypes(level, carry, abort));
  const { rule, isLoading: isRuleLoading } = createGroupRule(figures, isNeeded);
  const isLoading = computed(
    () => isNeeded.value && (!types.isAnswered.value || isRuleLoading.value || !published.value),
  );
  const found = computed(() => {
    const [made, areas, ruleOf] = [types.data.value, published.value, rule.value];
    if (!isNeeded.value || isLoading.value || !made || !areas || !ruleOf) return null;
    const { types: typeOf, sizes } = made.clustering;
    const through = (moment: ColumnPeriod) => referToGroups(moment, ruleOf(moment), typeOf, sizes.length);
    return {
      references: through(areas),
      through,
      groups: made.names.map((name, type) => ({ name, size: sizes[type] ?? 0 })),
      madeBy: made.context.indicators.map(({ name }) => name),
    };
  });
  return { found, isLoading };
}

/** How the figure of a group in a period is made: from events, or as a mean by what its indicator is weighted by for larger areas. */
function createGroupRule(figures: PanelFigures, isNeeded: ReadonlySignal<boolean>) {
  const { view, indicator, column } = figures;
  const isDerived = computed(() => isNeeded.value && indicator.value?.derive != null);
  const findCounts = createEventCounts(figures, isDerived);
  const wanted = computed(() => {
    const [rule, level] = [indicator.value?.aggregate, view.value?.level];
    const weight = isNeeded.value && !isDerived.value && typeof rule === 'object' ? rule.weightedBy : null;
    return weight && level ? columnKey(indicatorOf(weight), level) : null;
  });
  const weights = createColumnResource(wanted);
  const isLoading = computed(() => (isDerived.value ? !findCounts.value : !weights.isAnswered.value));
  const rule = computed<((at: ColumnPeriod) => GroupRule) | null>(() => {
    const [all, of, counts] = [column.value, weights.data.value, findCounts.value];
    if (isLoading.value || !all) return null;
    if (counts) return (at) => ({ counts: counts(at) });
    return (at) => ({ weights: of ? countsOf(all, of, at, 1).exposures : null });
  });
  return { rule, isLoading };
}
