const hour = 3_600_000;

/**
 * Does something at once and every hour, as long as the process lives for something else. `work` tells of its own failures.
 * Gives how to stop, which ends when what was begun last has ended.
 */
export function repeatHourly(work: () => Promise<void>): () => Promise<void> {
  let working = work();
  const timer = setInterval(() => {
    working = work();
  }, hour);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await working;
  };
}
