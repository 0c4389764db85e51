import type { Work } from '../../sql/queue/work.ts';
import { RequestProblem } from '../errors.ts';

/** How many requests may be worked on at once: what takes seconds counts as long as well. */
export interface RequestLimits {
  /** Of one client, by its address; of IPv6 by its network. */
  readonly most: number;
  readonly mostLong: number;
}

export const usualLimits: RequestLimits = { most: 100, mostLong: 24 };

/** Together, so many times as much as one client. */
const clients = 4;
/** Seconds. */
const laterForClient = 2;
const laterForAll = 5;

export interface Admission {
  /** Counts a request, and gives what says that it is over. Throws a problem 429 or 503 where it is one too many. */
  enter(client: string, kind: Work['kind']): () => void;
}

export function createAdmission({ most, mostLong }: RequestLimits): Admission {
  const all = createCount(most * clients, mostLong * clients);
  const own = new Map<string, ReturnType<typeof createCount>>();
  return {
    enter(client, kind) {
      const count = own.get(client) ?? createCount(most, mostLong);
      if (!count.hasRoom(kind))
        throw new RequestProblem(
          'too-many-requests',
          'Too much is asked at once from this address: wait for the answers',
          undefined,
          laterForClient,
        );
      if (!all.hasRoom(kind)) throw overloaded('Too much is asked at once');
      own.set(client, count);
      const leaves = [count.add(kind), all.add(kind)];
      return () => {
        for (const leave of leaves) leave();
        if (count.isEmpty()) own.delete(client);
      };
    },
  };
}

export function overloaded(detail: string): RequestProblem {
  return new RequestProblem('overloaded', detail, undefined, laterForAll);
}

function createCount(most: number, mostLong: number) {
  let running = 0;
  let runningLong = 0;
  return {
    hasRoom: (kind: Work['kind']) => running < most && (kind === 'short' || runningLong < mostLong),
    isEmpty: () => running === 0,
    add(kind: Work['kind']) {
      const long = kind === 'long' ? 1 : 0;
      running += 1;
      runningLong += long;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        running -= 1;
        runningLong -= long;
      };
    },
  };
}
