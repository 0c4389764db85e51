import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { StoredBytes } from '../../sql/artefacts.ts';
import type { Deliverable } from './delivery.ts';

const unzip = promisify(gunzip);

/** Bytes that were compressed when they were published, to be sent as they are stored. */
export function describeArtefact(
  stored: StoredBytes,
  about: Pick<Deliverable, 'type' | 'hash' | 'immutable'>,
): Deliverable {
  return {
    ...about,
    async encode(encoding) {
      if (encoding === 'br') return stored.brotli;
      return encoding === 'gzip' ? stored.gzip : unzip(stored.gzip);
    },
  };
}
