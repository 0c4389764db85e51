import { addressHere } from './seen-as.ts';

/**
 * Why an answer did not come: nobody answered, the server is starting or busy, the site is closed to who has not signed in, there is
 * no such thing, or it went wrong.
 */
export type FailureReason = 'unreachable' | 'starting' | 'closed' | 'not-found' | 'failed';

export class RequestFailure extends Error {
  constructor(
    readonly reason: FailureReason,
    message: string,
  ) {
    super(message);
    this.name = 'RequestFailure';
  }
}

const reasonsOfStatus: Readonly<Record<number, FailureReason>> = {
  401: 'closed',
  404: 'not-found',
  429: 'starting',
  502: 'unreachable',
  503: 'starting',
  504: 'unreachable',
};

/**
 * Waits for an answer and hands it on when it is a good one. Throws a RequestFailure that says why not; lets an
 * AbortError pass, since that is no failure.
 */
export async function expectAnswer<Answer extends { ok: boolean; status: number }>(
  answer: Promise<Answer>,
): Promise<Answer> {
  const arrived = await answer.catch((error: unknown) => {
    if (isAbort(error)) throw error;
    throw new RequestFailure('unreachable', String(error));
  });
  if (arrived.ok) return arrived;
  throw new RequestFailure(reasonsOfStatus[arrived.status] ?? 'failed', `answered ${arrived.status}`);
}

/** An answer as it was sent. Throws RequestFailure. */
export async function readBytes(address: string, abort: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await expectAnswer(fetch(addressHere(address), { signal: abort }));
  return new Uint8Array(await answer.arrayBuffer());
}

/** An answer as it was sent, not yet held by the page. Throws RequestFailure. */
export async function readBlob(address: string, abort: AbortSignal): Promise<Blob> {
  return (await expectAnswer(fetch(addressHere(address), { signal: abort }))).blob();
}

/** How many answers are waited for at once: what a browser holds open to one server. */
const atOnce = 6;

/** Reads something for each of `wishes`, a few at once; gives what was read in their order. */
export async function readInTurn<Wish, Answer>(
  wishes: readonly Wish[],
  read: (wish: Wish) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const rest = wishes.entries();
  const readRest = async () => {
    for (const [index, wish] of rest) answers[index] = await read(wish);
  };
  await Promise.all(Array.from({ length: atOnce }, readRest));
  return answers;
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
