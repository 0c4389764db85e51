/** How far a long piece of work is: what is being done and, where that can be counted, how much of it. */
export interface Progress {
  readonly step: string;
  readonly done?: number;
  readonly total?: number;
}

export type OnProgress = (progress: Progress) => void;

/** How long each step took, in the order in which they began. */
export interface Timing {
  readonly step: string;
  readonly milliseconds: number;
}

/** Passes progress on to `onProgress`, and keeps how long each step took. */
export interface Stopwatch {
  report: OnProgress;
  /** Ends the step that is under way and gives all of them. */
  stop(): Timing[];
}

export function startStopwatch(onProgress: OnProgress): Stopwatch {
  const timings: Timing[] = [];
  let current: { step: string; started: number } | null = null;
  const stop = () => {
    if (current)
      timings.push({ step: current.step, milliseconds: Math.round(performance.now() - current.started) });
    current = null;
    return timings;
  };
  return {
    stop,
    report(progress) {
      if (current?.step !== progress.step) {
        stop();
        current = { step: progress.step, started: performance.now() };
      }
      onProgress(progress);
    },
  };
}
