import { type Entry, findEntry } from '../catalog.ts';
import { growsWithArea } from '../comparing/comparability.ts';
import type { Definitions } from '../dimension.ts';
import { isMapLevel, type MapLevel, mapLevels } from '../level.ts';
import { comparePeriods, parsePeriod } from '../period.ts';
import type { PanelView, View } from './view.ts';

/** An indicator of a catalog, as far as it decides on what a view shows; its periods are those of the map. */
export interface ShownIndicator extends Entry {
  readonly periods: readonly { readonly period: string; readonly boundaryYear: number }[];
  readonly columns: { readonly [level in MapLevel]?: unknown };
}

/** A catalog, as far as it decides on what a view shows. */
export interface ShownCatalog<Of extends ShownIndicator = ShownIndicator> extends Definitions<Of> {
  readonly themes: readonly { readonly key: string }[];
  readonly boundaryYears: readonly { readonly year: number }[];
}

/** A part of the view that the catalog does not have, and was replaced. */
export interface Adjustment {
  readonly parameter:
    | 'indicator'
    | 'level'
    | 'period'
    | 'boundaries'
    | 'change'
    | 'deviation'
    | 'pair'
    | 'carry';
  readonly value: string;
  readonly reason: 'gone';
}

/** A panel in which the catalog has everything that is named. */
export interface ResolvedPanel extends PanelView {
  readonly indicator: string;
  readonly period: string;
}

/** A view in which the catalog has everything that is named. What the active panel shows stands beside the panels. */
export interface ResolvedView extends View, ResolvedPanel {
  readonly panels: readonly ResolvedPanel[];
}

/**
 * Fills in what the view leaves open and replaces what the catalog does not have by what comes nearest, telling each
 * replacement. null where the catalog has nothing to show.
 */
export function resolveView(
  view: View,
  catalog: ShownCatalog,
): { view: ResolvedView; adjustments: Adjustment[] } | null {
  const adjustments: Adjustment[] = [];
  const panels = view.panels.flatMap((panel) => resolvePanel(panel, catalog, adjustments) ?? []);
  const active = panels[view.active] ?? panels[0];
  if (!active) return null;
  const years = catalog.boundaryYears.map(({ year }) => year);
  const carry = view.carry !== null && years.includes(view.carry) ? view.carry : null;
  if (carry !== view.carry)
    adjustments.push({ parameter: 'carry', value: String(view.carry), reason: 'gone' });
  return { view: { ...view, ...active, panels, carry }, adjustments };
}

function resolvePanel(
  panel: PanelView,
  catalog: ShownCatalog,
  adjustments: Adjustment[],
): ResolvedPanel | null {
  const tell = (parameter: Adjustment['parameter'], value: string | number | null, kept: boolean): void => {
    if (value !== null && !kept) adjustments.push({ parameter, value: String(value), reason: 'gone' });
  };
  const showable = orderIndicators(catalog).filter(isShowable);
  const entry = panel.indicator === null ? undefined : findEntry(catalog, panel.indicator);
  const named = entry && isShowable(entry) ? entry : undefined;
  const indicator = named ?? firstIndicator(showable);
  if (!indicator) return null;
  tell('indicator', panel.indicator, named !== undefined);
  const level = nearestLevel(indicator, panel.level);
  tell('level', panel.level, level === panel.level);
  const period = lastPeriodUntil(indicator, panel.period);
  tell('period', panel.period, period === panel.period);
  const years = boundaryYearsOf(indicator, period);
  const hasYear = panel.boundaryYear !== null && years.includes(panel.boundaryYear);
  tell('boundaries', panel.boundaryYear, hasYear);
  const boundaryYear = hasYear && panel.boundaryYear !== years[0] ? panel.boundaryYear : null;
  const change = resolveChange(panel, indicator, period);
  tell('change', panel.change?.from ?? null, change?.from === panel.change?.from);
  // A map shows one difference: since a period, or from the reference. A count grows with its area: it deviates from nothing.
  const deviation = change || growsWithArea(indicator) ? null : panel.deviation;
  tell('deviation', panel.deviation, deviation === panel.deviation);
  const kinds = change || deviation ? plain : resolveKinds(panel, indicator, level, catalog);
  tell('pair', panel.pair, kinds.pair === panel.pair);
  return { ...panel, indicator: indicator.key, level, period, boundaryYear, change, deviation, ...kinds };
}

const plain = { shows: 'figures', pair: null } as const;

/** A second indicator where it has figures on the level, or clusters. */
function resolveKinds(
  { pair, shows }: PanelView,
  { key }: ShownIndicator,
  level: MapLevel,
  catalog: ShownCatalog,
): Pick<PanelView, 'shows' | 'pair'> {
  const other = pair === null ? undefined : findEntry(catalog, pair);
  const hasOther = other !== undefined && other.key !== key && levelsOf(other).includes(level);
  return hasOther ? { shows: 'figures', pair } : { shows, pair: null };
}

/** A change from another period; from the nearest there is, where that one is not there or is the period itself. */
function resolveChange(
  { change }: PanelView,
  indicator: ShownIndicator,
  period: string,
): PanelView['change'] {
  if (!change) return null;
  const others = periodsOf(indicator).filter(
    (other) => other !== period && parsePeriod(other)?.unit === parsePeriod(period)?.unit,
  );
  if (others.includes(change.from)) return change;
  const before = others.filter((other) => comparePeriods(other, change.from) <= 0);
  const from = before.at(-1) ?? others[0];
  return from === undefined ? null : { ...change, from };
}

/** Levels of the map that the indicator has figures for. */
export function levelsOf(indicator: ShownIndicator): MapLevel[] {
  return mapLevels.filter((level) => indicator.columns[level] !== undefined);
}

/** The indicator's periods in order of time, each once; put in order once. */
export function periodsOf(indicator: ShownIndicator): readonly string[] {
  const known = orderedPeriods.get(indicator);
  if (known) return known;
  const periods = [...new Set(indicator.periods.map(({ period }) => period))].sort(comparePeriods);
  orderedPeriods.set(indicator, periods);
  return periods;
}

const orderedPeriods = new WeakMap<ShownIndicator, readonly string[]>();

/** The divisions that a period has figures for, the newest first. */
export function boundaryYearsOf(indicator: ShownIndicator, period: string): number[] {
  const entries = indicator.periods.filter((entry) => entry.period === period);
  return entries.map(({ boundaryYear }) => boundaryYear).sort((a, b) => b - a);
}

/** The boundary year of a panel: the one that figures are carried to, or the one chosen, or the newest that has the period. */
export function drawnYear(
  { carry }: Pick<View, 'carry'>,
  { period, boundaryYear }: ResolvedPanel,
  indicator: ShownIndicator | null | undefined,
): number | null {
  return carry ?? boundaryYear ?? (indicator && boundaryYearsOf(indicator, period)[0]) ?? null;
}

/** The indicators as the tree shows them: by theme, in the catalog's order; put in order once. */
export function orderIndicators<Of extends ShownIndicator>(catalog: ShownCatalog<Of>): readonly Of[] {
  const known = orderedIndicators.get(catalog);
  if (known) return known as readonly Of[];
  const orders = new Map(catalog.themes.map(({ key }, index) => [key, index]));
  const orderOf = ({ theme }: Of): number => orders.get(theme) ?? orders.size;
  const indicators = [...catalog.indicators].sort((a, b) => orderOf(a) - orderOf(b));
  orderedIndicators.set(catalog, indicators);
  return indicators;
}

const orderedIndicators = new WeakMap<object, readonly unknown[]>();

function isShowable(indicator: ShownIndicator): boolean {
  return levelsOf(indicator).length > 0 && indicator.periods.length > 0;
}

/** A relative figure first, since areas of unequal size make a map of counts mislead; of those the longest series. */
function firstIndicator(indicators: readonly ShownIndicator[]): ShownIndicator | undefined {
  const weigh = (indicator: ShownIndicator): number =>
    (indicator.kind === 'count' || indicator.kind === 'amount' ? 0 : 1000) + periodsOf(indicator).length;
  return [...indicators].sort((a, b) => weigh(b) - weigh(a))[0];
}

/** The level itself, or else the finest that the indicator has. */
function nearestLevel(indicator: ShownIndicator, wished: MapLevel): MapLevel {
  const available = levelsOf(indicator).filter(isMapLevel);
  return available.includes(wished) ? wished : (available.at(-1) ?? wished);
}

/** The period itself, or else the last one before it, or else the first; without a wish the newest. */
function lastPeriodUntil(indicator: ShownIndicator, wished: string | null): string {
  const periods = periodsOf(indicator);
  const upTo = wished === null ? periods : periods.filter((period) => comparePeriods(period, wished) <= 0);
  return upTo.at(-1) ?? periods[0] ?? '';
}
