import { InputError, messageOf } from '../../geodata/problem.ts';
import { AbsentError } from '../../geodata/sources/live/source.ts';
import { readComplaint } from './complaint.ts';

/** An attempt that failed; what follows depends on whether it is worth another one. */
export class AttemptError extends Error {
  override readonly name = 'AttemptError';

  constructor(
    message: string,
    /** False where the same question will always get the same answer. */
    readonly isPassing: boolean,
    /** How long the service asks to be left alone (ms); null where it does not say. */
    readonly retryAfter: number | null = null,
    /** Whether the service said that it does not have what was asked for. */
    readonly isAbsent: boolean = false,
    /** The way out, where it is another than the usual. */
    readonly remedy: string | null = null,
  ) {
    super(message);
  }
}

/** Reads a `Retry-After` header, seconds or a date, as milliseconds from `now`; null where it says nothing usable. */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim();
  if (!text) return null;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** What an answer that is none means for the next attempt. `body` is what the service said beside the status. */
export function describeStatus(status: number, retryAfter: number | null, body: string): AttemptError {
  const isPassing = status >= 500 || status === 429 || status === 408;
  const complaint = readComplaint(body);
  const isAbsent = status === 404 || status === 410 || (!isPassing && (complaint?.isAbsent ?? false));
  const message = `the service answered ${status}${complaint ? ` (${complaint.message})` : ''}`;
  return new AttemptError(message, isPassing, retryAfter, isAbsent);
}

/** What an answer with status 200 that is none means. WFS refuses a question that way: it will refuse it again. */
export function describeAnswer(text: string): AttemptError {
  const complaint = text.trimStart().startsWith('<') ? readComplaint(text) : null;
  if (!complaint) return new AttemptError('the answer is no JSON, or breaks off', true);
  return new AttemptError(`the service refused (${complaint.message})`, false, null, complaint.isAbsent);
}

/** Why a request broke off, in words: fetch hides the reason in the cause of its error. */
export function describeBreak(error: unknown): AttemptError {
  if (error instanceof AttemptError) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = messageOf(cause);
  return new AttemptError(`the connection failed (${reason})`, true);
}

const laterRemedy =
  'try again later: what was fetched so far is kept, and the same command goes on from there';
const checkRemedy =
  'check the years, the region and the "--base" of the command: the service does not have this address';

/** The error that ends it all, with the way out. */
export function describeFailure(address: string, failure: AttemptError, attempts: number): InputError {
  const times = attempts > 1 ? `, the last of ${attempts} attempts` : '';
  const FailureError = failure.isAbsent ? AbsentError : InputError;
  return new FailureError({
    file: address,
    message: `${failure.message}${times}`,
    remedy: failure.remedy ?? (failure.isPassing ? laterRemedy : checkRemedy),
  });
}
