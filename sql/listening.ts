import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Hears what processes tell each other on a channel of PostgreSQL; null: something may have been missed. */
export type OnNote = (text: string | null) => void;

/** Milliseconds between two attempts to connect. */
const rest = 1000;

/**
 * Listens on a channel by a connection of its own, which is made again whenever it is lost. The embedded database has one
 * process, which need not be told. Returns what ends that.
 */
export function listenTo(url: string, channel: string, onNote: OnNote): () => Promise<void> {
  let isEnded = false;
  let client: pg.Client | null = null;
  const listen = async (): Promise<void> => {
    while (!isEnded) {
      const own = new pg.Client({ connectionString: url });
      client = own;
      const lost = new Promise<void>((resolve) => {
        own.on('error', () => resolve());
        own.on('end', () => resolve());
      });
      try {
        own.on('notification', ({ payload = '' }) => onNote(payload));
        await own.connect();
        await own.query(`listen ${pg.escapeIdentifier(channel)}`);
        onNote(null);
        await lost;
      } catch {
        // The same as a connection that is lost.
      }
      await own.end().catch(() => undefined);
      if (!isEnded) await wait(rest, undefined, { ref: false });
    }
  };
  const listening = listen();
  return async () => {
    isEnded = true;
    await client?.end().catch(() => undefined);
    await listening;
  };
}
