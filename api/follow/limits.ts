import { RequestProblem } from '../errors.ts';

/** How many times a presenter may show something in a second, and how many at once after some rest. */
const pace = { each: 10, burst: 20 } as const;
const mostKept = 2000;

/** Refuses a presenter who shows more than anybody can follow, with a problem 429; counted in this process. */
export function createPace(now: () => number = () => performance.now()): (code: string) => void {
  const kept = new Map<string, { left: number; at: number }>();
  return (code) => {
    const at = now();
    const before = kept.get(code) ?? { left: pace.burst, at };
    const left = Math.min(pace.burst, before.left + ((at - before.at) / 1000) * pace.each);
    if (left < 1)
      throw new RequestProblem('too-many-attempts', 'Show fewer changes in a second', undefined, 1);
    if (kept.size >= mostKept) kept.clear();
    kept.set(code, { left: left - 1, at });
  };
}
