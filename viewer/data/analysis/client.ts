import type { Reply, Request, Sendable } from './message.ts';
import type { TaskInput, TaskName, TaskResult } from './tasks.ts';

/** What a client needs of a worker. */
export interface AnalysisWorker {
  postMessage(request: Request, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface RunSettings {
  /** Memory of the input that is handed over instead of copied: the page has it no more. */
  readonly transfer?: Transferable[];
  readonly abort?: AbortSignal;
  /** Told of the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

export interface Analysis {
  /**
   * Computes off the main thread. Rejects with the reason of `abort` as soon as it is given, with an Error where the
   * computation fails, and where the worker cannot be loaded.
   */
  run<Name extends TaskName>(
    task: Name,
    input: Sendable<TaskInput<Name>>,
    settings?: RunSettings,
  ): Promise<TaskResult<Name>>;
  /** Ends the worker; what still runs is rejected. */
  close(): void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: RunSettings['onProgress'];
}

/** One worker for all analyses of a page; several may run at once, in turns. */
export function createAnalysis(worker: AnalysisWorker = startWorker()): Analysis {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.id);
    if (!asked) return;
    if (data.kind === 'progress') {
      asked.onProgress?.(data.done);
      return;
    }
    waiting.delete(data.id);
    if (data.kind === 'result') asked.resolve(data.result);
    else asked.reject(new Error(data.message));
  };
  worker.onerror = (event) => failAll(new Error(`The analysis cannot be run: ${event.message}`));
  return {
    run: (task, input, { abort, onProgress, transfer = [] } = {}) =>
      new Promise((resolve, reject) => {
        abort?.throwIfAborted();
        const id = ++lastId;
        const onAbort = () => {
          waiting.delete(id);
          worker.postMessage({ kind: 'cancel', id });
          reject(abort?.reason);
        };
        const settle =
          <Given>(tell: (given: Given) => void) =>
          (given: Given) => {
            abort?.removeEventListener('abort', onAbort);
            tell(given);
          };
        waiting.set(id, {
          // The worker answers a task with the result of that task.
          resolve: settle((result) => resolve(result as TaskResult<typeof task>)),
          reject: settle(reject),
          onProgress,
        });
        abort?.addEventListener('abort', onAbort, { once: true });
        worker.postMessage({ kind: 'start', id, task, input }, transfer);
      }),
    close() {
      worker.terminate();
      failAll(new Error('The analysis was ended'));
    },
  };
}

let shared: Analysis | null = null;

/** The one worker of the page, started when it is first asked for, and anew once it broke down. */
export function sharedAnalysis(): Analysis {
  if (!shared) {
    const worker = startWorker();
    worker.addEventListener('error', () => {
      worker.terminate();
      shared = null;
    });
    shared = createAnalysis(worker);
  }
  return shared;
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
