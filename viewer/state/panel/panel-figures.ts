import { computed, type ReadonlySignal } from '@preact/signals';
import { type ColumnData, type ColumnPeriod, findPeriod } from '../../../geodata/columns/column.ts';
import type { ResolvedPanel } from '../../../geodata/link/resolve.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { boundaryYearOf, indicatorOf, shown } from '../catalog.ts';
import { createCarriedColumn } from './carried-column.ts';
import { columnKey, createColumnResource } from './column.ts';
import { createPanelAreas, type PanelAreas } from './panel-areas.ts';

/** The figures of one view, as they were published, with the areas that they are of. */
export interface PanelFigures {
  /** null: there is no such panel now. */
  readonly view: ReadonlySignal<ResolvedPanel | null>;
  readonly indicator: ReadonlySignal<CatalogIndicator | null>;
  readonly boundaryYear: ReadonlySignal<number | null>;
  /** Every figure of the indicator and level; null while another column still loads. */
  readonly column: ReadonlySignal<ColumnData | null>;
  /** Index of the period and boundary year in the column; -1 where it has none. */
  readonly periodIndex: ReadonlySignal<number>;
  /** The figures of the period, by area index: as published, or carried to the boundary year that is wished. */
  readonly published: ReadonlySignal<ColumnPeriod | null>;
  readonly areas: PanelAreas;
}

/** Areas are fetched while something on screen needs them all, or while `areAreasNeeded` says so. */
export function createPanelFigures(
  view: PanelFigures['view'],
  areAreasNeeded?: ReadonlySignal<boolean>,
): PanelFigures {
  const indicator = computed(() => indicatorOf(view.value?.indicator));
  const boundaryYear = computed(() => (view.value ? boundaryYearOf(view.value) : null));
  const column = createColumn(view);
  const periodIndex = computed(() => findPeriod(column.value, view.value?.period, boundaryYear.value));
  const published = computed(() => column.value?.periods[periodIndex.value] ?? null);
  const areas = createPanelAreas(view, boundaryYear, areAreasNeeded);
  return { view, indicator, boundaryYear, column, periodIndex, published, areas };
}

function createColumn(view: PanelFigures['view']): PanelFigures['column'] {
  const wanted = computed(() => {
    const { indicator, level } = view.value ?? {};
    return level ? columnKey(indicatorOf(indicator), level) : null;
  });
  const carry = computed(() => shown.value?.carry ?? null);
  const own = createColumnResource(wanted).current;
  const carried = createCarriedColumn(wanted, carry);
  return computed(() => (carry.value === null ? own.value : carried.value));
}
