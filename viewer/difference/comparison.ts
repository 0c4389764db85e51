import { computed } from '@preact/signals';
import { type Comparison, compareWithReference } from '../../geodata/chance/comparison.ts';
import { chooseIntervalMethod } from '../../geodata/chance/method.ts';
import { catalog, indicator, indicators } from '../state/catalog.ts';
import { createEventCounts } from '../state/event-counts.ts';
import { activePanel } from '../state/panels.ts';
import { view } from '../state/view.ts';
import { refer, referenceFigure } from './reference.ts';

/** Why nothing can be said of any area; null where something can. */
export type Obstacle = 'count' | 'no-method' | 'no-reference';

const isOpen = computed(() => view.value.page === 'differences');

/** How sure the figures on screen are, and how that is known; null where it is not. */
export const method = computed(() => {
  const [meant, published] = [indicator.value, activePanel.value.published.value];
  if (!isOpen.value || !meant || !published) return null;
  const hasBounds = published.lower !== undefined && published.upper !== undefined;
  return chooseIntervalMethod(meant, catalog.data.value?.indicators ?? [], hasBounds);
});

const needsCounts = computed(() => method.value !== null && method.value !== 'survey');

/** A panel's own signals, whichever panel is the active one. */
const active = {
  view: computed(() => activePanel.value.view.value),
  indicator: computed(() => activePanel.value.indicator.value),
  column: computed(() => activePanel.value.column.value),
};
const findCounts = createEventCounts(active, needsCounts);

/** What stands in the way of any comparison; a count grows with its area, so areas of other sizes say nothing of it. */
export const obstacle = computed<Obstacle | null>(() => {
  if (indicator.value?.kind === 'count') return 'count';
  if (activePanel.value.published.value && !method.value) return 'no-method';
  const found = referenceFigure.value;
  return found && found.figure.value === null ? 'no-reference' : null;
});

/** An indicator that says of the same count how much it is for the size of an area; null where there is none. */
export const relativeIndicator = computed(
  () => indicators.value.find(({ derive }) => derive?.numerator === indicator.value?.key) ?? null,
);

/** Every area of the active panel held against the reference; null while its figures are on their way. */
export const comparison = computed<Comparison | null>(() => {
  const { published, places } = activePanel.value;
  const [figures, against, interval] = [published.value, referenceFigure.value, method.value];
  if (!figures || !against || !interval || obstacle.value || places.byIndex.value.size === 0) return null;
  const counts = findCounts.value?.(figures);
  if (needsCounts.value && !counts) return null;
  const references = refer(against, figures.values.length, places.byIndex.value.values());
  return compareWithReference({ interval, figures, references, ...(counts && { counts }) });
});
