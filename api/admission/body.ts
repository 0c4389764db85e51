import { OverloadError } from '../../sql/queue/work.ts';

interface Following {
  /** Of the caller. */
  readonly signal: AbortSignal;
  /** Ends the work behind the body. */
  readonly ending: AbortController;
  /** It may take so long, milliseconds. */
  readonly longest: number;
  readonly onEnd: () => void;
}

/** The same body, which breaks off when its time is over, and tells when it has ended in whatever way. */
export function followBody(
  body: ReadableStream<Uint8Array>,
  { signal, ending, longest, onEnd }: Following,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const finish = () => {
    clearTimeout(timer);
    onEnd();
  };
  const stop = async (reason: unknown) => {
    finish();
    ending.abort(reason);
    await reader.cancel(reason).catch(() => undefined);
  };
  let overdue: Error | null = null;
  const timer = setTimeout(() => {
    overdue = new OverloadError('The answer took too long to send');
    void stop(overdue);
  }, longest);
  signal.addEventListener('abort', () => void stop(signal.reason), { once: true });
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (overdue) throw overdue;
          if (!done) return controller.enqueue(value);
          finish();
          controller.close();
        } catch (error) {
          finish();
          controller.error(error);
        }
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
}
