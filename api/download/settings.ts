import { sizeLimits } from '../../geodata/sources/formats/limit.ts';
import { liveSources } from '../../geodata/sources/live/registry.ts';
import type { Reach } from './fetching.ts';

/** Whether large files are asked for: those are sent uncompressed, so that a rest can be asked for. */
export type Form = 'json' | 'bytes';

/** How long the asker waits, how often it asks again, and how much it asks at once. Times in milliseconds. */
export interface DownloadSettings {
  /** Folder of the cache; made when it is not there. */
  readonly directory: string;
  /** For the head of an answer to come. */
  readonly answerTime: number;
  /** Between two pieces of a body. */
  readonly stallTime: number;
  /** For a body to be whole. */
  readonly wholeTime: number;
  /** Bytes of a body, unpacked. */
  readonly mostBytes: Readonly<Record<Form, number>>;
  /** Where may be asked. */
  readonly reach: Reach;
  /** How often an address is asked before it counts as broken. */
  readonly attempts: number;
  /** Before the second attempt; doubled for each further one. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** The longest `Retry-After` that is waited for. */
  readonly longestRetryAfter: number;
  /** For how long an answer is used again without asking whether it changed. */
  readonly freshTime: number;
  /** Requests that may be under way at once. */
  readonly connections: number;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1, for the jitter. */
  readonly random: () => number;
}

const second = 1000;
const minute = 60 * second;

/**
 * Settings for a public service. An answer stays fresh for an hour: an import that was interrupted, or one that follows
 * its own dry run, goes on with what it had and asks only for the rest. `base`: the address of a service that somebody
 * named, which may lie anywhere.
 */
export function defaultDownloadSettings(directory: string, base: string | null = null): DownloadSettings {
  return {
    directory,
    wholeTime: 30 * minute,
    mostBytes: { json: 256_000_000, bytes: sizeLimits.boundaries },
    reach: {
      named: base !== null && URL.canParse(base) ? [new URL(base).host] : [],
      together: liveSources.map(({ hosts }) => hosts),
    },
    answerTime: minute,
    stallTime: 30 * second,
    attempts: 6,
    firstWait: second,
    longestWait: minute,
    longestRetryAfter: 10 * minute,
    freshTime: 60 * minute,
    connections: 4,
    now: Date.now,
    sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)),
    random: Math.random,
  };
}
