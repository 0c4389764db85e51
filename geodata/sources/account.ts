/** What became of all that a file holds: what was read is what was written and what was left out, to the last one. */
export interface Account {
  readonly file: string;
  /** What is counted: `features`, `rows`. */
  readonly unit: string;
  readonly read: number;
  /** What the written ones became: `areas`, `figures`. */
  readonly written: { readonly count: number; readonly as: string };
  /** Why, and how many; a file of which something is refused is not imported at all. */
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
}

/** The sum in one line. Throws where it does not come out: something vanished. */
export function formatAccount({ file, unit, read, written, leftOut }: Account): string {
  const out = leftOut.reduce((sum, { count }) => sum + count, 0);
  if (read !== written.count + out)
    throw new Error(`${file}: ${read} ${unit} were read, but ${written.count + out} are accounted for`);
  const reasons = leftOut.filter(({ count }) => count > 0).map(({ reason, count }) => `${count} ${reason}`);
  const tail = reasons.length ? ` (${reasons.join(', ')})` : '';
  return `${file}: ${read} ${unit} = ${written.count} ${written.as} written + 0 refused + ${out} left out${tail}`;
}
