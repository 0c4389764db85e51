import type { RequestListener } from 'node:http';
import { pino } from 'pino';
import type { Database } from '../sql/database.ts';
import { publicReader } from '../sql/reader.ts';
import { findReaderOf } from './accounts/reader.ts';
import { createApp } from './app.ts';
import type { ApiContext } from './context.ts';
import { createListener } from './listener.ts';
import { createMemory } from './memory/answer-memory.ts';
import { watchPublication } from './memory/publication-watch.ts';
import { keepWarm } from './memory/warming.ts';
import type { ViewerFiles } from './pages/viewer-files.ts';

/** The tiles and columns of a whole country, as they are sent, take less. */
const memoryBytes = 96 * 1024 ** 2;

/** The app behind node:http, with what it remembers. */
export interface Answering {
  readonly listener: RequestListener;
  /** Fills the memory, and what every page is written from, from a database that is ready; gives how to stop. */
  warm(db: Database, interval: number, longestLook?: number | null): () => void;
}

export function createAnswering(
  context: ApiContext,
  viewer: ViewerFiles,
  find = findReaderOf(context),
): Answering {
  const memory = createMemory(memoryBytes);
  const watch = watchPublication(memory.forget);
  const app = createApp({ ...context, watch }, viewer, find);
  return {
    listener: createListener({ answer: app.fetch, memory, find, notes: context }),
    warm(db, interval, longestLook = null) {
      const reader = publicReader;
      // What the server asks itself is no request of anybody's, so it is not logged.
      const silent = { ...context, logger: pino({ level: 'silent' }), metrics: null };
      const unlogged = createApp(silent, new Map());
      const { logger, startup } = context;
      const onWarm = (isWarm: boolean) => {
        startup.isWarm = isWarm;
      };
      const onReach = (isReached: boolean) => {
        startup.lostSince = isReached ? null : (startup.lostSince ?? Date.now());
      };
      let before: string | null | undefined;
      const onLook = (stamp: string | null, at: number) => {
        watch.see(stamp, at);
        if (stamp !== before) void app.request('/', {}, { reader });
        before = stamp;
      };
      const filling = { db, memory, logger, interval, longestLook, reader, answer: unlogged.fetch };
      return keepWarm({ ...filling, onLook, onReach, onWarm });
    },
  };
}
