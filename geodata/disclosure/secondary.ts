import { createExchangeFinder, type Exchange } from './exchange.ts';
import { createFeasibleTables, type Knowledge } from './feasible-tables.ts';
import { cellStates, type LinkedTable, suppress } from './linked-table.ts';
import { mayTellLess, type SearchLimits } from './slack.ts';

/** Cells that could not be hidden, and why. */
export interface Unprotected {
  /** Whoever kept an earlier release can recompute them; from what is shown now nobody can. */
  readonly byEarlier: readonly number[];
  /** What is shown tells them more closely than the rule wants. */
  readonly byRule: readonly number[];
}

/**
 * Suppresses further cells until none that is suppressed can be recomputed more closely than the rule's protection, and then
 * shows again those that turned out not to be needed. For each there are, together, other tables that agree with everything
 * shown, and in which it differs by that much: exchanges of whole numbers between atoms, within the bounds that the told
 * reasons give. So no attack by addition can succeed, not even one that knows that figures are whole numbers. Tables that
 * share cells are protected as one; the same table gives the same pattern.
 *
 * The idea of moving amounts along closed paths is that of R.H. McLeish and L.H. Cox's network methods for cell suppression
 * (L.H. Cox, "Network models for complementary cell suppression", JASA 90 (1995), 1453–1462); that of showing again what a
 * heuristic suppressed too much is the clean-up of J.P. Kelly, B.L. Golden and A.A. Assad ("Cell suppression: disclosure
 * protection for sensitive tabular data", Networks 22 (1992), 397–417).
 */
export function protectCells(table: LinkedTable): Unprotected {
  const finder = createExchangeFinder(table);
  const feasible = createFeasibleTables(table.values.length);
  const moved = new Float64Array(table.values.length);
  const queue: number[] = [];
  const [byEarlier, byRule] = [[] as number[], [] as number[]];
  for (let cell = 0; cell < table.states.length; cell++)
    if (table.states[cell] === cellStates.suppressed) queue.push(cell);
  const given = queue.length;
  for (let next = 0; next < queue.length; next++) {
    const cell = queue[next] ?? 0;
    const wasShown = table.wasShown[cell] === 1;
    if (!wasShown && keepUnknown(cell, 'earlier')) continue;
    if (!wasShown) byEarlier.push(cell);
    if (!keepUnknown(cell, 'now')) byRule.push(cell);
  }
  showNeedless(queue.slice(given));
  const unhidden = new Set(byRule);
  const isHidden = (cell: number) => table.states[cell] === cellStates.suppressed;
  return {
    byEarlier: byEarlier.filter((cell) => isHidden(cell) && !unhidden.has(cell)),
    byRule: byRule.filter(isHidden),
  };

  /** Whether a cell stays unknown; pays for it where it must. */
  function keepUnknown(cell: number, knowledge: Knowledge): boolean {
    const keepsShown = knowledge === 'earlier';
    return stays(cell, knowledge) || reachWidth(cell, { maySuppress: true, keepsShown });
  }

  /** The same with what is suppressed already. */
  function stays(cell: number, knowledge: Knowledge): boolean {
    return (
      isWideEnough(cell, knowledge) ||
      reachWidth(cell, { maySuppress: false, keepsShown: knowledge === 'earlier' })
    );
  }

  function isWideEnough(cell: number, knowledge: Knowledge): boolean {
    return feasible.widthOf(cell, knowledge) >= finder.need(cell);
  }

  function reachWidth(cell: number, limits: SearchLimits): boolean {
    const need = finder.need(cell);
    const width = moveBothWays(cell, need, limits);
    if (width >= need || !mayTellLess(table, cell, limits)) return width >= need;
    // Its own reason says too much.
    table.reasons[cell] = 'secondary';
    return moveBothWays(cell, need, limits) >= need;
  }

  function moveBothWays(cell: number, need: number, limits: SearchLimits): number {
    const { up, down } = finder.reach(cell, limits);
    const free = { ...limits, maySuppress: false };
    const raised = move(cell, 1, Math.min(up, need), free);
    if (raised >= need) return raised;
    const lowered = move(cell, -1, Math.min(down, need - raised), free);
    if (raised + lowered >= need || !limits.maySuppress) return raised + lowered;
    const raisedMore = move(cell, 1, Math.min(up, need), limits);
    if (raisedMore >= need) return raisedMore;
    return raisedMore + move(cell, -1, Math.min(down, need - raisedMore), limits);
  }

  /** How far a cell can be moved in one direction by exchanges that hold together. */
  function move(cell: number, direction: number, wanted: number, limits: SearchLimits): number {
    let reached = 0;
    const touched: number[] = [];
    while (reached < wanted) {
      const found = finder.find({ target: cell, direction, wanted: wanted - reached, moved, limits });
      if (!found) break;
      apply(found, touched, limits);
      reached += found.amount;
    }
    if (reached > 0) feasible.add(touched, moved, limits.keepsShown ? 'earlier' : 'now');
    for (const other of touched) moved[other] = 0;
    return reached;
  }

  function apply({ cells, signs, amount }: Exchange, touched: number[], limits: SearchLimits): void {
    for (const [index, cell] of cells.entries()) {
      moved[cell] = (moved[cell] ?? 0) + (signs[index] ?? 0) * amount;
      touched.push(cell);
      if (table.states[cell] === cellStates.shown) {
        suppress(table, cell, 'secondary');
        queue.push(cell);
      }
      if (table.reasons[cell] === 'small-count' && exceeds(cell, limits)) table.reasons[cell] = 'secondary';
    }
  }

  function exceeds(cell: number, limits: SearchLimits): boolean {
    const { up } = finder.reach(cell, limits);
    return (moved[cell] ?? 0) > up;
  }

  /** Shows the cells again, the most costly first, without which all others stay as unknown as they are. */
  function showNeedless(candidates: readonly number[]): void {
    const costOf = (cell: number) => table.costs[cell] ?? 0;
    const ordered = [...candidates].sort((one, other) => costOf(other) - costOf(one) || one - other);
    for (const cell of ordered) if (table.wasShown[cell] === 0) tryToShow(cell);
  }

  function tryToShow(cell: number): void {
    const lost = feasible.drop(cell);
    table.states[cell] = cellStates.shown;
    const isKept = lost.every(({ cell: other, knowledge }) => {
      if (other === cell || table.states[other] !== cellStates.suppressed) return true;
      return !needs(other, knowledge) || stays(other, knowledge);
    });
    if (isKept) table.reasons[cell] = null;
    else {
      table.states[cell] = cellStates.suppressed;
      feasible.restore(lost);
    }
  }

  /** What was not unknown before need not become so. */
  function needs(cell: number, knowledge: Knowledge): boolean {
    if (knowledge === 'earlier') return table.wasShown[cell] === 0 && !byEarlier.includes(cell);
    return (table.wasShown[cell] === 1 || byEarlier.includes(cell)) && !byRule.includes(cell);
  }
}
