/** The smallest part that an axis of a table is divided into: an area, a category or a period without parts of its own. */
export interface Atom {
  /** Places of the nodes that hold it, its own first. */
  readonly holders: readonly number[];
  /** How much of its own node it makes up, from 0 to 1; below 1 where boundaries of two years cut it. */
  readonly share: number;
}

/** One direction of a table: areas, categories or periods, with those that are made of others. */
export interface Axis {
  readonly nodes: readonly string[];
  readonly atoms: readonly Atom[];
  /** By node: how many times its figure stands for the sum of its parts, such as 3 for an average over three years. */
  readonly scales: readonly number[];
}

/** By node, the indexes of the atoms that it holds. */
export function listAtomsOfNodes({ nodes, atoms }: Axis): number[][] {
  const lists: number[][] = nodes.map(() => []);
  for (const [index, { holders }] of atoms.entries())
    for (const holder of holders) lists[holder]?.push(index);
  return lists;
}

/**
 * An axis of nodes of which each may lie in others: `holdersOf` names those that hold one, the nearest first. Nodes that
 * hold no other are the atoms.
 */
export function arrangeAxis(
  nodes: readonly string[],
  holdersOf: (node: string) => readonly string[],
  scaleOf: (node: string) => number = () => 1,
): Axis {
  const indexes = new Map(nodes.map((node, index) => [node, index]));
  const lines = nodes.map((node) => holdersOf(node).flatMap((holder) => indexes.get(holder) ?? []));
  const isHolder = new Set(lines.flat());
  const atoms = nodes.flatMap((_, index) =>
    isHolder.has(index) ? [] : [{ holders: [index, ...(lines[index] ?? [])], share: 1 }],
  );
  return { nodes, atoms, scales: nodes.map(scaleOf) };
}
