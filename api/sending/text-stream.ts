import { keepWork } from '../../sql/queue/work.ts';

/**
 * Sends texts one after the other as the client takes them, never one ahead. The first is made at once, so that what fails
 * at the start still becomes a problem. Whoever made them is told when the client goes.
 */
export async function streamTexts(
  texts: AsyncGenerator<string, undefined>,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let first: IteratorResult<string, undefined> | null = await texts.next();
  const pull = keepWork(async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const next = first ?? (await texts.next());
    first = null;
    if (next.done) return controller.close();
    controller.enqueue(encoder.encode(next.value));
  });
  const cancel = async () => {
    await texts.return(undefined);
  };
  return new ReadableStream({ pull, cancel }, { highWaterMark: 0 });
}
