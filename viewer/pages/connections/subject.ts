import { computed } from '@preact/signals';
import { findPopulation } from '../../../geodata/connection/population.ts';
import { type Relation, relate } from '../../../geodata/connection/relation.ts';
import { levelsOf } from '../../../geodata/link/resolve.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { indicator, indicatorOf, indicators, shown } from '../../state/catalog.ts';
import { language, view } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { translate, words } from '../../state/screen/words.ts';

export const isOpen = computed(() => view.value.page === 'connections');

/** The figures that others are held beside: those of the active panel as published, also where it shows a change of them. */
export const subjectFigures = computed(() => (isOpen.value ? activePanel.value.published.value : null));

/** `Geregistreerde misdrijven per 1.000 inwoners, 2024, wijken`. */
export const subjectTitle = computed(() => {
  const [meant, current] = [indicator.value, shown.value];
  if (!meant || !current) return null;
  const period = formatPeriod(current.period, language.value);
  return [translate(meant.name), period, words.value.levels[current.level].many].join(', ');
});

/** Every other indicator as a whole that has figures on the level of the active panel. */
export const others = computed<readonly CatalogIndicator[]>(() => {
  const [meant, level] = [indicator.value, shown.value?.level];
  if (!meant || !level) return [];
  return indicators.value
    .filter(({ key }) => key !== meant.key)
    .filter((each) => levelsOf(each).includes(level));
});

/** Why the indicator of the active panel and another go together by their making; null where nothing is known of that. */
export function relationTo(other: CatalogIndicator): Relation | null {
  return indicator.value && relate(indicator.value, other, (address) => indicatorOf(address) ?? undefined);
}

/** Who live there, where that is known on the level of the active panel. */
export const population = computed(() => {
  const level = shown.value?.level;
  const found = findPopulation(indicators.value);
  return found && level && levelsOf(found).includes(level) ? found : null;
});

/** Whether areas count by their inhabitants; without those known, each counts as much. */
export const isWeighted = computed(() => view.value.weighting === 'inhabitants' && population.value !== null);

/** The other indicator of the scatter, where the link names one that has figures on the level. */
export const chosenOther = computed(() => {
  const [found, level] = [indicatorOf(view.value.other), shown.value?.level];
  return found && level && found.key !== indicator.value?.key && levelsOf(found).includes(level)
    ? found
    : null;
});
