import { quantile } from '../measurement.ts';
import type { Kind } from './visits.ts';

/** What came of a request. */
export type Outcome = 'answered' | 'refused' | 'refused without a time' | 'failed';

interface Entry {
  readonly kind: Kind;
  readonly outcome: Outcome;
  /** From when it was due until its answer was whole. */
  readonly milliseconds: number;
}

/** Requests and what came of them. */
export interface Tally {
  add(entry: Entry): void;
  count(outcome?: Outcome): number;
  /** What differed from an answer or a refusal, and how often. */
  readonly failures: ReadonlyMap<string, number>;
  fail(why: string): void;
  /** A quantile of the milliseconds of what was answered. */
  at(share: number, kind?: Kind): number;
  /** A table with a line of each kind. */
  describe(): string;
}

export function createTally(): Tally {
  const entries: Entry[] = [];
  const failures = new Map<string, number>();
  const times = (kind?: Kind) =>
    entries
      .filter((entry) => entry.outcome === 'answered' && (!kind || entry.kind === kind))
      .map(({ milliseconds }) => milliseconds);
  const at = (share: number, kind?: Kind) => quantile(times(kind), share);
  const count = (outcome?: Outcome) =>
    entries.filter((entry) => !outcome || entry.outcome === outcome).length;
  const line = (title: string, kind?: Kind) =>
    `| ${title} | ${times(kind).length} | ${at(0.5, kind).toFixed(1)} | ${at(0.99, kind).toFixed(0)} | ${at(1, kind).toFixed(0)} |`;
  return {
    add: (entry) => entries.push(entry),
    count,
    failures,
    fail: (why) => failures.set(why, (failures.get(why) ?? 0) + 1),
    at,
    describe() {
      const kinds = [...new Set(entries.map(({ kind }) => kind))];
      const head = [
        '| what | answered | median ms | 99th percentile ms | most ms |',
        '|---|---|---|---|---|',
      ];
      return [...head, ...kinds.map((kind) => line(kind, kind)), line('all')].join('\n');
    },
  };
}
