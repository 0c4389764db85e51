/** Whether a table counts for who kept earlier releases too, or for who sees only what is shown now. */
export type Knowledge = 'earlier' | 'now';

/** By knowledge and cell: how far it goes each way in the tables that were found, and in which of them. */
interface Reach {
  readonly amounts: readonly [up: Float64Array, down: Float64Array];
  readonly tables: readonly [up: Int32Array, down: Int32Array];
}

/** A figure of a reach that was taken back. */
interface Lost {
  readonly knowledge: Knowledge;
  readonly way: 0 | 1;
  readonly cell: number;
  readonly amount: number;
  readonly table: number;
}

/**
 * The other tables that were found to agree with everything shown. Each shows, of every cell in it and not of the one
 * alone that it was sought for, that it may differ by so much.
 */
interface FeasibleTables {
  /** Adds a table: the cells that differ in it, and by how much. */
  add(cells: readonly number[], changes: Float64Array, knowledge: Knowledge): void;
  /** How wide a cell stays unknown by the tables that there are. */
  widthOf(cell: number, knowledge: Knowledge): number;
  /** Takes away all tables in which a cell differs; gives what that takes from which cells. */
  drop(cell: number): readonly Lost[];
  /** Gives back what was taken. */
  restore(lost: readonly Lost[]): void;
}

/** Of a table with `size` cells. */
export function createFeasibleTables(size: number): FeasibleTables {
  const reaches: Record<Knowledge, Reach> = { earlier: createReach(size), now: createReach(size) };
  const tables: (readonly number[])[] = [];
  const touching = new Map<number, number[]>();

  function raise({ knowledge, way, cell, amount, table }: Lost): void {
    const { amounts, tables: ids } = reaches[knowledge];
    if (amount <= (amounts[way][cell] ?? 0)) return;
    amounts[way][cell] = amount;
    ids[way][cell] = table;
  }

  return {
    add(cells, changes, knowledge) {
      const table = tables.length;
      const own = [...new Set(cells)].filter((cell) => changes[cell] !== 0);
      tables.push(own);
      for (const cell of own) {
        const list = touching.get(cell);
        if (list) list.push(table);
        else touching.set(cell, [table]);
        const change = changes[cell] ?? 0;
        const found = { way: change > 0 ? 0 : 1, cell, amount: Math.abs(change), table } as const;
        raise({ ...found, knowledge: 'now' });
        if (knowledge === 'earlier') raise({ ...found, knowledge });
      }
    },
    widthOf(cell, knowledge) {
      const [up, down] = reaches[knowledge].amounts;
      return (up[cell] ?? 0) + (down[cell] ?? 0);
    },
    drop(cell) {
      const lost: Lost[] = [];
      for (const table of touching.get(cell) ?? [])
        for (const other of tables[table] ?? [])
          for (const knowledge of ['earlier', 'now'] as const)
            for (const way of [0, 1] as const) {
              const { amounts, tables: ids } = reaches[knowledge];
              if (ids[way][other] !== table) continue;
              lost.push({ knowledge, way, cell: other, amount: amounts[way][other] ?? 0, table });
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
