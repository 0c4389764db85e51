import { type Axis, listAtomsOfNodes } from './axis.ts';

/** Nodes of an axis that change when some go from one atom to another, and which way each. */
export interface Passage {
  readonly nodes: readonly number[];
  /** 1 or -1 by node. */
  readonly signs: readonly number[];
}

/** Partners are looked for among those nearest, then further, then everywhere. */
export const rounds = 3;

/** What exchanges along one axis look like. */
export interface AxisPartners {
  /** By atom: its own node. */
  readonly ownNodes: Int32Array;
  /** By node: the atoms that it holds. */
  readonly atomsOf: readonly (readonly number[])[];
  /** What changes when some go from `partner` to `atom`; null: from outside of the table. */
  findPassage(atom: number, partner: number | null): Passage;
  /** Atoms outside of `node` that `atom` of it may exchange with in a round. */
  listPartners(atom: number, node: number, round: number): readonly (number | null)[];
}

export function createPartners(axis: Axis): AxisPartners {
  const { atoms, nodes } = axis;
  const atomsOf = listAtomsOfNodes(axis);
  const everyAtom = atoms.map((_, index) => index);
  const siblings = new Map<number | undefined, number[]>();
  for (const [index, { holders }] of atoms.entries()) {
    const list = siblings.get(holders[1]);
    if (list) list.push(index);
    else siblings.set(holders[1], [index]);
  }
  const passages = new Map<number, Passage>();
  const alone: readonly null[] = [null];

  /** Those under the same next holder, those under the one after that, all; each with those before. */
  const listNear = (atom: number, round: number): readonly number[] => {
    const [, first, second] = atoms[atom]?.holders ?? [];
    if (round === 0) return siblings.get(first) ?? [];
    if (round === 2) return everyAtom;
    return second === undefined ? (siblings.get(first) ?? []) : (atomsOf[second] ?? []);
  };
  return {
    ownNodes: Int32Array.from(atoms, ({ holders }) => holders[0] ?? 0),
    atomsOf,
    findPassage(atom, partner) {
      const key = atom * (atoms.length + 1) + (partner ?? atoms.length);
      const known = passages.get(key);
      if (known) return known;
      const own = atoms[atom]?.holders ?? [];
      const other = partner === null ? [] : (atoms[partner]?.holders ?? []);
      const came = own.filter((node) => !other.includes(node));
      const went = other.filter((node) => !own.includes(node));
      const made = { nodes: [...came, ...went], signs: [...came.map(() => 1), ...went.map(() => -1)] };
      passages.set(key, made);
      return made;
    },
    listPartners(atom, node, round) {
      if (nodes.length === 1) return alone;
      const near = listNear(atom, round);
      const found: (number | null)[] = [];
      for (const index of near)
        if (index !== atom && atoms[index]?.holders.includes(node) === false) found.push(index);
      if (round > 0) found.push(null);
      return found;
    },
  };
}
