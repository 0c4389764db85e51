import type { Hierarchy } from '../derivation/hierarchy.ts';
import type { Observation } from '../observation.ts';
import { type AreaLink, arrangeAreaAxis, nameNode } from './area-axis.ts';
import { arrangeAxis } from './axis.ts';
import {
  cellAt,
  cellStates,
  createLinkedTable,
  type LinkedTable,
  scaleOf,
  suppress,
} from './linked-table.ts';
import { arrangePeriodAxis, groupPeriods } from './period-axis.ts';
import { type Circumstances, findReason } from './primary.ts';
import { type DisclosureRule, roundToBase, type SuppressionReason } from './rule.ts';
import { protectCells } from './secondary.ts';

const examplesNamed = 3;

/** What makes a figure one and the same: indicator or item, boundary year, period and area. */
export type CellKey = string;

/** The key of a figure's cell: alike for a published, an aggregated and a derived figure of the same. */
export function keyOf({
  indicator,
  boundaryYear,
  period,
  area,
}: Pick<Observation, 'indicator' | 'boundaryYear' | 'period' | 'area'>): CellKey {
  return `${indicator} ${boundaryYear} ${period} ${area}`;
}

/** An indicator that a rule is set on, with its items: figures that add up to each other. */
export interface LinkedIndicator {
  /** Addresses: those of items, groups and the indicator itself. */
  readonly addresses: readonly string[];
  /** The address that a group or item is a part of; null for the indicator itself. */
  readonly wholeOf: (address: string) => string | null;
  readonly rule: DisclosureRule;
  readonly isCount: boolean;
}

/** What is known of the figures beside them. */
export interface Surroundings {
  readonly hierarchies: ReadonlyMap<number, Hierarchy>;
  readonly links: readonly AreaLink[];
  readonly look: (figure: Observation) => Circumstances;
  /** Whether an earlier release has shown this very figure. */
  readonly wasShown: (figure: Observation) => boolean;
  /** Why an earlier release suppresses it, by the same rule and of the same value; null where none does. */
  readonly toldBefore: (figure: Observation) => SuppressionReason | null;
}

/** How many figures are suppressed for what reason, and which of them that does not hide. */
export interface ProtectionCount {
  readonly reasons: Readonly<Record<SuppressionReason, number>>;
  readonly rounded: number;
  /** Figures that are suppressed and were shown by an earlier release. */
  readonly shownEarlier: number;
  /** Figures that whoever kept an earlier release can recompute, though it did not show them. */
  readonly byEarlier: number;
  /** Figures that can be bounded more closely than the rule wants. */
  readonly byRule: number;
  /** Figures that the source itself suppresses: those stay as they are. */
  readonly bySource: number;
  /** The first of those that do not stay unknown to whoever kept an earlier release, or to anybody. */
  readonly examples: readonly CellKey[];
}

/** Figures of a linked indicator as they may be shown: each row of a suppressed cell without its value, the others rounded. */
export interface Protection {
  readonly reasons: ReadonlyMap<CellKey, SuppressionReason>;
  readonly count: ProtectionCount;
}

/**
 * Decides which figures of a linked indicator are suppressed. `figures` are the true ones, one a cell: those that would be shown
 * without a rule. Figures without a value stay as they are: what a source withholds is withheld.
 */
export function protectLinkedIndicator(
  linked: LinkedIndicator,
  figures: readonly Observation[],
  surroundings: Surroundings,
): Protection {
  const reasons = new Map<CellKey, SuppressionReason>();
  const total = { reasons: { 'few-people': 0, dominance: 0, 'small-count': 0, secondary: 0 }, rounded: 0 };
  const bySource = figures.filter(({ status }) => status === 'suppressed').length;
  const examples: CellKey[] = [];
  const counts = { ...total, shownEarlier: 0, byEarlier: 0, byRule: 0, bySource, examples };
  const groups = groupPeriods(new Set(figures.map(({ period }) => period)));
  const groupOf = new Map(groups.flatMap((group, index) => group.map((period) => [period, index] as const)));
  const parted: Observation[][] = groups.map(() => []);
  for (const figure of figures) parted[groupOf.get(figure.period) ?? 0]?.push(figure);
  for (const [index, group] of groups.entries()) {
    const own = parted[index] ?? [];
    const { table, cellOf } = fillTable(linked, own, group, surroundings);
    const { byEarlier, byRule } = protectCells(table);
    counts.byEarlier += byEarlier.length;
    counts.byRule += byRule.length;
    const known = new Set([...byEarlier, ...byRule]);
    for (const figure of own) {
      const cell = cellOf(figure);
      const reason = table.reasons[cell];
      if (figure.value === null || !reason) continue;
      reasons.set(keyOf(figure), reason);
      counts.reasons[reason] += 1;
      if (table.wasShown[cell]) counts.shownEarlier += 1;
      if ((table.wasShown[cell] || known.has(cell)) && examples.length < examplesNamed)
        examples.push(keyOf(figure));
    }
  }
  if (linked.rule.rounding !== null)
    counts.rounded = figures.filter((figure) => figure.value !== null && !reasons.has(keyOf(figure))).length;
  return { reasons, count: counts };
}

/** The linked table of a group of periods, with what is suppressed for itself or was suppressed before. */
export function fillTable(
  { addresses, wholeOf, rule, isCount }: LinkedIndicator,
  figures: readonly Observation[],
  periods: readonly string[],
  { hierarchies, links, look, wasShown, toldBefore }: Surroundings,
): { table: LinkedTable; cellOf: (figure: Observation) => number } {
  const areas = new Map<number, Set<string>>();
  const present = new Set<string>();
  for (const { boundaryYear, area, indicator } of figures) {
    areas.set(boundaryYear, (areas.get(boundaryYear) ?? new Set()).add(area));
    present.add(indicator);
  }
  const areaAxis = arrangeAreaAxis(areas, hierarchies, links);
  const items = arrangeAxis(
    addresses.filter((address) => present.has(address)),
    (address) => listWholes(address, wholeOf),
  );
  const table = createLinkedTable([areaAxis, items, arrangePeriodAxis(periods)], rule, isCount);
  const [areaPlaces, itemPlaces, periodPlaces] = table.axes.map(
    ({ nodes }) => new Map(nodes.map((node, index) => [node, index])),
  );
  const cellOf = ({ indicator, boundaryYear, area, period }: Observation) =>
    cellAt(
      table,
      areaPlaces?.get(nameNode(boundaryYear, area)) ?? 0,
      itemPlaces?.get(indicator) ?? 0,
      periodPlaces?.get(period) ?? 0,
    );
  for (const figure of figures) {
    if (figure.value === null) continue;
    const cell = cellOf(figure);
    table.values[cell] = figure.value * scaleOf(table, cell);
    table.states[cell] = cellStates.shown;
    if (wasShown(figure)) table.wasShown[cell] = 1;
    const [reason, told] = [findReason(figure, rule, look(figure)), toldBefore(figure)];
    if (told === 'small-count') table.isToldSmall[cell] = 1;
    // What was told once stays as it was told, so that the pattern does not move.
    if (reason === 'small-count' && told === 'secondary') suppress(table, cell, told);
    else if (reason) suppress(table, cell, reason);
    else if (figure.value !== 0 && told !== null) suppress(table, cell, 'secondary');
  }
  return { table, cellOf };
}

function listWholes(address: string, wholeOf: LinkedIndicator['wholeOf']): string[] {
  const wholes: string[] = [];
  for (let whole = wholeOf(address); whole !== null && !wholes.includes(whole); whole = wholeOf(whole))
    wholes.push(whole);
  return wholes;
}

/** A figure of a linked indicator as it may be shown. */
export function showFigure(
  figure: Observation,
  { reasons }: Pick<Protection, 'reasons'>,
  { rounding }: DisclosureRule,
): Observation {
  const reason = reasons.get(keyOf(figure));
  const bare = { lower: null, upper: null, sampleSize: null };
  if (reason !== undefined)
    return { ...figure, ...bare, value: null, status: 'suppressed', note: { suppressed: reason } };
  if (rounding === null || figure.value === null) return figure;
  return {
    ...figure,
    ...bare,
    value: roundToBase(figure.value, rounding),
    note: { ...figure.note, roundedTo: rounding },
  };
}
