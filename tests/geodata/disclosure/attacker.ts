import loadHighs from 'highs';

/** What an attacker knows: every quantity by a name, what each lies between, and which are sums of others. */
export interface Knowledge {
  readonly bounds: ReadonlyMap<string, { readonly lower: number; readonly upper: number }>;
  /** `whole` is the sum of `parts` and `rest`, where the rest is known. */
  readonly sums: readonly {
    readonly whole: string;
    readonly parts: readonly string[];
    readonly rest: number;
  }[];
}

export interface Attack {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
}

const solver = await loadHighs();

/**
 * Bounds every wanted quantity from what is known, by two linear programs each over the sums that it hangs together with
 * through others that are not known exactly.
 */
export function attack(knowledge: Knowledge, wanted: Iterable<string>): Attack[] {
  const components = findComponents(knowledge);
  return [...wanted].map((name) => {
    const lines = components.get(name);
    if (!lines)
      return { name, ...(knowledge.bounds.get(name) ?? { lower: 0, upper: Number.POSITIVE_INFINITY }) };
    return { name, lower: solve(lines, name, 'Minimize'), upper: solve(lines, name, 'Maximize') };
  });
}

interface Lines {
  readonly constraints: string[];
  readonly bounds: string[];
  readonly names: Map<string, string>;
}

function solve({ constraints, bounds, names }: Lines, name: string, sense: 'Minimize' | 'Maximize'): number {
  const problem = `${sense}\n obj: ${names.get(name)}\nSubject To\n${constraints.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`;
  const solution = solver.solve(problem, { output_flag: false });
  if (solution.Status === 'Unbounded' || solution.Status === 'Primal infeasible or unbounded')
    return sense === 'Minimize' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (solution.Status !== 'Optimal') throw new Error(`${solution.Status}: ${problem}`);
  return solution.ObjectiveValue;
}

/** By quantity that is not known exactly, the program of all that hangs together with it. */
function findComponents({ bounds, sums }: Knowledge): Map<string, Lines> {
  const leader = new Map<string, string>();
  const find = (name: string): string => {
    let current = name;
    for (let next = leader.get(current); next !== undefined && next !== current; next = leader.get(current))
      current = next;
    return current;
  };
  const boundsOf = (name: string) => bounds.get(name) ?? { lower: 0, upper: Number.POSITIVE_INFINITY };
  const isKnown = (name: string) => boundsOf(name).lower === boundsOf(name).upper;
  for (const { whole, parts } of sums) {
    const unknown = [whole, ...parts].filter((name) => !isKnown(name));
    for (const name of unknown) leader.set(find(name), find(unknown[0] ?? name));
  }
  const components = new Map<string, Lines>();
  const linesOf = (name: string): Lines => {
    const key = find(name);
    const lines = components.get(key) ?? { constraints: [], bounds: [], names: new Map() };
    components.set(key, lines);
    return lines;
  };
  const nameIn = (lines: Lines, name: string): string => {
    const known = lines.names.get(name);
    if (known) return known;
    const short = `x${lines.names.size}`;
    lines.names.set(name, short);
    const { lower, upper } = boundsOf(name);
    lines.bounds.push(` ${lower} <= ${short}${Number.isFinite(upper) ? ` <= ${upper}` : ' <= +inf'}`);
    return short;
  };
  for (const { whole, parts, rest } of sums) {
    const first = [whole, ...parts].find((name) => !isKnown(name));
    if (first === undefined) continue;
    const lines = linesOf(first);
    let right = rest;
    const terms: string[] = [];
    for (const [name, sign] of [[whole, 1] as const, ...parts.map((part) => [part, -1] as const)])
      if (isKnown(name)) right -= sign * boundsOf(name).lower;
      else terms.push(`${sign > 0 ? '+' : '-'} ${nameIn(lines, name)}`);
    lines.constraints.push(` c${lines.constraints.length}: ${terms.join(' ')} = ${right}`);
  }
  return new Map([...leader.keys()].map((name) => [name, linesOf(name)]));
}
