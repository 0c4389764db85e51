import { findRepeatedKey } from '../../geodata/sources/formats/json.ts';
import type { Ask } from '../../geodata/sources/live/source.ts';
import { type CachedAnswer, type DownloadCache, openDownloadCache } from './cache.ts';
import { limitConnections } from './connections.ts';
import { AttemptError, describeAnswer, describeBreak, describeFailure } from './failure.ts';
import { type OnBytes, requestOnce } from './request.ts';
import type { DownloadSettings, Form } from './settings.ts';

/**
 * Asks the network for public data: a few requests at once, with time limits, again after a failure that may pass,
 * from the cache where that is still true, and from where it broke off. Throws InputError where an address stays broken.
 */
export function createAsker(settings: DownloadSettings, report: Ask['report']): Ask {
  const cache = openDownloadCache(settings.directory);
  const limit = limitConnections(settings.connections);
  const underWay = new Map<string, Promise<unknown>>();
  const once = <Value>(key: string, work: () => Promise<Value>): Promise<Value> => {
    const begun = underWay.get(key) as Promise<Value> | undefined;
    const running = begun ?? limit(work).finally(() => underWay.delete(key));
    underWay.set(key, running);
    return running;
  };
  return {
    report,
    json: (address) =>
      once(`json ${address}`, () => obtain(address, 'json', parseAnswer, cache, settings, () => undefined)),
    bytes: (address, isUsable = () => true) =>
      once(`bytes ${address}`, () =>
        obtain(
          address,
          'bytes',
          (answer) => checkFile(answer, isUsable),
          cache,
          settings,
          (done, total) => report({ what: address, done, total }),
        ),
      ),
  };
}

async function obtain<Value>(
  address: string,
  form: Form,
  read: (answer: CachedAnswer) => Value,
  cache: DownloadCache,
  settings: DownloadSettings,
  onBytes: OnBytes,
): Promise<Value> {
  const { now, freshTime, attempts } = settings;
  let known = readable(await cache.find(address), read);
  const age = known ? now() - known.checkedAt : Number.POSITIVE_INFINITY;
  // What came while the clock was ahead is asked about again.
  if (known && age >= 0 && age < freshTime) return read(known);
  for (let attempt = 1; ; attempt++) {
    try {
      return read(await requestOnce(address, form, known, cache, settings, onBytes));
    } catch (error) {
      const failure = describeBreak(error);
      if (attempt >= attempts || !failure.isPassing) throw describeFailure(address, failure, attempt);
      await waitBefore(attempt, failure, address, settings);
      known = readable(await cache.find(address), read);
    }
  }
}

/** Null for an answer that is there but makes no sense: it is asked for again, without conditions. */
function readable<Value>(
  answer: CachedAnswer | null,
  read: (answer: CachedAnswer) => Value,
): CachedAnswer | null {
  try {
    if (answer) read(answer);
    return answer;
  } catch {
    return null;
  }
}

function parseAnswer({ bytes }: CachedAnswer): unknown {
  const text = new TextDecoder().decode(bytes);
  const value = parseText(text);
  const repeated = findRepeatedKey(text, value);
  if (!repeated) return value;
  throw new AttemptError(`the answer gives ${JSON.stringify(repeated.key)} twice in one object`, false);
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw describeAnswer(text);
  }
}

function checkFile({ bytes }: CachedAnswer, isUsable: (bytes: Uint8Array) => boolean): Uint8Array {
  if (isUsable(bytes)) return bytes;
  throw new AttemptError('the answer is not the file that it should be', true);
}

/** Doubles from attempt to attempt, between half and one and a half times, so that not all come back at once. */
async function waitBefore(
  attempt: number,
  failure: AttemptError,
  address: string,
  { firstWait, longestWait, longestRetryAfter, random, sleep }: DownloadSettings,
): Promise<void> {
  const { retryAfter } = failure;
  if (retryAfter !== null && retryAfter > longestRetryAfter) {
    const minutes = Math.ceil(retryAfter / 60_000);
    const message = `${failure.message} and asks to wait ${minutes} minutes`;
    throw describeFailure(address, new AttemptError(message, true), attempt);
  }
  const backoff = Math.min(longestWait, firstWait * 2 ** (attempt - 1)) * (0.5 + random());
  await sleep(Math.max(backoff, retryAfter ?? 0));
}
