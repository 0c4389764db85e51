import { computed } from '@preact/signals';
import { classify, countClasses } from '../../geodata/classify.ts';
import { type Absence, absences } from '../../geodata/fill.ts';
import { statuses } from '../../geodata/observation.ts';
import { schemeColours, schemeFor } from '../../geodata/scheme.ts';
import { appearance } from './appearance.ts';
import { indicator, shown } from './catalog.ts';
import { currentColumn, figures } from './figures.ts';

/** The classes: over all periods, or over the one on screen. */
export const classification = computed(() => {
  const [current, view] = [currentColumn.value, shown.value];
  if (!current || !view || !indicator.value) return { breaks: [], range: null };
  const periods = view.scale === 'period' ? [figures.value].filter((each) => each !== null) : current.periods;
  const request = {
    method: view.classes.method,
    classes: view.classes.count,
    decimals: indicator.value.decimals,
  };
  return classify(
    periods.map(({ values }) => values),
    request,
  );
});

/** Colours of the classes, lowest first. */
export const colours = computed(() => {
  const { breaks, range } = classification.value;
  const scheme = schemeFor(indicator.value?.polarity ?? 'neutral', 'sequential');
  return range ? schemeColours(scheme, breaks.length + 1, appearance.value) : [];
});

/** How many areas fall in each class in the period on screen. */
export const classCounts = computed(() =>
  figures.value ? countClasses(figures.value.values, classification.value) : [],
);

/** How many areas have no figure in the period on screen, by reason. */
export const absenceCounts = computed(() => {
  const counts = new Map<Absence, number>(absences.map((absence) => [absence, 0]));
  for (const code of figures.value?.statuses ?? []) {
    const absence = absences.find((each) => each === statuses[code]);
    if (absence) counts.set(absence, (counts.get(absence) ?? 0) + 1);
  }
  return counts;
});
