import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import { levelsOf, periodsOf, type ResolvedPanel, type ResolvedView } from '../../../geodata/link/resolve.ts';
import { type Arrangement, type PanelView, panelCounts, type View } from '../../../geodata/link/view.ts';
import { parsePeriod } from '../../../geodata/period.ts';
import type { CatalogIndicator } from '../../data/contract.ts';

/** The periods of a panel's indicator that are of the same kind as its own, in order of time. */
export function comparablePeriods({ period }: ResolvedPanel, indicator: CatalogIndicator): string[] {
  const unit = parsePeriod(period)?.unit;
  return periodsOf(indicator).filter((other) => parsePeriod(other)?.unit === unit);
}

/**
 * The view in another arrangement. Panels that there are stay; from one panel on, the others show the periods before its
 * own, so that time runs from left to right; going back to one keeps the active panel.
 */
export function arrange(
  view: ResolvedView,
  indicator: CatalogIndicator,
  arrangement: Arrangement,
): Partial<View> {
  const count = panelCounts[arrangement];
  const active = view.panels[view.active] ?? view;
  const keepsCameras = arrangement === '2' && view.secondCamera !== null;
  const more = { arrangement, brush: null, ...(keepsCameras ? {} : { secondCamera: null }) };
  if (count === 1) return { ...more, panels: [active], active: 0 };
  if (view.panels.length === 1) {
    const panels = leadUp(active, comparablePeriods(active, indicator), count);
    return { ...more, panels, active: panels.length - 1 };
  }
  const kept = view.panels.slice(0, count);
  const panels = Array.from({ length: count }, (_, index) => kept[index] ?? active);
  return { ...more, panels, active: Math.min(view.active, count - 1) };
}

/** As many panels as asked for, with the periods that lead up to a panel's own; the first ones repeat where there are too few. */
function leadUp(panel: ResolvedPanel, periods: readonly string[], count: number): PanelView[] {
  const last = Math.max(periods.indexOf(panel.period), Math.min(count, periods.length) - 1);
  return Array.from({ length: count }, (_, index) => {
    const period = periods[Math.max(0, last - (count - 1 - index))] ?? panel.period;
    return period === panel.period ? panel : { ...panel, period, boundaryYear: null };
  });
}

/** Two panels of one indicator in two periods. */
export function pairPeriods(view: ResolvedView, from: string, to: string): Partial<View> {
  const panel: PanelView = { ...(view.panels[view.active] ?? view), boundaryYear: null, change: null };
  const panels = [from, to].map((period) => ({ ...panel, period }));
  return { arrangement: pairArrangement(view), panels, active: 1, secondCamera: null, brush: null };
}

/** Two panels of two indicators in one period: beside the indicator the next one that has the level and period. */
export function pairIndicators(
  view: ResolvedView,
  indicators: readonly CatalogIndicator[],
): Partial<View> | null {
  const panel: PanelView = { ...(view.panels[view.active] ?? view), change: null };
  const fits = (other: CatalogIndicator) =>
    other.key !== panel.indicator && levelsOf(other).includes(panel.level) && !growsWithArea(other);
  const index = indicators.findIndex(({ key }) => key === panel.indicator);
  const others = [...indicators.slice(index + 1), ...indicators.slice(0, index)].filter(fits);
  const other = others.find((each) => periodsOf(each).includes(panel.period ?? '')) ?? others[0];
  if (!other) return null;
  const second = { ...panel, indicator: other.key, boundaryYear: null, scheme: null };
  return {
    arrangement: pairArrangement(view),
    panels: [panel, second],
    active: 1,
    secondCamera: null,
    brush: null,
  };
}

/**
 * The indicators that a panel's can share a map with: those with figures on its level, counts last, as those grow with the
 * area. The one that was drawn against it leads.
 */
export function listPartners(
  { indicator, level, other }: ResolvedView,
  indicators: readonly CatalogIndicator[],
): CatalogIndicator[] {
  const weigh = (each: CatalogIndicator) => (each.key === other ? -1 : Number(growsWithArea(each)));
  return indicators
    .filter((each) => each.key !== indicator && levelsOf(each).includes(level))
    .sort((a, b) => weigh(a) - weigh(b));
}

/** Over each other when the map is swiped already. */
function pairArrangement({ arrangement }: View): Arrangement {
  return arrangement === 'swipe' ? 'swipe' : '2';
}
