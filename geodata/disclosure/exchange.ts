import { cellStates, type LinkedTable, placesOf, scaleOf } from './linked-table.ts';
import { type AxisPartners, createPartners, type Passage, rounds } from './partners.ts';
import { createSlack, type SearchLimits } from './slack.ts';

/**
 * Another table that agrees with everything shown: some go from one atom to another along each axis (or come from
 * outside, where the partner is null), so that only the cells between them and their nearest common holder change.
 */
export interface Exchange {
  readonly cells: readonly number[];
  /** 1 or -1 by cell. */
  readonly signs: readonly number[];
  /** By how much the target can move, at most what was asked for. */
  readonly amount: number;
}

/** Atoms below a larger target that are tried. */
const atomsTried = 8;

type Passages = readonly [areas: Passage, categories: Passage, periods: Passage];
type Atoms = readonly [area: number, category: number, period: number];

/** What is looked for: an exchange that moves a cell in a direction. */
interface Search {
  readonly target: number;
  readonly direction: number;
  readonly wanted: number;
  readonly moved: Float64Array;
  readonly limits: SearchLimits;
}

/** The best of what was tried, by what it costs to reach all that is wanted. */
interface Best {
  passages: Passages | null;
  amount: number;
  cost: number;
}

/** Finds exchanges in a table, as it stands when asked. */
export function createExchangeFinder(table: LinkedTable) {
  const { axes, values, states } = table;
  const [areas, categories, periods] = axes.map(createPartners) as unknown as [
    AxisPartners,
    AxisPartners,
    AxisPartners,
  ];
  const [areaCount, categoryCount] = [axes[0].nodes.length, axes[1].nodes.length];
  const slack = createSlack(table);
  const least = table.isCount ? 1 : Number.MIN_VALUE;

  // Functions that are called millions of times make none of their own, and give numbers alone.

  function cellOfAtoms(area: number, category: number, period: number): number {
    const row = (periods.ownNodes[period] ?? 0) * categoryCount + (categories.ownNodes[category] ?? 0);
    return row * areaCount + (areas.ownNodes[area] ?? 0);
  }

  function canGo(area: number, category: number, period: number, way: number, search: Search): boolean {
    const { direction, moved, limits } = search;
    return slack.slackOf(cellOfAtoms(area, category, period), way * direction, moved, limits) >= least;
  }

  /** Tries one exchange; `best` becomes it where it is better. */
  function assess(tried: Passages, search: Search, best: Best): void {
    const { target, direction, moved, limits } = search;
    const [byArea, byCategory, byPeriod] = tried;
    let [amount, cost] = [search.wanted, 0];
    for (let p = 0; p < byPeriod.nodes.length; p++)
      for (let c = 0; c < byCategory.nodes.length; c++) {
        const row = (byPeriod.nodes[p] ?? 0) * categoryCount + (byCategory.nodes[c] ?? 0);
        const rowWay = direction * (byPeriod.signs[p] ?? 1) * (byCategory.signs[c] ?? 1);
        for (let a = 0; a < byArea.nodes.length; a++) {
          const cell = row * areaCount + (byArea.nodes[a] ?? 0);
          if (cell === target) continue;
          const way = rowWay * (byArea.signs[a] ?? 1);
          const free = slack.slackOf(cell, way, moved, limits);
          if (free < least) return;
          if (free < amount) amount = free;
          if (!limits.maySuppress) continue;
          cost += slack.priceOf(cell, way, moved, limits);
          if (cost >= best.cost) return;
        }
      }
    amount = table.isCount ? Math.floor(amount) : amount;
    const each = cost * Math.ceil(search.wanted / amount);
    if (each >= best.cost) return;
    [best.passages, best.amount, best.cost] = [tried, amount, each];
  }

  /** Tries the exchanges of one atom of the target with partners of a round. */
  function tryAtom([area, category, period]: Atoms, round: number, search: Search, best: Best): void {
    const [areaNode, categoryNode, periodNode] = placesOf(table, search.target);
    const ownArea = areas.listPartners(area, areaNode, round);
    const ownCategory = categories.listPartners(category, categoryNode, round);
    const ownPeriod = periods.listPartners(period, periodNode, round === 0 ? 0 : rounds - 1);
    const otherAreas: (number | null)[] = [];
    for (const other of ownArea)
      if (other === null || canGo(other, category, period, -1, search)) otherAreas.push(other);
    const otherCategories: (number | null)[] = [];
    for (const other of ownCategory)
      if (other === null || canGo(area, other, period, -1, search)) otherCategories.push(other);
    for (const otherPeriod of ownPeriod)
      for (const otherCategory of otherCategories)
        for (const otherArea of otherAreas) {
          if (
            otherArea !== null &&
            otherCategory !== null &&
            !canGo(otherArea, otherCategory, period, 1, search)
          )
            continue;
          const passages: Passages = [
            areas.findPassage(area, otherArea),
            categories.findPassage(category, otherCategory),
            periods.findPassage(period, otherPeriod),
          ];
          assess(passages, search, best);
          if (best.cost === 0) return;
        }
  }

  /** The atoms of a target, those that are suppressed themselves and hold most first. */
  function listAtoms(target: number): Atoms[] {
    const [areaNode, categoryNode, periodNode] = placesOf(table, target);
    const found: { atoms: Atoms; rank: number }[] = [];
    for (const period of periods.atomsOf[periodNode] ?? [])
      for (const category of categories.atomsOf[categoryNode] ?? [])
        for (const area of areas.atomsOf[areaNode] ?? []) {
          const cell = cellOfAtoms(area, category, period);
          const state = states[cell];
          const rank =
            (state === cellStates.suppressed ? 1e12 : 0) +
            (state === cellStates.absent ? 0 : 1e6) +
            (values[cell] || 0);
          found.push({ atoms: [area, category, period], rank });
        }
    found.sort((one, other) => other.rank - one.rank);
    return found.slice(0, atomsTried).map(({ atoms }) => atoms);
  }

  /** The cells that an exchange changes, and which way. */
  function listCells([byArea, byCategory, byPeriod]: Passages, direction: number) {
    const [cells, signs] = [[] as number[], [] as number[]];
    for (const [p, period] of byPeriod.nodes.entries())
      for (const [c, category] of byCategory.nodes.entries())
        for (const [a, area] of byArea.nodes.entries()) {
          cells.push((period * categoryCount + category) * areaCount + area);
          signs.push(
            (byArea.signs[a] ?? 1) * (byCategory.signs[c] ?? 1) * (byPeriod.signs[p] ?? 1) * direction,
          );
        }
    return { cells, signs };
  }

  return {
    /**
     * The cheapest exchange that moves `target` in a direction by at most `wanted`, beside what `moved` holds already; the
     * nearest partners are tried first, and none further once one costs nothing.
     */
    find(search: Search): Exchange | null {
      const atoms = listAtoms(search.target);
      const best: Best = { passages: null, amount: 0, cost: Number.POSITIVE_INFINITY };
      for (let round = 0; round < rounds; round++) {
        for (const each of atoms) {
          tryAtom(each, round, search, best);
          if (best.cost === 0) break;
        }
        if (best.cost === 0) break;
      }
      const { passages, amount } = best;
      return passages && { amount, ...listCells(passages, search.direction) };
    },
    /** How far the target's own bounds let it go each way. */
    reach(target: number, limits: Pick<SearchLimits, 'keepsShown'>): { up: number; down: number } {
      const now = values[target] ?? 0;
      return { up: slack.upperOf(target, limits) - now, down: now - slack.lowerOf(target, limits) };
    },
    /** The width within which the target must stay unknown. */
    need: (target: number): number => table.rule.protection * scaleOf(table, target),
  };
}
