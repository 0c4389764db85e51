import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds that each thread of the browsers of this process was on a processor, by `process number/thread/name`. */
export type ProcessorTime = ReadonlyMap<string, number>;

/** Reads it from Linux's /proc. Threads that draw in software are among them, which no trace of Chromium shows. */
export function readProcessorTime(): ProcessorTime {
  const times = new Map<string, number>();
  for (const { pid, kind } of listBrowserProcesses())
    for (const thread of list(`/proc/${pid}/task`)) {
      const name = read(`/proc/${pid}/task/${thread}/comm`)?.trim();
      const nanoseconds = Number(read(`/proc/${pid}/task/${thread}/schedstat`)?.split(' ')[0]);
      if (name && Number.isFinite(nanoseconds))
        times.set(`${pid}/${thread}/${kind} ${name}`, nanoseconds / 1e6);
    }
  return times;
}

/** Milliseconds between two readings, by the part of the browser; what ended before the second reading is not counted. */
export function compareTimes(before: ProcessorTime, after: ProcessorTime): Record<Part, number> {
  const parts: Record<Part, number> = { page: 0, drawing: 0, workers: 0, other: 0 };
  for (const [thread, time] of after) parts[partOf(thread)] += time - (before.get(thread) ?? 0);
  return parts;
}

/** The main thread of pages; what draws and lays frames over each other; what reads tiles and scripts beside; all the rest. */
export type Part = 'page' | 'drawing' | 'workers' | 'other';

function partOf(thread: string): Part {
  const [pid, number, name = ''] = thread.split('/');
  if (name.startsWith('gpu-process')) return 'drawing';
  if (name.startsWith('renderer')) return pid === number ? 'page' : 'workers';
  return 'other';
}

function listBrowserProcesses(): { readonly pid: number; readonly kind: string }[] {
  const parents = new Map<number, number>();
  for (const pid of list('/proc').map(Number).filter(Boolean)) {
    const stat = read(`/proc/${pid}/stat`);
    // The name before it may hold anything.
    if (stat) parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === process.pid || isBelow(parents.get(pid)));
  return [...parents.keys()].flatMap((pid) => {
    const command = pid !== process.pid && isBelow(pid) ? read(`/proc/${pid}/cmdline`) : null;
    if (!command || !/chrom/i.test(command.split('\0')[0] ?? '')) return [];
    return { pid, kind: /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser' };
  });
}

/** Processes and threads go while they are read. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
