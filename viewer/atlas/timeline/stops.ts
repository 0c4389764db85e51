import { computed } from '@preact/signals';
import type { ColumnData } from '../../../geodata/columns/column.ts';
import { periodsOf } from '../../../geodata/link/resolve.ts';
import { comparePeriods } from '../../../geodata/period.ts';
import { unitOf } from '../../../geodata/period-axis.ts';
import { catalog } from '../../state/catalog.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { createSlots, type Slot } from './axis.ts';

/** The axis of the active panel: every period of its unit that the catalog spans. */
export const slots = computed<readonly Slot[]>(() =>
  createSlots(unit.value, everyPeriod.value, new Set(filled.value.split(' '))),
);

/** Of the active panel's period; and the periods with figures of that unit, as one text, which stays the same from one to another. */
const unit = computed(() => unitOf(activePanel.value.view.value?.period ?? ''));
const filled = computed(() => listFilled(activePanel.value).join(' '));

const everyPeriod = computed(
  () => new Set(catalog.data.value?.indicators.flatMap(({ periods }) => periods.map(({ period }) => period))),
);

/** The periods that a panel can go to: of its unit, with figures; of a change, those on its side of the other period. */
export function stopsOf(panel: Panel): string[] {
  const { period, change } = panel.view.value ?? {};
  const stops = listFilled(panel);
  return change && period ? stops.filter((stop) => isBeside(stop, period, change.from)) : stops;
}

/** The periods that a change can be held against. */
export function fromStopsOf(panel: Panel): string[] {
  const { period, change } = panel.view.value ?? {};
  return change && period ? listFilled(panel).filter((stop) => isBeside(stop, change.from, period)) : [];
}

/** Whether a stop lies on the same side of a limit as a period. */
function isBeside(stop: string, period: string, limit: string): boolean {
  return Math.sign(comparePeriods(stop, limit)) === Math.sign(comparePeriods(period, limit));
}

/** Periods of the panel's unit in which its level has a value; while its column loads, those in which any level may. */
function listFilled(panel: Panel): string[] {
  const [indicator, column] = [panel.indicator.value, panel.column.value];
  const unit = unitOf(panel.view.value?.period ?? '');
  const ofUnit = indicator ? periodsOf(indicator).filter((period) => unitOf(period) === unit) : [];
  const filled = column && filledPeriods(column);
  return filled ? ofUnit.filter((period) => filled.has(period)) : ofUnit;
}

const known = new WeakMap<ColumnData, ReadonlySet<string>>();

function filledPeriods(column: ColumnData): ReadonlySet<string> {
  const filled = known.get(column) ?? findFilled(column);
  known.set(column, filled);
  return filled;
}

function findFilled({ periods }: ColumnData): ReadonlySet<string> {
  const filled = periods.filter(({ values }) => values.some((value) => !Number.isNaN(value)));
  return new Set(filled.map(({ period }) => period));
}
