import { computed, type ReadonlySignal } from '@preact/signals';
import { codeAtLevel, levelOfCode } from '../../geodata/area.ts';
import type { References } from '../../geodata/chance/comparison.ts';
import { isMapLevel } from '../../geodata/level.ts';
import { readArea, readSeries } from '../data/client.ts';
import type { ObservationRow } from '../data/contract.ts';
import { translate } from '../language/current.ts';
import { catalog } from './catalog.ts';
import type { Panel } from './panel.ts';
import type { Place } from './places.ts';
import { choosePoints } from './points.ts';
import { createResource } from './resource.ts';
import { view as link } from './view.ts';

/** A place that areas can be held against, as the link names it. */
export interface ReferenceChoice {
  readonly key: string;
  readonly code: string;
  readonly name: string;
}

/** A district or neighbourhood that the link names as the reference: its name has to be asked for. */
const named = createResource(
  computed(() => {
    const level = levelOfCode(link.value.reference);
    return level === 'district' || level === 'neighbourhood' ? link.value.reference : null;
  }),
  (code, abort) => readArea({ code }, abort),
);

/** The region, the country, each municipality, and the smaller area that the link names. */
export const choices = computed<readonly ReferenceChoice[]>(() => {
  const data = catalog.data.value;
  if (!data) return [];
  const area = named.data.value;
  const smaller = area ? [{ key: area.code, code: area.code, name: area.name }] : [];
  const region = { key: 'region', code: data.region.key, name: translate(data.region.name) };
  const country = data.country ? [{ key: 'country', code: data.country.code, name: data.country.name }] : [];
  const municipalities = data.municipalities.map(({ code, name }) => ({ key: code, code, name }));
  return [region, ...country, ...municipalities, ...smaller];
});

/** What areas are held against, on the map, in tables and on every page; the region where the link names nothing there is. */
export const reference = computed(
  () => choices.value.find(({ key }) => key === link.value.reference) ?? choices.value[0] ?? null,
);

/** The figure of the reference, and the count of events behind it where the figures are derived from one. */
export interface ReferenceFigure {
  readonly figure: ObservationRow;
  readonly count: number | null;
}

/** What a panel's figures are held against, as far as it has come. */
export interface PanelReference {
  /** null while it loads, or where the reference has no figure in the period on screen. */
  readonly figure: ReadonlySignal<ReferenceFigure | null>;
  readonly isLoading: ReadonlySignal<boolean>;
}

/** Fetches the figure of the reference for a panel, while that is needed. Another period asks nothing. */
export function createReference(
  { view, indicator, boundaryYear }: Pick<Panel, 'view' | 'indicator' | 'boundaryYear'>,
  isNeeded: ReadonlySignal<boolean>,
): PanelReference {
  const wanted = computed(() => {
    if (!isNeeded.value || !indicator.value || !reference.value) return null;
    const keys = [indicator.value.key, indicator.value.derive?.numerator ?? ''];
    return [link.value.carry ?? '', reference.value.code, ...keys].join(' ');
  });
  const series = createResource(wanted, async (key, abort) => {
    const [carry, code = '', figure = '', count = ''] = key.split(' ');
    const read = async (of: string) =>
      of
        ? (await readSeries({ indicator: of, areas: [code], carry: carry ? Number(carry) : null }, abort))
            .rows
        : [];
    const [figures, counts] = await Promise.all([read(figure), read(count)]);
    return { figures, counts };
  });
  const figure = computed<ReferenceFigure | null>(() => {
    const found = series.key.value === wanted.value ? series.data.value : null;
    if (!found) return null;
    const at = (rows: readonly ObservationRow[]) =>
      choosePoints(rows, boundaryYear.value).find(({ period }) => period === view.value?.period);
    const point = at(found.figures);
    return point ? { figure: point, count: at(found.counts)?.value ?? null } : null;
  });
  return { figure, isLoading: computed(() => series.key.value !== wanted.value) };
}

/**
 * The reference as the tests want it. What its events are counted over follows from its figure: figure = count ÷
 * exposure. Areas in it are part of it, so that they are held against the rest.
 */
export function refer({ figure, count }: ReferenceFigure, size: number, places: Iterable<Place>): References {
  const { value, lower, upper } = figure;
  const isPart = new Uint8Array(size).fill(holdsAll() ? 1 : 0);
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
  const key = reference.value?.key ?? '';
  const level = levelOfCode(key);
  return level !== null && isMapLevel(level) && codeAtLevel(code, level) === key;
}

/** Whether every area is part of the reference: only of a smaller one it matters which areas there are. */
export function holdsAll(): boolean {
  const key = reference.value?.key;
  return key === 'region' || key === 'country';
}
