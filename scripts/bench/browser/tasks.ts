import type { Page } from 'playwright-core';

/** An event of a trace: times in microseconds, `tdur` of the processor. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export interface TaskRecorder {
  /** Milliseconds of the processor that the longest task of the page's main thread took during an act. */
  findLongest(act: () => Promise<void>): Promise<number>;
}

const categories = ['toplevel', '__metadata'];

/** Records the tasks of a page, as the browser itself traces them. */
export async function createTaskRecorder(page: Page): Promise<TaskRecorder> {
  const session = await page.context().newCDPSession(page);
  let events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  return {
    async findLongest(act) {
      events = [];
      const traceConfig = { includedCategories: categories };
      await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
      await act();
      const ended = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
      await session.send('Tracing.end');
      await ended;
      return longestOf(events);
    },
  };
}

function longestOf(events: readonly TraceEvent[]): number {
  const isMain = ({ name, args }: TraceEvent) => name === 'thread_name' && args?.name === 'CrRendererMain';
  const mains = new Set(events.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid} ${tid}`),
  );
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / 1000;
}
