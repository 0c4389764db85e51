import { setInterval } from 'node:timers';
import type { Logger } from 'pino';
import { addressOfColumn } from '../../geodata/columns/address.ts';
import { listColumnAddresses, listTileAddresses } from '../../sql/artefacts.ts';
import type { Database } from '../../sql/database.ts';
import { readPublicationStamp } from '../../sql/publication-stamp.ts';
import { OverloadError, runWork } from '../../sql/queue/work.ts';
import { type Reader, writeRightsKey } from '../../sql/reader.ts';
import type { Answer } from '../listener.ts';
import type { AnswerMemory } from './answer-memory.ts';

/** What every browser accepts, so that its answers are the ones at hand. */
const acceptEncoding = 'gzip, br';

interface Warmed {
  readonly db: Database;
  readonly memory: AnswerMemory;
  readonly logger: Logger;
  /** How often the database is asked whether something was published or withdrawn, milliseconds. */
  readonly interval: number;
  /** A look that takes longer finds the database gone, milliseconds; null: it is waited for. */
  readonly longestLook: number | null;
  readonly answer: Answer;
  /** Told of every look what is published, and when that was asked for (`performance.now`, milliseconds). */
  onLook(stamp: string | null, at: number): void;
  /** For whom it is filled. */
  readonly reader: Reader;
  /** Told of every look whether the database answered. */
  onReach(isReached: boolean): void;
  /** Told whether all is in memory that there is room for. */
  onWarm(isWarm: boolean): void;
}

/**
 * Fills the memory with all tiles and columns, so that none of them waits for the database, and begins again when
 * something is published or withdrawn, by this process or another. Gives how to stop.
 */
export function keepWarm({
  db,
  memory,
  logger,
  interval,
  longestLook,
  answer,
  reader,
  onLook,
  onReach,
  onWarm,
}: Warmed): () => void {
  let stamp: string | null | undefined;
  let generation = memory.generation;
  let isLooking = false;
  let isStopped = false;
  let isLost = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      const at = performance.now();
      const now = await readWithin(longestLook, () => readPublicationStamp(db));
      isLost = false;
      onReach(true);
      onLook(now, at);
      // What this process forgot by itself is filled in again as well.
      if ((now === stamp && memory.generation === generation) || isStopped) return;
      stamp = now;
      memory.forget();
      generation = memory.generation;
      const filled = generation;
      onWarm(false);
      const isOver = () => isStopped || memory.generation !== filled;
      void fill({ db, memory, answer, reader }, isOver).then(() => isOver() || onWarm(true), report);
    } catch (error) {
      // What is kept was public and may be kept by every browser for a year: it goes on while the database is gone.
      if (!isLost) report(error);
      isLost = true;
      onReach(false);
    } finally {
      isLooking = false;
    }
  };
  const report = (error: unknown) => {
    if (!isStopped) logger.warn({ err: error }, 'the memory of tiles and columns could not be filled');
  };
  const timer = setInterval(look, interval);
  timer.unref();
  void look();
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}

/** Reads something that counts as failed where it takes longer than so many milliseconds. */
async function readWithin<T>(longest: number | null, read: () => Promise<T>): Promise<T> {
  if (longest === null) return read();
  const ending = new AbortController();
  const end = () => ending.abort(new OverloadError('the database does not answer'));
  const timer = setTimeout(end, longest);
  try {
    return await runWork({ kind: 'short', client: '', signal: ending.signal }, read);
  } finally {
    clearTimeout(timer);
  }
}

async function fill(
  { db, memory, answer, reader }: Pick<Warmed, 'db' | 'memory' | 'answer' | 'reader'>,
  isOver: () => boolean,
): Promise<void> {
  const { generation } = memory;
  const rights = writeRightsKey(reader);
  const columns = await listColumnAddresses(db, reader);
  const tiles = await listTileAddresses(db, reader);
  const addresses = [
    ...columns.map(addressOfColumn),
    ...tiles.map(({ boundaryYear, hash, z, x, y }) => `/tiles/${boundaryYear}/${hash}/${z}/${x}/${y}.mvt`),
  ];
  for (const address of addresses) {
    if (isOver() || memory.isFull) return;
    const request = new Request(`http://localhost${address}`, {
      headers: { 'Accept-Encoding': acceptEncoding },
    });
    const question = { rights, address, accepted: acceptEncoding };
    await memory.keep(question, await answer(request, { reader }), generation, true);
  }
}
