import PgBoss from 'pg-boss';
import type { Database } from '../../sql/database.ts';
import { executeText, listRefreshJobs } from '../../sql/refresh.ts';

/** A source that is fetched again and again. */
export interface Refresh {
  readonly name: string;
  /** Minute, hour, day of the month, month and day of the week, by the clock of Amsterdam. */
  readonly cron: string;
  /** What `npm run import` would be given. */
  readonly words: readonly string[];
  /** Shows each release to everyone where its checks find no error; else it is kept for a look. */
  readonly publish: boolean;
}

/** How often the queue asks again, and how long it waits before. */
export interface QueueSettings {
  /** How often a refresh is tried again after it failed. */
  readonly retries: number;
  /** Seconds before the first of those; about doubled for each further one. */
  readonly retryDelay: number;
}

/** A refresh that is due, taken by this process. Whoever takes one says how it ended. */
export interface DueRefresh {
  readonly refresh: string;
  readonly words: readonly string[];
  readonly publish: boolean;
  /** 1 for the first attempt. */
  readonly attempt: number;
  complete(): Promise<void>;
  /** Has it tried again later, as often as the settings say. */
  fail(message: string): Promise<void>;
}

export interface RefreshQueue {
  list(): Promise<Refresh[]>;
  /** Adds a refresh, or puts it in the place of the one of its name. Throws where the cron expression is none. */
  add(refresh: Refresh): Promise<void>;
  /** Whether there was one. */
  remove(name: string): Promise<boolean>;
  /** Makes a refresh due now. */
  request({ name, words, publish }: Refresh): Promise<void>;
  /** The next refresh that is due; null: none is. */
  take(): Promise<DueRefresh | null>;
  /** Has those tried again that a process had taken which is no more; gives their names and attempts. */
  recover(): Promise<{ refresh: string; attempt: number }[]>;
  close(): Promise<void>;
}

interface Order {
  readonly words: readonly string[];
  readonly publish: boolean;
}

export const retryingQueue: QueueSettings = { retries: 6, retryDelay: 60 };
export const queueSchema = 'refresh_queue';
const timezone = 'Europe/Amsterdam';
/** pg-boss wants a limit below a day; a process that ended is noticed when the next one starts. */
const longestRunHours = 23;

/**
 * Opens the schedule of refreshes, which pg-boss keeps in the same database, on the same connections. With `isWorking`
 * what falls due by the clock is put in the queue. `onError` hears of what pg-boss meets beside the calls.
 */
export async function openRefreshQueue(
  db: Database,
  isWorking: boolean,
  onError: (error: Error) => void,
  { retries, retryDelay }: QueueSettings = retryingQueue,
): Promise<RefreshQueue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => executeText(db, text, values) },
    schema: queueSchema,
    supervise: isWorking,
    schedule: isWorking,
  });
  boss.on('error', onError);
  await boss.start();
  const queueOptions = {
    retryLimit: retries,
    retryDelay,
    retryBackoff: true,
    expireInHours: longestRunHours,
  };
  const list = async (): Promise<Refresh[]> =>
    (await boss.getSchedules()).map(({ name, cron, data }) => ({ name, cron, ...(data as Order) }));
  return {
    list,
    async add({ name, cron, words, publish }) {
      await boss.createQueue(name, { name, policy: 'short', ...queueOptions });
      await boss.updateQueue(name, { name, policy: 'short', ...queueOptions });
      await boss.schedule(name, cron, { words, publish }, { tz: timezone });
    },
    async remove(name) {
      const isKnown = (await list()).some((refresh) => refresh.name === name);
      await boss.unschedule(name);
      // The queue itself stays: pg-boss 10 removes none that holds what was done.
      if (isKnown) await boss.purgeQueue(name);
      return isKnown;
    },
    async request({ name, words, publish }) {
      await boss.send(name, { words, publish });
    },
    async take() {
      for (const { name } of await list()) {
        const [job] = await boss.fetch<Order>(name, { includeMetadata: true });
        if (job) return describe(boss, job);
      }
      return null;
    },
    async recover() {
      const left = (await listRefreshJobs(db, queueSchema)).filter(({ state }) => state === 'active');
      for (const { name, id } of left) await boss.fail(name, id, { message: endedMessage });
      return left.map(({ name, attempt }) => ({ refresh: name, attempt }));
    },
    close: () => boss.stop({ graceful: false }),
  };
}

export const endedMessage = 'the process that did it ended before it was done';

function describe(boss: PgBoss, { name, id, data, retryCount }: PgBoss.JobWithMetadata<Order>): DueRefresh {
  return {
    refresh: name,
    ...data,
    attempt: retryCount + 1,
    complete: () => boss.complete(name, id),
    fail: (message) => boss.fail(name, id, { message }),
  };
}
