import { createRecentMemory } from '../memory/recent-memory.ts';
import { compressOnce } from './compression.ts';
import type { Deliverable } from './delivery.ts';
import { hashOf } from './etag.ts';

/** Signs of all texts that are remembered with their compressed bytes; the one that was asked for longest ago goes first. */
const mostTogether = 8_000_000;
/** What is longer is made anew each time. */
const mostLength = 1_000_000;
/** Each takes some room beside its signs. */
const overhead = 1000;
/** What fits a network packet gains nothing. */
const leastBytes = 1000;

/**
 * Makes texts ready to be sent under a strong tag, compressed: the same text once, however often it is asked for. A text
 * is found by itself alone, so that whoever gets it from here has brought it.
 */
export function rememberCompressed(type: string): (text: string) => Deliverable {
  const memory = createRecentMemory<Deliverable>(mostTogether);
  return (text) => {
    const hash = hashOf(text);
    const describe = () => describeText(text, hash, type);
    return text.length > mostLength ? describe() : memory.recall(hash, describe, text.length + overhead);
  };
}

function describeText(text: string, hash: string, type: string): Deliverable {
  const compress = compressOnce(Buffer.from(text));
  return {
    type,
    hash,
    immutable: false,
    encode: (encoding) => (encoding === 'identity' || text.length >= leastBytes ? compress(encoding) : null),
  };
}
