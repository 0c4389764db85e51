import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Startup } from '../startup.ts';

/** A request that was answered, without what somebody looked at. */
export interface Measured {
  readonly method: string;
  /** As the API names it: `/api/areas/{code}`. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What is counted of this process, in the text form that Prometheus reads. */
export interface Metrics {
  /** Media type of what `write` gives. */
  readonly type: string;
  /** Whether a text is the token that whoever reads the metrics has to say. */
  isToken(text: string): boolean;
  observe(request: Measured): void;
  write(): Promise<string>;
}

/** Upper ends, seconds: what lies in memory takes less than the first, what is ended more than the last. */
const buckets = [0.005, 0.02, 0.1, 0.5, 2, 10, 30];

/**
 * Counts requests by route, method and status, and tells how the process is. A route stands for all its addresses, so that
 * neither areas nor persons are named and there are few of them.
 */
export function createMetrics(token: string, startup: Startup): Metrics {
  const registers = [new Registry()];
  const [register] = registers as [Registry];
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    registers,
    name: 'http_request_duration_seconds',
    help: 'Time until an answer begins, by route',
    labelNames: ['method', 'route', 'status'],
    buckets,
  });
  describeStartup(registers, startup);
  const expected = digest(token);
  return {
    type: register.contentType,
    isToken: (text) => timingSafeEqual(digest(text), expected),
    observe: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    write: () => register.metrics(),
  };
}

function describeStartup(registers: Registry[], startup: Startup): void {
  const describe = (name: string, help: string, read: () => number) =>
    new Gauge({
      registers,
      name,
      help,
      collect() {
        this.set(read());
      },
    });
  describe('wijkinformatie_ready', '1 where requests are answered, 0 where the server starts or stops', () =>
    startup.phase.status === 'ready' ? 1 : 0,
  );
  describe(
    'wijkinformatie_database_away_seconds',
    'How long the database has not answered; 0 where it does',
    () => (startup.lostSince == null ? 0 : (Date.now() - startup.lostSince) / 1000),
  );
  describe('wijkinformatie_memory_warm', '1 where all that is public lies in memory as it is sent', () =>
    startup.isWarm ? 1 : 0,
  );
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
