import { type Atom, listAtomsOfNodes } from './axis.ts';
import { boundsOfCell, cellAt, cellStates, type LinkedTable, placesOf, scaleOf } from './linked-table.ts';
import type { SuppressionReason } from './rule.ts';

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
  readonly cost: number;
}

/** What a search may use. */
export interface SearchLimits {
  /** Whether cells that are shown may be suppressed for it, and small counts be told as protecting others. */
  readonly mayPay: boolean;
  /** Whether cells that an earlier release has shown stay as they are. */
  readonly keepsOut: boolean;
}

/** What telling a small count as one that protects another costs: less than suppressing anything else. */
const costOfTellingLess = 0.5;
/** Atoms below a larger target that are tried. */
const atomsTried = 8;

type Pair = readonly [nodes: number[], signs: number[]];
type Sides = readonly [areas: Pair, categories: Pair, periods: Pair];

/** What is looked for: an exchange that moves a cell in a direction. */
interface Search {
  readonly target: number;
  readonly direction: number;
  readonly wanted: number;
  readonly limits: SearchLimits;
}

const impossible = [0, Number.POSITIVE_INFINITY] as const;
/** Partners are looked for among those nearest, then further, then everywhere. */
const rounds = 3;
interface Side {
  readonly atom: number;
  readonly partners: readonly (readonly (number | null)[])[];
}

/** Finds exchanges in a table, as it stands when asked. */
export function createExchangeFinder(table: LinkedTable) {
  const { axes, values, states, isOut, costs } = table;
  const atomsOf = axes.map(listAtomsOfNodes);
  const hidden = imputeAbsent(table);
  const least = table.isCount ? 1 : Number.MIN_VALUE;
  const pairs = axes.map(() => new Map<number, Pair>());

  /** The nodes of an axis that change when some go from `partner` to `atom`. */
  const pairOf = (axis: number, atom: number, partner: number | null): Pair => {
    const atoms = axes[axis]?.atoms ?? [];
    const key = atom * (atoms.length + 1) + (partner ?? atoms.length);
    const known = pairs[axis]?.get(key);
    if (known) return known;
    const [own, other] = [
      atoms[atom]?.holders ?? [],
      partner === null ? [] : (atoms[partner]?.holders ?? []),
    ];
    const came = own.filter((node) => !other.includes(node));
    const went = other.filter((node) => !own.includes(node));
    const made: Pair = [
      [...came, ...went],
      [...came.map(() => 1), ...went.map(() => -1)],
    ];
    pairs[axis]?.set(key, made);
    return made;
  };

  /** How far a cell can go up (1) or down (-1), and what it costs to let it. */
  const roomOf = (
    cell: number,
    direction: number,
    moved: Float64Array,
    limits: SearchLimits,
  ): readonly [number, number] => {
    const unlimited = Number.POSITIVE_INFINITY;
    const state = states[cell];
    const now = (values[cell] ?? Number.NaN) + (moved[cell] ?? 0);
    if (state === cellStates.absent) {
      const imputed = (hidden.get(cell) ?? unlimited) + (moved[cell] ?? 0);
      return [direction > 0 ? unlimited : imputed, 0];
    }
    if (limits.keepsOut && isOut[cell]) return [0, 0];
    if (state === cellStates.shown) {
      if (!limits.mayPay || values[cell] === 0) return [0, 0];
      const { lower } = boundsOfCell(table, cell, 'secondary');
      return [direction > 0 ? unlimited : now - lower, costs[cell] ?? 1];
    }
    const reason = reasonKnown(table, cell, limits);
    const { lower, upper } = boundsOfCell(table, cell, reason);
    if (direction < 0) return [now - lower, 0];
    if (reason !== 'small-count' || !mayTellLess(table, cell, limits)) return [upper - now, 0];
    return [unlimited, now + 1 > upper ? costOfTellingLess : 0];
  };

  /**
   * By how much an exchange moves the target, and what it costs; none and without end where it cannot, or costs more than
   * `most`. The target's own bounds are in `wanted`.
   */
  const assess = (
    sides: Sides,
    search: Search,
    moved: Float64Array,
    most: number,
  ): readonly [amount: number, cost: number] => {
    const [areas, categories, periods] = sides;
    let [amount, cost] = [search.wanted, 0];
    for (let p = 0; p < periods[0].length; p++)
      for (let c = 0; c < categories[0].length; c++)
        for (let a = 0; a < areas[0].length; a++) {
          const cell = cellAt(table, areas[0][a] ?? 0, categories[0][c] ?? 0, periods[0][p] ?? 0);
          if (cell === search.target) continue;
          const sign = (areas[1][a] ?? 1) * (categories[1][c] ?? 1) * (periods[1][p] ?? 1);
          const [room, price] = roomOf(cell, sign * search.direction, moved, search.limits);
          amount = Math.min(amount, room);
          cost += price;
          if (amount < least || cost > most) return impossible;
        }
    return [table.isCount ? Math.floor(amount) : amount, cost];
  };

  /** The cells that an exchange changes, and which way. */
  const listCells = ([areas, categories, periods]: Sides, direction: number) => {
    const [cells, signs] = [[] as number[], [] as number[]];
    for (const [p, period] of periods[0].entries())
      for (const [c, category] of categories[0].entries())
        for (const [a, area] of areas[0].entries()) {
          cells.push(cellAt(table, area, category, period));
          signs.push((areas[1][a] ?? 1) * (categories[1][c] ?? 1) * (periods[1][p] ?? 1) * direction);
        }
    return { cells, signs };
  };

  /** The atoms of a target, those that are suppressed themselves and hold most first. */
  const listAtomTriples = (target: number): (readonly [number, number, number])[] => {
    const nodes = placesOf(table, target);
    const [areas, categories, periods] = nodes.map((node, axis) => atomsOf[axis]?.[node] ?? []);
    const triples: { atoms: readonly [number, number, number]; rank: number }[] = [];
    for (const period of periods ?? [])
      for (const category of categories ?? [])
        for (const area of areas ?? []) {
          const cell = cellOfAtoms(table, area, category, period);
          const state = states[cell];
          const rank =
            (state === cellStates.suppressed ? 1e12 : 0) +
            (state === cellStates.absent ? 0 : 1e6) +
            (values[cell] || 0);
          triples.push({ atoms: [area, category, period], rank });
        }
    triples.sort((one, other) => other.rank - one.rank);
    return triples.slice(0, atomsTried).map(({ atoms }) => atoms);
  };

  /** Partners of an atom along an axis outside of `node`, by how near their common holder is; null for none, on the last round. */
  const listPartners = (axis: number, atom: number, node: number): (number | null)[][] => {
    const own = axes[axis]?.atoms[atom];
    if (!own || (axes[axis]?.nodes.length ?? 0) === 1) return [[null], [null], [null]];
    const found: (number | null)[][] = [[], [], []];
    for (const [place, other] of (axes[axis]?.atoms ?? []).entries())
      if (place !== atom && !other.holders.includes(node)) found[distanceOf(own, other)]?.push(place);
    const [near = [], far = [], farthest = []] = found;
    return [near, [...near, ...far, null], [...near, ...far, ...farthest, null]];
  };

  return {
    /**
     * The cheapest exchange that moves `target` in a direction by at most `wanted`, beside what `moved` holds already; the
     * nearest partners are tried first, and further ones only where those give none.
     */
    find(
      target: number,
      direction: number,
      wanted: number,
      moved: Float64Array,
      limits: SearchLimits,
    ): Exchange | null {
      const search: Search = { target, direction, wanted, limits };
      const nodes = placesOf(table, target);
      const sides = listAtomTriples(target).map((atoms) =>
        atoms.map((atom, axis): Side => ({ atom, partners: listPartners(axis, atom, nodes[axis] ?? 0) })),
      );
      for (let round = 0; round < rounds; round++) {
        let best: { readonly sides: Sides; readonly amount: number; readonly cost: number } | null = null;
        let cheapest = Number.POSITIVE_INFINITY;
        for (const [areas, categories, periods] of sides) {
          if (!areas || !categories || !periods) continue;
          const canGo = (area: number | null, category: number | null, way: number) =>
            roomOf(
              cellOfAtoms(table, area ?? areas.atom, category ?? categories.atom, periods.atom),
              way * direction,
              moved,
              limits,
            )[0] > 0;
          const areaPartners = (areas.partners[round] ?? []).filter(
            (area) => area === null || canGo(area, null, -1),
          );
          const categoryPartners = (categories.partners[round] ?? []).filter(
            (category) => category === null || canGo(null, category, -1),
          );
          for (const period of periods.partners[round === 0 ? 0 : rounds - 1] ?? [])
            for (const category of categoryPartners)
              for (const area of areaPartners) {
                if (area !== null && category !== null && !canGo(area, category, 1)) continue;
                const tried: Sides = [
                  pairOf(0, areas.atom, area),
                  pairOf(1, categories.atom, category),
                  pairOf(2, periods.atom, period),
                ];
                const [amount, cost] = assess(tried, search, moved, cheapest);
                if (amount === 0) continue;
                const each = cost * Math.ceil(wanted / amount);
                if (best !== null && each >= cheapest) continue;
                [best, cheapest] = [{ sides: tried, amount, cost }, each];
                if (cheapest === 0) return { ...best, ...listCells(best.sides, direction) };
              }
        }
        if (best) return { ...best, ...listCells(best.sides, direction) };
      }
      return null;
    },
    /** How far the target's own bounds let it go each way. */
    reach(target: number, limits: Pick<SearchLimits, 'keepsOut'>): { up: number; down: number } {
      const { lower, upper } = boundsOfCell(table, target, reasonKnown(table, target, limits));
      const now = values[target] ?? 0;
      return { up: upper - now, down: now - lower };
    },
    /** The width within which the target must stay unknown. */
    need: (target: number): number => table.rule.protection * scaleOf(table, target),
  };
}

/** The reason that tells most of those that releases have told of a cell. */
function reasonKnown(
  { reasons, isToldSmall }: LinkedTable,
  cell: number,
  { keepsOut }: Pick<SearchLimits, 'keepsOut'>,
): SuppressionReason {
  return keepsOut && isToldSmall[cell] ? 'small-count' : (reasons[cell] ?? 'secondary');
}

/** Whether a small count may be told as one that protects another instead. */
export function mayTellLess(
  { reasons, isToldSmall }: LinkedTable,
  cell: number,
  limits: SearchLimits,
): boolean {
  return limits.mayPay && reasons[cell] === 'small-count' && !(limits.keepsOut && isToldSmall[cell]);
}

function cellOfAtoms(table: LinkedTable, area: number, category: number, period: number): number {
  const own = (axis: 0 | 1 | 2, atom: number) => table.axes[axis].atoms[atom]?.holders[0] ?? 0;
  return cellAt(table, own(0, area), own(1, category), own(2, period));
}

function distanceOf(one: Atom, other: Atom): 0 | 1 | 2 {
  if (other.holders[1] === one.holders[1]) return 0;
  return one.holders[2] !== undefined && other.holders.includes(one.holders[2]) ? 1 : 2;
}

/**
 * What atoms without a figure may hold at most: what the nearest area above them that has one holds more than its parts
 * that have one, shared equally. Where there is no such area, nothing is known of them.
 */
function imputeAbsent(table: LinkedTable): Map<number, number> {
  const imputed = new Map<number, number>();
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
        imputed.set(cell, shareRest(table, atomsOf[holder] ?? [], holder, category, period));
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
