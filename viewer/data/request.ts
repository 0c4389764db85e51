/** Why an answer did not come: nobody answered, the server is starting, there is no such thing, or it went wrong. */
export type FailureReason = 'unreachable' | 'starting' | 'not-found' | 'failed';

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
  404: 'not-found',
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
  const answer = await expectAnswer(fetch(address, { signal: abort }));
  return new Uint8Array(await answer.arrayBuffer());
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
