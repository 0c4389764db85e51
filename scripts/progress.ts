import type { WriteStream } from 'node:tty';
import type { Progress } from '../api/release/progress.ts';

/** Shows how far a command is: one line that renews itself on a terminal, a line for each step elsewhere. */
export function showProgress(stream: WriteStream): { show(progress: Progress): void; end(): void } {
  if (!stream.isTTY) return showSteps(stream);
  const clear = '\r\u001b[2K';
  return {
    show: (progress) => stream.write(`${clear}${describe(progress)}…`),
    end: () => stream.write(clear),
  };
}

function showSteps(stream: WriteStream): { show(progress: Progress): void; end(): void } {
  let last = '';
  return {
    show({ step }) {
      if (step !== last) stream.write(`${step}…\n`);
      last = step;
    },
    end: () => undefined,
  };
}

function describe({ step, done, total }: Progress): string {
  if (done === undefined || total === undefined || total === 0) return step;
  const filled = Math.min(barWidth, Math.floor((done / total) * barWidth));
  return `${step} [${'='.repeat(filled).padEnd(barWidth)}] ${done} of ${total}`;
}

const barWidth = 20;
