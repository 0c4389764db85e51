import { request } from 'node:http';
import type { Random } from '../../../geodata/statistics/random.ts';
import { type Asked, type Places, visit } from './visits.ts';

/** What is asked of the simulated edges of a CDN. */
export interface Rollout {
  /** Readers in a day, each with one visit. */
  readonly readers: number;
  /** Places of the CDN, each with a memory of its own. */
  readonly edges: number;
  /** Share of the readers of a day who come in its busiest hour. */
  readonly busiest: number;
  /** Visits that are simulated; the day is counted up from them. */
  readonly visits: number;
}

/** What comes of it; bytes are bodies, compressed as they are sent. */
export interface RolledOut {
  readonly requestsOfVisit: number;
  readonly bytesOfVisit: number;
  /** Of a visit whose page and columns the browser holds from an earlier one. */
  readonly bytesOfReturn: number;
  /** Requests a second in the busiest hour: all, those that reach the origin, and those that its database answers. */
  readonly perSecond: { readonly all: number; readonly origin: number; readonly database: number };
  /** Megabytes a second from edges and from the origin, in the busiest hour. */
  readonly megabytes: { readonly edges: number; readonly origin: number };
  /** What an edge keeps once everything was asked for there, megabytes. */
  readonly kept: number;
}

interface Answer {
  readonly bytes: number;
  /** Whether an edge and a browser may keep it without asking again. */
  readonly isKept: boolean;
}

/**
 * Simulates visits through a CDN in front of a product: an edge keeps what never changes (`immutable`) and asks the origin for
 * all else each time, which answers 304 where a browser has it. Bytes are measured once for each address.
 */
export async function simulateRollout(
  address: string,
  places: Places,
  rollout: Rollout,
  random: Random,
): Promise<RolledOut> {
  const answers = new Map<string, Answer>();
  const measure = async ({ path }: Asked): Promise<Answer> => {
    const known = answers.get(path) ?? (await ask(address + path));
    answers.set(path, known);
    return known;
  };
  const seen = Array.from({ length: rollout.edges }, () => new Set<string>());
  const all = { requests: 0, bytes: 0, returned: 0, origin: 0, originBytes: 0, database: 0 };
  for (let number = 0; number < rollout.visits; number++) {
    const edge = seen[Math.floor(random() * rollout.edges)] ?? new Set();
    for (const asked of visit(places, random)) {
      const { bytes, isKept } = await measure(asked);
      all.requests += 1;
      all.bytes += bytes;
      if (!isKept) all.returned += bytes;
      const isAtEdge = isKept && edge.has(asked.path);
      if (isKept) edge.add(asked.path);
      // What an edge lacks it fetches once, however many visits follow in the days that it keeps it.
      const weight = isKept ? Math.min(1, rollout.visits / rollout.readers) : 1;
      if (isAtEdge) continue;
      all.origin += weight;
      all.originBytes += weight * bytes;
      if (!isKept && asked.kind !== 'page') all.database += 1;
    }
  }
  const perSecond = (rollout.readers * rollout.busiest) / 3600 / rollout.visits;
  const kept = [...answers.values()].filter(({ isKept }) => isKept);
  return {
    requestsOfVisit: all.requests / rollout.visits,
    bytesOfVisit: all.bytes / rollout.visits,
    bytesOfReturn: all.returned / rollout.visits,
    perSecond: {
      all: all.requests * perSecond,
      origin: all.origin * perSecond,
      database: all.database * perSecond,
    },
    megabytes: { edges: (all.bytes * perSecond) / 1e6, origin: (all.originBytes * perSecond) / 1e6 },
    kept: kept.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6,
  };
}

/** Bytes of a body as it is sent to a browser, and whether it may be kept. */
function ask(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'Accept-Encoding': 'gzip, br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      const isKept = /\bimmutable\b/.test(answer.headers['cache-control'] ?? '');
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve({ bytes, isKept })
          : reject(new Error(`${url} answered ${answer.statusCode}`)),
      );
      answer.on('error', reject);
    });
    asked.on('error', reject).end();
  });
}
