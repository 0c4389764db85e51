/** What was found in a run: counts for its report, and what is wrong. */
export interface Tally {
  note(kind: string, name: string, milliseconds: number): void;
  /** The names of those that took longest, the slowest first. */
  listSlowest(): string[];
  /** What one of those takes where nothing else is asked: the rest of its time it waited. */
  noteAlone(name: string, milliseconds: number): void;
  readonly wrong: string[];
  /** For docs/operating.md: a line of how many, and one for each of the slowest. */
  tell(what: string): string;
}

const mostSlowest = 5;

export function openTally(): Tally {
  const counts = new Map<string, number>();
  const wrong: string[] = [];
  let slowest: { readonly name: string; readonly milliseconds: number }[] = [];
  const alone = new Map<string, number>();
  return {
    wrong,
    note(kind, name, milliseconds) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      slowest = [...slowest, { name, milliseconds }]
        .sort((one, other) => other.milliseconds - one.milliseconds)
        .slice(0, mostSlowest);
    },
    listSlowest: () => slowest.map(({ name }) => name),
    noteAlone: (name, milliseconds) => alone.set(name, milliseconds),
    tell(what) {
      const kinds = [...counts].sort(([one], [other]) => one.localeCompare(other));
      const total = kinds.reduce((sum, [, count]) => sum + count, 0);
      const told = kinds.map(([kind, count]) => `${kind}: ${count}`).join(', ');
      const lines = slowest.map(({ name, milliseconds }) => {
        const own = alone.get(name);
        const without = own === undefined ? '' : `, ${Math.round(own)} ms alone`;
        return `\n  ${Math.round(milliseconds)} ms${without}: ${name.slice(0, 160)}`;
      });
      return `${what}: ${total} (${told}); the slowest took:${lines.join('')}`;
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
