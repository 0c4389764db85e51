import { open } from 'node:fs/promises';
import type { Response } from 'undici';
import type { CachedAnswer, DownloadCache, PartialAnswer, Validators } from './cache.ts';
import { AttemptError, describeBreak, describeStatus, readRetryAfter } from './failure.ts';
import { fetchWithin } from './fetching.ts';
import type { DownloadSettings, Form } from './settings.ts';

/** How much of a body is there, and of how much where that is known. */
export type OnBytes = (done: number, total: number | null) => void;

/**
 * Asks an address once: only for what changed since `known`, and only for the rest of what an earlier attempt got.
 * Throws AttemptError.
 */
export async function requestOnce(
  address: string,
  form: Form,
  known: CachedAnswer | null,
  cache: DownloadCache,
  settings: DownloadSettings,
  onBytes: OnBytes,
): Promise<CachedAnswer> {
  const part = await cache.claimPart(address);
  const guard = guardTime(settings);
  try {
    const headers = writeHeaders(form, known, part);
    const response = await fetchWithin(address, { headers, signal: guard.signal }, settings.reach);
    if (response.status === 304 && known) return await confirmKnown(known, cache, settings);
    if (response.status === 416) {
      await cache.dropPart(part);
      throw new AttemptError('the service no longer has the rest of the file', true);
    }
    if (!response.ok) throw await refuse(response, settings);
    const validators = readValidators(response);
    const isRest = response.status === 206 && continues(response, part);
    const target = isRest ? part : await cache.beginPart(part, validators);
    const total = totalOf(response, target.length);
    const most = settings.mostBytes[form];
    if (total !== null && total > most) throw tooLarge(most);
    const length = await writeBody(response, target, guard.extend, (done) => {
      if (done > most) throw tooLarge(most);
      onBytes(done, total);
    });
    if (total !== null && length !== total)
      throw new AttemptError(`the answer broke off after ${length} of ${total} bytes`, true);
    return await cache.finish(address, target, validators, settings.now());
  } catch (error) {
    if (error instanceof AttemptError && !error.isPassing) await cache.dropPart(part);
    throw guard.signal.aborted ? new AttemptError(String(guard.signal.reason), true) : describeBreak(error);
  } finally {
    guard.end();
  }
}

/** Told of what is unpacked: a small answer can become one of any size. */
function tooLarge(most: number): AttemptError {
  const remedy = 'ask for fewer years or a smaller region, or give the file itself with "--file"';
  return new AttemptError(`the answer is larger than ${most / 1e6} MB`, false, null, false, remedy);
}

async function confirmKnown(
  known: CachedAnswer,
  cache: DownloadCache,
  { now }: DownloadSettings,
): Promise<CachedAnswer> {
  await cache.confirm(known, now());
  return known;
}

/** What is said beside the status is read, unless that fails too; a body left unread would hold the connection. */
async function refuse(response: Response, { now }: DownloadSettings): Promise<AttemptError> {
  const retryAfter = readRetryAfter(response.headers.get('retry-after'), now());
  const body = response.status < 500 ? await response.text().catch(() => '') : '';
  response.body?.cancel().catch(() => undefined);
  return describeStatus(response.status, retryAfter, body);
}

function writeHeaders(form: Form, known: CachedAnswer | null, part: PartialAnswer): Record<string, string> {
  const headers: Record<string, string> = { 'user-agent': 'wijkinformatie (import of open data)' };
  if (form === 'json') return { ...headers, accept: 'application/json', ...writeConditions(known) };
  headers['accept-encoding'] = 'identity';
  // A weak ETag does not promise the same bytes, so that a rest may not be asked for by it (RFC 9110, 13.1.5).
  const validator = part.etag?.startsWith('"') ? part.etag : part.lastModified;
  if (part.length > 0 && validator)
    return { ...headers, range: `bytes=${part.length}-`, 'if-range': validator };
  return { ...headers, ...writeConditions(known) };
}

function writeConditions(known: CachedAnswer | null): Record<string, string> {
  return {
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  };
}

function readValidators({ headers }: Response): Validators {
  return { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
}

function continues(response: Response, part: PartialAnswer): boolean {
  return response.headers.get('content-range')?.startsWith(`bytes ${part.length}-`) ?? false;
}

/** Of the whole file; null where it is not told, or told of the compressed form. */
function totalOf({ headers, status }: Response, before: number): number | null {
  const length = Number(headers.get('content-length') ?? Number.NaN);
  if (!Number.isInteger(length) || headers.has('content-encoding')) return null;
  return status === 206 ? before + length : length;
}

/** Appends the body to the part and gives the length of the part. What came stays when the rest does not. */
async function writeBody(
  response: Response,
  part: PartialAnswer,
  extend: () => void,
  onLength: (length: number) => void,
): Promise<number> {
  const file = await open(part.path, 'a');
  let length = part.length;
  try {
    for await (const piece of response.body ?? []) {
      extend();
      onLength(length + piece.length);
      await file.appendFile(piece);
      length += piece.length;
    }
    return length;
  } finally {
    await file.close();
  }
}

/** Ends a request whose answer does not begin, whose body stalls, or that takes too long in all. */
function guardTime({ answerTime, stallTime, wholeTime }: DownloadSettings) {
  const controller = new AbortController();
  const abort = (message: string) => () => controller.abort(message);
  let timer = setTimeout(abort(`no answer within ${answerTime / 1000} s`), answerTime);
  const whole = setTimeout(abort(`the answer was not whole within ${wholeTime / 60_000} minutes`), wholeTime);
  return {
    signal: controller.signal,
    extend() {
      clearTimeout(timer);
      timer = setTimeout(abort(`the answer stalled for ${stallTime / 1000} s`), stallTime);
    },
    end() {
      clearTimeout(timer);
      clearTimeout(whole);
    },
  };
}
