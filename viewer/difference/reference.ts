import { computed } from '@preact/signals';
import { municipalityOfCode } from '../../geodata/area.ts';
import type { References } from '../../geodata/chance/comparison.ts';
import { readSeries } from '../data/client.ts';
import type { ObservationRow } from '../data/contract.ts';
import { translate } from '../language/current.ts';
import { choosePoints } from '../state/benchmarks.ts';
import { boundaryYear, catalog, indicator, shown } from '../state/catalog.ts';
import type { Place } from '../state/places.ts';
import { createResource } from '../state/resource.ts';
import { view } from '../state/view.ts';

/** A place that areas can be held against, as the link names it. */
export interface ReferenceChoice {
  readonly key: string;
  readonly code: string;
  readonly name: string;
}

/** The region, the country and each municipality. */
export const choices = computed<readonly ReferenceChoice[]>(() => {
  const data = catalog.data.value;
  if (!data) return [];
  const region = { key: 'region', code: data.region.key, name: translate(data.region.name) };
  const country = data.country ? [{ key: 'country', code: data.country.code, name: data.country.name }] : [];
  return [region, ...country, ...data.municipalities.map(({ code, name }) => ({ key: code, code, name }))];
});

/** What areas are held against; the region where the link names something else. */
export const reference = computed(
  () => choices.value.find(({ key }) => key === view.value.reference) ?? choices.value[0] ?? null,
);

/** The figure of the reference, and the count of events behind it where the figures are derived from one. */
export interface ReferenceFigure {
  readonly figure: ObservationRow;
  readonly count: number | null;
}

const wanted = computed(() => {
  if (view.value.page !== 'differences' || !indicator.value || !reference.value) return null;
  const keys = [indicator.value.key, indicator.value.derive?.numerator ?? ''];
  return [view.value.carry ?? '', reference.value.code, ...keys].join(' ');
});

const series = createResource(wanted, async (key, abort) => {
  const [carry, code = '', figure = '', count = ''] = key.split(' ');
  const read = async (of: string) =>
    of
      ? (await readSeries({ indicator: of, areas: [code], carry: carry ? Number(carry) : null }, abort)).rows
      : [];
  const [figures, counts] = await Promise.all([read(figure), read(count)]);
  return { figures, counts };
});

/** null while it loads, or where the reference has no figure in the period on screen. */
export const referenceFigure = computed<ReferenceFigure | null>(() => {
  const found = series.key.value === wanted.value ? series.data.value : null;
  if (!found) return null;
  const at = (rows: readonly ObservationRow[]) =>
    choosePoints([...rows], boundaryYear.value).find(({ period }) => period === shown.value?.period);
  const figure = at(found.figures);
  return figure ? { figure, count: at(found.counts)?.value ?? null } : null;
});

/** Whether the figure of the reference is still on its way. */
export const isReferenceLoading = computed(() => series.key.value !== wanted.value);

/**
 * The reference as the tests want it. What its events are counted over follows from its figure: figure = count ÷
 * exposure. Areas in it are part of it, so that they are held against the rest.
 */
export function refer({ figure, count }: ReferenceFigure, size: number, places: Iterable<Place>): References {
  const { value, lower, upper } = figure;
  const isPart = new Uint8Array(size);
  for (const { code, index } of places) if (liesIn(code)) isPart[index] = 1;
  return {
    values: Float64Array.of(value ?? Number.NaN),
    ...(lower !== null && upper !== null && { lower: Float64Array.of(lower), upper: Float64Array.of(upper) }),
    ...(count !== null &&
      value && { counts: { counts: Float64Array.of(count), exposures: Float64Array.of(count / value) } }),
    referenceOf: new Int32Array(size),
    isPart,
  };
}

function liesIn(code: string): boolean {
  const key = reference.value?.key;
  return key === 'region' || key === 'country' || municipalityOfCode(code) === key;
}
