/** Whether a table counts for who kept earlier releases too, or for who sees only what is shown now. */
export type Sight = 'earlier' | 'now';

/** By sight and cell: how far it goes each way in the tables that were found, and in which of them. */
interface Reach {
  readonly amounts: readonly [up: Float64Array, down: Float64Array];
  readonly tables: readonly [up: Int32Array, down: Int32Array];
}

/** A figure of a reach that was taken back. */
interface Lost {
  readonly sight: Sight;
  readonly way: 0 | 1;
  readonly cell: number;
  readonly amount: number;
  readonly table: number;
}

/**
 * The other tables that were found to agree with everything shown. Each witnesses, of every cell in it and not of the one
 * alone that it was sought for, that it may differ by so much.
 */
interface Witnesses {
  /** Adds a table: the cells that differ in it, and by how much. */
  add(cells: readonly number[], changes: Float64Array, sight: Sight): void;
  /** How wide a cell stays unknown by the tables that there are. */
  widthOf(cell: number, sight: Sight): number;
  /** Takes away all tables in which a cell differs; gives what that takes from which cells. */
  drop(cell: number): readonly Lost[];
  /** Gives back what was taken. */
  restore(lost: readonly Lost[]): void;
}

/** Of a table with `size` cells. */
export function createWitnesses(size: number): Witnesses {
  const reaches: Record<Sight, Reach> = { earlier: createReach(size), now: createReach(size) };
  const tables: (readonly number[])[] = [];
  const touching = new Map<number, number[]>();

  function raise({ sight, way, cell, amount, table }: Lost): void {
    const { amounts, tables: ids } = reaches[sight];
    if (amount <= (amounts[way][cell] ?? 0)) return;
    amounts[way][cell] = amount;
    ids[way][cell] = table;
  }

  return {
    add(cells, changes, sight) {
      const table = tables.length;
      const own = [...new Set(cells)].filter((cell) => changes[cell] !== 0);
      tables.push(own);
      for (const cell of own) {
        const list = touching.get(cell);
        if (list) list.push(table);
        else touching.set(cell, [table]);
        const change = changes[cell] ?? 0;
        const found = { way: change > 0 ? 0 : 1, cell, amount: Math.abs(change), table } as const;
        raise({ ...found, sight: 'now' });
        if (sight === 'earlier') raise({ ...found, sight });
      }
    },
    widthOf(cell, sight) {
      const [up, down] = reaches[sight].amounts;
      return (up[cell] ?? 0) + (down[cell] ?? 0);
    },
    drop(cell) {
      const lost: Lost[] = [];
      for (const table of touching.get(cell) ?? [])
        for (const other of tables[table] ?? [])
          for (const sight of ['earlier', 'now'] as const)
            for (const way of [0, 1] as const) {
              const { amounts, tables: ids } = reaches[sight];
              if (ids[way][other] !== table) continue;
              lost.push({ sight, way, cell: other, amount: amounts[way][other] ?? 0, table });
              amounts[way][other] = 0;
              ids[way][other] = -1;
            }
      return lost;
    },
    restore(lost) {
      for (const each of lost) raise(each);
    },
  };
}

function createReach(size: number): Reach {
  return {
    amounts: [new Float64Array(size), new Float64Array(size)],
    tables: [new Int32Array(size).fill(-1), new Int32Array(size).fill(-1)],
  };
}
