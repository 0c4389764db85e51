import { readFile } from 'node:fs/promises';

/** What a process has taken. */
export interface ProcessReading {
  /** Resident memory, megabytes of 1024². */
  readonly megabytes: number;
  /** Processor time since its start. */
  readonly seconds: number;
}

/** Reads what a process has taken, by its number; on Linux alone. */
export async function readProcess(number: string | number): Promise<ProcessReading> {
  const status = await readFile(`/proc/${number}/status`, 'utf8');
  const fields = (await readFile(`/proc/${number}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  // In hundredths of a second on every Linux in use.
  return {
    megabytes: Math.round(kilobytes / 1024),
    seconds: (Number(fields[11]) + Number(fields[12])) / 100,
  };
}
