import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ColumnData, ColumnPeriod } from '../../geodata/column.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import { createCarriedColumn } from './carried-column.ts';
import { boundaryYearOf, indicatorOf, shown } from './catalog.ts';
import { createChange, type PanelChange } from './change.ts';
import { createClusters, type PanelClusters } from './clusters.ts';
import { columnKey, createColumnResource, findPeriod } from './column.ts';
import { createComparison, type PanelComparison } from './comparison.ts';
import { createDeviation, type PanelDeviation } from './deviation.ts';
import { createPair, type PanelPair } from './pair.ts';
import { createPlaces, type PanelPlaces } from './places.ts';
import type { ResolvedPanel } from './resolve.ts';
import { view as link } from './view.ts';

/** Under way from the period on screen to another: how far, 0 to 1. */
export interface Motion {
  readonly period: string;
  readonly share: number;
}

/** One panel of the map: what it shows, as far as it has come. */
export interface Panel {
  /** From 0. */
  readonly place: number;
  /** null: there is no such panel now. */
  readonly view: ReadonlySignal<ResolvedPanel | null>;
  readonly indicator: ReadonlySignal<CatalogIndicator | null>;
  readonly boundaryYear: ReadonlySignal<number | null>;
  /** Every figure of the indicator and level; null while another column still loads. */
  readonly column: ReadonlySignal<ColumnData | null>;
  /** Place of the period and boundary year in the column; -1 where it has none. */
  readonly periodIndex: ReadonlySignal<number>;
  /** The figures of the period, by area index: as published, or carried to the boundary year that is wished. */
  readonly published: ReadonlySignal<ColumnPeriod | null>;
  /** The difference from another period, where the panel shows that. */
  readonly change: PanelChange;
  /** The areas held against the reference, where that is asked for. */
  readonly comparison: PanelComparison;
  readonly deviation: PanelDeviation;
  /** Where neighbouring areas are alike or unlike in the figures, where the panel shows that. */
  readonly clusters: PanelClusters;
  /** A second indicator on the same map. */
  readonly pair: PanelPair;
  /** What the panel shows, by area index: the figures as published, their change, or how far they lie from the reference. */
  readonly figures: ReadonlySignal<ColumnPeriod | null>;
  readonly places: PanelPlaces;
  /** Set while the slider of time moves or plays; no part of a link. */
  readonly motion: Signal<Motion | null>;
}

/** The panel at a place of the link; `view` where it shows something else than the link says of that place. */
export function createPanel(
  place: number,
  view: Panel['view'] = computed(() => shown.value?.panels[place] ?? null),
): Panel {
  const indicator = computed(() => indicatorOf(view.value?.indicator));
  const boundaryYear = computed(() => (view.value ? boundaryYearOf(view.value) : null));
  const column = createColumn(view);
  const periodIndex = computed(() => findPeriod(column.value, view.value?.period, boundaryYear.value));
  const published = computed(() => column.value?.periods[periodIndex.value] ?? null);
  const change = createChange({ view, indicator, boundaryYear, column, published });
  const clusters = createClusters(place, view, published);
  const pair = createPair(view, indicator, published);
  const places = createPlaces(view, boundaryYear);
  const comparison = createComparison(
    { view, indicator, boundaryYear, column, published, places },
    computed(() => isListed(place) || view.value?.deviation != null),
  );
  const deviation = createDeviation({ view, published }, comparison);
  const figures = computed(() => {
    if (view.value?.change) return change.figures.value;
    return view.value?.deviation ? deviation.figures.value : published.value;
  });
  const motion = signal<Motion | null>(null);
  return {
    place,
    view,
    indicator,
    boundaryYear,
    column,
    periodIndex,
    published,
    change,
    comparison,
    deviation,
    clusters,
    pair,
    figures,
    places,
    motion,
  };
}

/** The page of what differs asks it of figures that the map shows as they are. */
function isListed(place: number): boolean {
  return link.value.page === 'differences' && link.value.active === place;
}

function createColumn(view: ReadonlySignal<ResolvedPanel | null>): ReadonlySignal<ColumnData | null> {
  const wanted = computed(() => {
    const { indicator, level } = view.value ?? {};
    return level ? columnKey(indicatorOf(indicator), level) : null;
  });
  const carry = computed(() => shown.value?.carry ?? null);
  const resource = createColumnResource(wanted);
  const carried = createCarriedColumn(wanted, carry);
  return computed(() => {
    if (carry.value !== null) return carried.value;
    return resource.key.value === wanted.value ? resource.data.value : null;
  });
}
