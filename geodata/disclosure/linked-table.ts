import { type Axis, listAtomsOfNodes } from './axis.ts';
import type { DisclosureRule, SuppressionReason } from './rule.ts';

/** What becomes of a cell: nobody has a figure of it, everybody sees it, or it is suppressed. */
export const cellStates = { absent: 0, shown: 1, suppressed: 2 } as const;

/**
 * Every figure that hangs together with others by addition: areas × categories × periods, with the larger areas, groups
 * and longer periods that are sums of them. A cell's index is `(period × categories + category) × areas + area`.
 */
export interface LinkedTable {
  readonly axes: readonly [areas: Axis, categories: Axis, periods: Axis];
  readonly rule: DisclosureRule;
  /** Whether figures are whole numbers. */
  readonly isCount: boolean;
  /** By cell: the figure times the scale of its period; NaN where it is not known. */
  readonly values: Float64Array;
  readonly states: Uint8Array;
  readonly reasons: (SuppressionReason | null)[];
  /** By cell: 1 where an earlier release has shown this very figure. */
  readonly wasShown: Uint8Array;
  /** By cell: 1 where an earlier release has told that this very figure is a small count. */
  readonly isToldSmall: Uint8Array;
  /** By cell: what suppressing it costs, to choose those that matter least. */
  readonly costs: Float64Array;
}

/** A table without any figure yet. */
export function createLinkedTable(
  axes: LinkedTable['axes'],
  rule: DisclosureRule,
  isCount: boolean,
): LinkedTable {
  const size = axes.reduce((product, { nodes }) => product * nodes.length, 1);
  const table: LinkedTable = {
    axes,
    rule,
    isCount,
    values: new Float64Array(size).fill(Number.NaN),
    states: new Uint8Array(size),
    reasons: Array.from({ length: size }, () => null),
    wasShown: new Uint8Array(size),
    isToldSmall: new Uint8Array(size),
    costs: new Float64Array(size),
  };
  // What is made of many matters to as many.
  const weights = axes.map((axis) => listAtomsOfNodes(axis).map((atoms) => Math.max(1, atoms.length)));
  for (let cell = 0; cell < size; cell++)
    table.costs[cell] = placesOf(table, cell).reduce(
      (cost, node, axis) => cost * (weights[axis]?.[node] ?? 1),
      1,
    );
  return table;
}

/** The index of the cell at these nodes. */
export function cellAt({ axes }: LinkedTable, area: number, category: number, period: number): number {
  return (period * axes[1].nodes.length + category) * axes[0].nodes.length + area;
}

/** The nodes of a cell: area, category, period. */
export function placesOf({ axes }: Pick<LinkedTable, 'axes'>, cell: number): [number, number, number] {
  const [areas, categories] = [axes[0].nodes.length, axes[1].nodes.length];
  const row = Math.floor(cell / areas);
  return [cell % areas, row % categories, Math.floor(row / categories)];
}

/** How many times the figure of a cell stands in `values`. */
export function scaleOf(table: LinkedTable, cell: number): number {
  return table.axes[2].scales[placesOf(table, cell)[2]] ?? 1;
}

/** Suppresses a cell, unless it is for a reason that says more. */
export function suppress(table: LinkedTable, cell: number, reason: SuppressionReason): void {
  table.states[cell] = cellStates.suppressed;
  table.reasons[cell] = reason;
}
