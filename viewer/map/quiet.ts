/** What waits until the page has nothing better to do. */
export interface Quiet {
  /** From now on the page is watched. */
  readonly begin: () => void;
  /** It waits no longer. */
  readonly end: () => void;
  readonly ended: Promise<void>;
  /** The page is watched, or it is over already. */
  readonly begun: Promise<void>;
}

/** A page gives frames at their pace once it is quiet; so many in a row, each within so many milliseconds. */
const steadyFrames = 4;
const paceMilliseconds = 40;
/** `longestWait`: it waits for so many milliseconds at most. */
export function awaitQuiet(longestWait: number): Quiet {
  let end: () => void = () => undefined;
  let start: () => void = () => undefined;
  let isOver = false;
  const begun = new Promise<void>((resolve) => {
    start = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    end = () => {
      isOver = true;
      start();
      resolve();
    };
  });
  let isWatched = false;
  const watch = (): void => {
    if (isWatched) return;
    isWatched = true;
    start();
    let [steady, before] = [0, performance.now()];
    const look = (): void => {
      if (isOver) return;
      const now = performance.now();
      steady = now - before < paceMilliseconds ? steady + 1 : 0;
      before = now;
      if (steady >= steadyFrames) end();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    // A page out of sight gets no frames.
    setTimeout(end, longestWait);
  };
  return { begin: watch, end, ended, begun };
}
