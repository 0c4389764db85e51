/** What became of all that a file holds: what was read is what was written and what was left out, to the last one. */
export interface Account {
  readonly file: string;
  /** What is counted: `features`, `rows`. */
  readonly unit: string;
  readonly read: number;
  /** What the written ones became: `areas`, `figures`. */
  readonly written: { readonly count: number; readonly as: string };
  /** Why, and how many; a file of which something is refused is not imported at all. */
  readonly leftOut: readonly LeftOut[];
}

/** What was left out for one reason. */
export interface LeftOut {
  readonly reason: string;
  readonly count: number;
  /** Where the first of them stands: `row 7, "Totaal"`. */
  readonly first?: string;
}

/** Gathers what is left out, a reason once. */
export function createLeftOut(): { add(reason: string, first: string): void; list(): LeftOut[] } {
  const reasons = new Map<string, { count: number; first: string }>();
  return {
    add(reason, first) {
      const known = reasons.get(reason);
      if (known) known.count += 1;
      else reasons.set(reason, { count: 1, first });
    },
    list: () => [...reasons].map(([reason, left]) => ({ reason, ...left })),
  };
}

/** The sum in one line. Throws where it does not come out: something vanished. */
export function formatAccount({ file, unit, read, written, leftOut }: Account): string {
  const out = leftOut.reduce((sum, { count }) => sum + count, 0);
  if (read !== written.count + out)
    throw new Error(`${file}: ${read} ${unit} were read, but ${written.count + out} are accounted for`);
  const reasons = leftOut
    .filter(({ count }) => count > 0)
    .map(({ reason, count, first }) => {
      const place = first === undefined ? '' : `, ${count > 1 ? 'first ' : ''}${first}`;
      return `${count} ${reason}${place}`;
    });
  const tail = reasons.length ? ` (${reasons.join('; ')})` : '';
  return `${file}: ${read} ${unit} = ${written.count} ${written.as} written + 0 refused + ${out} left out${tail}`;
}
