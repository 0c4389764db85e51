/** Runs a computation that pauses to its end, and gives what it computed with the shares that it said were done. */
export function runToEnd<Result>(computation: Generator<number, Result>): {
  readonly result: Result;
  readonly progress: readonly number[];
} {
  const progress: number[] = [];
  for (;;) {
    const step = computation.next();
    if (step.done) return { result: step.value, progress };
    progress.push(step.value);
  }
}
