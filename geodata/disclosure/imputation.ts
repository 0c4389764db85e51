import { listAtomsOfNodes } from './axis.ts';
import { cellAt, cellStates, type LinkedTable } from './linked-table.ts';

/**
 * By cell, what an atom without a figure may hold at most: what the nearest area above it that has one holds more than its
 * parts that have one, shared equally. NaN where there is no such area, and so nothing is known of it, and for cells with a
 * figure.
 */
export function imputeAbsent(table: LinkedTable): Float64Array {
  const imputed = new Float64Array(table.values.length).fill(Number.NaN);
  const [areas, categories, periods] = table.axes;
  const atomsOf = listAtomsOfNodes(areas);
  for (const [period] of periods.nodes.entries())
    for (const [category] of categories.nodes.entries())
      for (const { holders } of areas.atoms) {
        const cell = cellAt(table, holders[0] ?? 0, category, period);
        if (table.states[cell] !== cellStates.absent) continue;
        const holder = holders.find(
          (node) => !Number.isNaN(table.values[cellAt(table, node, category, period)]),
        );
        if (holder === undefined) continue;
        imputed[cell] = shareRest(table, atomsOf[holder] ?? [], holder, category, period);
      }
  return imputed;
}

function shareRest(
  table: LinkedTable,
  atoms: readonly number[],
  holder: number,
  category: number,
  period: number,
): number {
  let rest = table.values[cellAt(table, holder, category, period)] ?? 0;
  let unknown = 0;
  for (const atom of atoms) {
    const value =
      table.values[cellAt(table, table.axes[0].atoms[atom]?.holders[0] ?? 0, category, period)] ?? Number.NaN;
    if (Number.isNaN(value)) unknown += 1;
    else rest -= value;
  }
  return Math.max(0, Math.floor(rest / Math.max(1, unknown)));
}
