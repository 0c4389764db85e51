import { OverloadError, reasonOf, requireGoing, type Work } from './work.ts';

export interface TurnLimits {
  /** How many may have their turn at once. */
  readonly most: number;
  /** How many of them may be long. */
  readonly mostLong: number;
  /** How many may wait. */
  readonly mostWaiting: number;
  /** How long one may wait, milliseconds. */
  readonly longestWait: number;
}

/** Who waits for something that only so many can have at once. */
export interface Turns {
  /**
   * Waits for a turn and gives how to end it. Without a work it waits as long as it takes. Throws WorkEndedError where the
   * work ends meanwhile, and OverloadError where too many wait or it waits too long.
   */
  take(work: Work | undefined): Promise<() => void>;
  readonly waiting: number;
}

interface Waiting {
  readonly start: () => void;
}

/** So many short ones pass a long one that waits; then it is its turn. */
const mostPassing = 8;

/**
 * Short works go first, and clients take turns, so that neither a long read nor whoever asks much holds up the others; but
 * after so many short ones a long one that waits has its turn.
 */
export function createTurns({ most, mostLong, mostWaiting, longestWait }: TurnLimits): Turns {
  const queues = { short: createQueue(), long: createQueue() };
  let running = 0;
  let runningLong = 0;
  let passed = 0;
  const choose = () => {
    const mayBeLong = queues.long.size > 0 && runningLong < mostLong;
    if (mayBeLong && (queues.short.size === 0 || passed >= mostPassing)) return 'long' as const;
    return queues.short.size > 0 ? ('short' as const) : null;
  };
  const advance = () => {
    while (running < most) {
      const kind = choose();
      if (kind === null) return;
      passed = kind === 'short' && queues.long.size > 0 ? passed + 1 : 0;
      queues[kind].take()?.start();
    }
  };
  const begin = (isLong: boolean) => {
    running += 1;
    if (isLong) runningLong += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      running -= 1;
      if (isLong) runningLong -= 1;
      advance();
    };
  };
  return {
    take(work) {
      const kind = work?.kind ?? 'short';
      return new Promise((resolve, reject) => {
        if (work) requireGoing(work);
        if (work && queues.short.size + queues.long.size >= mostWaiting)
          throw new OverloadError('too many wait for the database');
        const settle = () => {
          clearTimeout(timer);
          work?.signal.removeEventListener('abort', leave);
        };
        const waiting: Waiting = {
          start: () => {
            settle();
            resolve(begin(kind === 'long'));
          },
        };
        const remove = queues[kind].add(work?.client ?? '', waiting);
        const give = (reason: Error) => {
          settle();
          remove();
          reject(reason);
        };
        const leave = () => work && give(reasonOf(work.signal));
        const timer =
          work &&
          setTimeout(() => give(new OverloadError('the database did not come to it in time')), longestWait);
        work?.signal.addEventListener('abort', leave, { once: true });
        advance();
      });
    },
    get waiting() {
      return queues.short.size + queues.long.size;
    },
  };
}

/** First come, first served for each client; clients take turns. */
function createQueue() {
  const clients = new Map<string, Set<Waiting>>();
  let size = 0;
  const remove = (client: string, waiting: Waiting) => {
    const own = clients.get(client);
    if (!own?.delete(waiting)) return;
    size -= 1;
    if (own.size === 0) clients.delete(client);
  };
  return {
    get size() {
      return size;
    },
    add(client: string, waiting: Waiting): () => void {
      const own = clients.get(client) ?? new Set();
      clients.set(client, own.add(waiting));
      size += 1;
      return () => remove(client, waiting);
    },
    take(): Waiting | undefined {
      for (const [client, own] of clients)
        for (const waiting of own) {
          remove(client, waiting);
          // The others of this client come after everybody else's.
          if (clients.delete(client)) clients.set(client, own);
          return waiting;
        }
      return undefined;
    },
  };
}
