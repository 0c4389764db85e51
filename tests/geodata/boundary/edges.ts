type Ring = readonly (readonly number[])[];

/** Directed edges of lines as text, with how often each occurs; edges without length do not count. */
export function countEdges(rings: Iterable<Ring>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const ring of rings) {
    ring.slice(1).forEach((to, index) => {
      if (`${ring[index]}` === `${to}`) return;
      const edge = `${ring[index]}>${to}`;
      counts.set(edge, (counts.get(edge) ?? 0) + 1);
    });
  }
  return counts;
}

export function turnEdge(edge: string): string {
  return edge.split('>').reverse().join('>');
}

/** Edges that no neighbour runs along the other way, in order. */
export function listUnpaired(edges: ReadonlyMap<string, number>): string[] {
  return [...edges.keys()].filter((edge) => !edges.has(turnEdge(edge))).sort();
}

/** Number of closed loops that edges form; throws where they do not. */
export function countLoops(edges: readonly string[]): number {
  const next = new Map(edges.map((edge) => edge.split('>') as [string, string]));
  if (next.size !== edges.length) throw new Error('A loop runs through a point twice');
  let loops = 0;
  while (next.size > 0) {
    const first = [...next.keys()][0] ?? '';
    let point: string | undefined = first;
    do {
      const to: string | undefined = next.get(point);
      if (to === undefined) throw new Error(`No edge goes on from ${point}`);
      next.delete(point);
      point = to;
    } while (point !== first);
    loops++;
  }
  return loops;
}
