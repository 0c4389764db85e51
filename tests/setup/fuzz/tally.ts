/** What was found in a run: counts for its report, and what is wrong. */
export interface Tally {
  note(kind: string, name: string, milliseconds: number): void;
  readonly wrong: string[];
  /** One line for docs/operating.md. */
  tell(what: string): string;
}

export function openTally(): Tally {
  const counts = new Map<string, number>();
  const wrong: string[] = [];
  let slowest = { name: '', milliseconds: 0 };
  return {
    wrong,
    note(kind, name, milliseconds) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (milliseconds > slowest.milliseconds) slowest = { name, milliseconds };
    },
    tell(what) {
      const kinds = [...counts].sort(([one], [other]) => one.localeCompare(other));
      const total = kinds.reduce((sum, [, count]) => sum + count, 0);
      const told = kinds.map(([kind, count]) => `${kind}: ${count}`).join(', ');
      return `${what}: ${total} (${told}); the slowest took ${Math.round(slowest.milliseconds)} ms: ${slowest.name.slice(0, 160)}`;
    },
  };
}

/** Does work on each, some at the same time. */
export async function inTurns<Item>(
  items: readonly Item[],
  together: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const waiting = items.entries();
  const take = async () => {
    for (const [index, item] of waiting) await work(item, index);
  };
  await Promise.all(Array.from({ length: together }, take));
}
