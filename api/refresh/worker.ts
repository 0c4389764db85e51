import { setTimeout as wait } from 'node:timers/promises';
import { messageOf } from '../../geodata/problem.ts';
import type { Database } from '../../sql/database.ts';
import { insertRefreshRun } from '../../sql/refresh.ts';
import { type DueRefresh, endedMessage, type RefreshQueue } from './queue.ts';

export interface WorkSettings {
  /** Seconds between two looks at whether something is due. */
  readonly polling: number;
  /** Ends the work, once what is being done is done. */
  readonly signal: AbortSignal;
  /** Hears how each attempt ended. */
  readonly report: (line: string) => void;
}

/**
 * Does the refreshes that are due, one after the other, until it is told to stop. Only one process may work at a time:
 * what another one had taken counts as broken off, and is tried again.
 */
export async function workRefreshes(
  db: Database,
  queue: RefreshQueue,
  perform: (due: DueRefresh) => Promise<string>,
  { polling, signal, report }: WorkSettings,
): Promise<void> {
  for (const { refresh, attempt } of await queue.recover()) {
    const run = { refresh, attempt, startedAt: new Date(), release: null };
    await insertRefreshRun(db, { ...run, outcome: 'failed', message: endedMessage });
    report(`${refresh}: ${endedMessage}; it is tried again`);
  }
  while (!signal.aborted) {
    const due = await queue.take();
    if (due) await attemptRefresh(due, perform, report);
    else await wait(polling * 1000, undefined, { signal }).catch(() => undefined);
  }
}

async function attemptRefresh(
  due: DueRefresh,
  perform: (due: DueRefresh) => Promise<string>,
  report: (line: string) => void,
): Promise<void> {
  try {
    const said = await perform(due);
    await due.complete();
    report(`${due.refresh}: ${said}`);
  } catch (error) {
    const message = messageOf(error);
    report(`${due.refresh}: attempt ${due.attempt} failed: ${message}`);
    await due.fail(message);
  }
}
