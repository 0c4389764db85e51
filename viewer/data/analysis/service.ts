import { messageOf } from '../../../geodata/problem.ts';
import { listBuffers, openBlobs, type Reply, type Request } from './message.ts';
import { type TaskName, tasks } from './tasks.ts';

/** A worker that never pauses would not hear that it may stop. */
const sliceMilliseconds = 20;

export type Answer = (reply: Reply, transfer: Transferable[]) => void;

/** What the worker does with each request: it computes in slices, between which it hears of other requests. */
export function createService(answer: Answer): (request: Request) => Promise<void> {
  const cancelled = new Set<number>();
  const running = new Set<number>();
  return async (request) => {
    if (request.kind === 'cancel') {
      if (running.has(request.id)) cancelled.add(request.id);
      return;
    }
    const { id, task, input } = request;
    running.add(id);
    try {
      const opened = await openBlobs(input);
      if (cancelled.has(id)) return;
      const computation = begin(task, opened);
      for (;;) {
        const step = runSlice(computation);
        if (cancelled.has(id)) return;
        if (step.done) {
          answer({ kind: 'result', id, result: step.value }, [...listBuffers(step.value)]);
          return;
        }
        answer({ kind: 'progress', id, done: step.value }, []);
        await pause();
      }
    } catch (error) {
      answer({ kind: 'failure', id, message: messageOf(error) }, []);
    } finally {
      running.delete(id);
      cancelled.delete(id);
    }
  };
}

/** The input is that of the task: the client's types see to it. */
function begin(task: TaskName, input: unknown): Generator<number, unknown> {
  const start: (input: never) => Generator<number, unknown> = tasks[task];
  return start(input as never);
}

function runSlice(computation: Generator<number, unknown>): IteratorResult<number, unknown> {
  const end = performance.now() + sliceMilliseconds;
  for (;;) {
    const step = computation.next();
    if (step.done || performance.now() >= end) return step;
  }
}

function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}
