import { computed } from '@preact/signals';
import { isInSpan, isPairSpan, type PairSpan, type PanelView } from '../../../geodata/link/view.ts';
import { sharedAnalysis } from '../../data/analysis/client.ts';
import { addressOfAreaList } from '../../data/client.ts';
import { readBlob } from '../../data/request.ts';
import { shownParts } from '../../state/catalog.ts';
import { view, viewParts } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { createResource } from '../../state/resource.ts';
import { readColumnBytes } from './search.ts';
import { chosenOther, isWeighted, population, subjectFigures } from './subject.ts';

const wanted = computed(() => {
  const [subject, other, level] = [subjectFigures.value, chosenOther.value, shownParts.level.value];
  if (!subject || !other || !level) return null;
  const people = isWeighted.value ? population.value : null;
  return { subject, other, level, people, method: viewParts.correlation.value };
});

const pair = createResource(wanted, async ({ subject, other, level, people, method }, abort) => {
  const [column, weights, areas] = await Promise.all([
    readColumnBytes(other, level, abort),
    people && readColumnBytes(people, level, abort),
    readBlob(addressOfAreaList(level, subject.boundaryYear), abort),
  ]);
  const input = { subject, other: column, weights, areas, method };
  const found = await sharedAnalysis().run('pair', input, { abort });
  return { found, codes: found?.codes.split('\n') ?? [], names: found?.names.split('\n') ?? [] };
});

/** Whether the two are still being put beside each other. */
export const isPairLoading = computed(() => !pair.isAnswered.value);

/** The two indicators of the scatter over the areas that have both; null while they load, and where no area has both. */
export const paired = computed(() => {
  const data = pair.current.value;
  if (!data?.found || data.found.x.length === 0) return null;
  return { ...data.found, codes: data.codes, names: data.names };
});

export type Paired = NonNullable<typeof paired.value>;

/** The rectangle that is brushed in the scatter; null without one. */
export const rectangle = computed<PairSpan | null>(() => {
  const brush = viewParts.brush.value;
  return brush && brush.panel === activePanel.value.index && isPairSpan(brush.of) ? brush.of : null;
});

/** The indexes of the areas in the rectangle; null where nothing is brushed. */
export const brushedIndexes = computed<readonly number[] | null>(() => {
  const [dots, span] = [paired.value, rectangle.value];
  if (!dots || !span) return null;
  const isIn = (index: number) =>
    isInSpan(dots.x[index] ?? Number.NaN, span.x) && isInSpan(dots.y[index] ?? Number.NaN, span.y);
  return dots.codes.flatMap((_, index) => (isIn(index) ? [index] : []));
});

/** The panels of the map, with both indicators of the scatter in the active one. */
export function panelsOfPair(): readonly PanelView[] {
  const { panels, active } = view.value;
  const pair = chosenOther.value?.key ?? null;
  const shows = 'figures';
  return panels.map((panel, index) =>
    index === active ? { ...panel, change: null, deviation: null, shows, pair } : panel,
  );
}
