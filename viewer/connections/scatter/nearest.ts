/** Pixels a side of a cell: a search looks at the cells around a place. */
const cell = 24;

/** Finds the dot that is nearest to a place, within a reach of at most a cell; -1 where there is none. */
export type FindNearest = (x: number, y: number, reach: number) => number;

/** Puts dots into cells, so that a pointer that moves over thousands of them looks at a few. */
export function createNearest(xs: Float32Array, ys: Float32Array): FindNearest {
  const cells = new Map<string, number[]>();
  const keyOf = (column: number, row: number) => `${column} ${row}`;
  xs.forEach((x, place) => {
    const key = keyOf(Math.floor(x / cell), Math.floor((ys[place] ?? 0) / cell));
    const held = cells.get(key);
    if (held) held.push(place);
    else cells.set(key, [place]);
  });
  return (x, y, reach) => {
    const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
    let [nearest, least] = [-1, Math.min(reach, cell)];
    for (const across of [-1, 0, 1])
      for (const down of [-1, 0, 1])
        for (const place of cells.get(keyOf(column + across, row + down)) ?? []) {
          const distance = Math.hypot((xs[place] ?? 0) - x, (ys[place] ?? 0) - y);
          if (distance <= least) [nearest, least] = [place, distance];
        }
    return nearest;
  };
}
