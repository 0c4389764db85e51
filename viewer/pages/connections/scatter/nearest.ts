/** Pixels a side of a cell: a search looks at the cells around a place. */
const cell = 24;

/** Finds the dot that is nearest to a place, within a reach of at most a cell; -1 where there is none. */
export type FindNearest = (x: number, y: number, reach: number) => number;

/** Columns of cells are further apart than there are rows, below and beyond the drawing included. */
const column = 65_536;

/**
 * Puts dots into cells, so that a pointer that moves over thousands of them looks at a few. It does so when it is first
 * asked: the drawing does not wait for that.
 */
export function createNearest(xs: Float32Array, ys: Float32Array): FindNearest {
  let known: ReadonlyMap<number, readonly number[]> | null = null;
  return (x, y, reach) => {
    known ??= sortIntoCells(xs, ys);
    const cells = known;
    const [left, top] = [Math.floor(x / cell), Math.floor(y / cell)];
    let [nearest, least] = [-1, Math.min(reach, cell)];
    for (const across of [-1, 0, 1])
      for (const down of [-1, 0, 1])
        for (const index of cells.get(keyOf(left + across, top + down)) ?? []) {
          const distance = Math.hypot((xs[index] ?? 0) - x, (ys[index] ?? 0) - y);
          if (distance <= least) [nearest, least] = [index, distance];
        }
    return nearest;
  };
}

function sortIntoCells(xs: Float32Array, ys: Float32Array): ReadonlyMap<number, readonly number[]> {
  const cells = new Map<number, number[]>();
  xs.forEach((x, index) => {
    const key = keyOf(Math.floor(x / cell), Math.floor((ys[index] ?? 0) / cell));
    const held = cells.get(key);
    if (held) held.push(index);
    else cells.set(key, [index]);
  });
  return cells;
}

function keyOf(left: number, top: number): number {
  return left * column + top;
}
