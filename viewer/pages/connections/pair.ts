import { computed } from '@preact/signals';
import { isInSpan, isPairSpan, type PairSpan } from '../../../geodata/link/view.ts';
import { sharedAnalysis } from '../../data/analysis/client.ts';
import { addressOfPlaces } from '../../data/client.ts';
import { RequestFailure, readBlob } from '../../data/request.ts';
import { indicator, shown } from '../../state/catalog.ts';
import { view } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { createResource } from '../../state/resource.ts';
import { readColumnBytes } from './search.ts';
import { chosenOther, isWeighted, population, subjectFigures } from './subject.ts';

const wanted = computed(() => {
  const [figures, meant, other, current] = [
    subjectFigures.value,
    indicator.value,
    chosenOther.value,
    shown.value,
  ];
  if (!figures || !meant || !other || !current) return null;
  const { correlation, carry } = view.value;
  const { period, boundaryYear } = figures;
  const subject = [meant.key, current.level, period, boundaryYear, carry, meant.columns[current.level]?.hash];
  return JSON.stringify([
    ...subject,
    other.key,
    other.columns[current.level]?.hash,
    correlation,
    isWeighted.value,
  ]);
});

const pair = createResource(wanted, async (_key, abort) => {
  const [subject, level, other] = [subjectFigures.peek(), shown.peek()?.level, chosenOther.peek()];
  if (!subject || !level || !other) throw new RequestFailure('failed', 'the figures on screen are gone');
  const people = isWeighted.peek() ? population.peek() : null;
  const [column, weights, areas] = await Promise.all([
    readColumnBytes(other, level, abort),
    people && readColumnBytes(people, level, abort),
    readBlob(addressOfPlaces(level, subject.boundaryYear), abort),
  ]);
  const input = { subject, other: column, weights, areas, method: view.peek().correlation };
  const found = await sharedAnalysis().run('pair', input, { abort });
  return { found, codes: found?.codes.split('\n') ?? [], names: found?.names.split('\n') ?? [] };
});

/** Whether the two are still being put beside each other. */
export const isPairLoading = computed(() => pair.key.value !== wanted.value);

/** The two indicators of the scatter over the areas that have both; null while they load, and where no area has both. */
export const paired = computed(() => {
  const data = isPairLoading.value ? null : pair.data.value;
  if (!data?.found || data.found.x.length === 0) return null;
  return { ...data.found, codes: data.codes, names: data.names };
});

export type Paired = NonNullable<typeof paired.value>;

/** The rectangle that is brushed in the scatter; null without one. */
export const rectangle = computed<PairSpan | null>(() => {
  const { brush } = view.value;
  return brush && brush.panel === activePanel.value.place && isPairSpan(brush.of) ? brush.of : null;
});

/** The places of the areas in the rectangle; null where nothing is brushed. */
export const brushedPlaces = computed<readonly number[] | null>(() => {
  const [dots, span] = [paired.value, rectangle.value];
  if (!dots || !span) return null;
  const isIn = (place: number) =>
    isInSpan(dots.x[place] ?? Number.NaN, span.x) && isInSpan(dots.y[place] ?? Number.NaN, span.y);
  return dots.codes.flatMap((_, place) => (isIn(place) ? [place] : []));
});
