import { RequestProblem } from '../errors.ts';

/** The most bytes of a picture that is sent. */
export const mostPictureBytes = 15 * 1024 ** 2;

/** Reads the body of a request up to so many bytes, and stops reading where there are more: a problem 413. */
export async function receive(request: Request, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of receiveParts(request, most)) parts.push(part);
  return Buffer.concat(parts);
}

/** The same part by part. Throws a problem 400 where the sender stops before the end. */
export async function* receiveParts(request: Request, most: number): AsyncGenerator<Uint8Array> {
  const tooLarge = () =>
    new RequestProblem('too-large', `It may hold at most ${most / 1024 ** 2} MB: make it smaller first`);
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw tooLarge();
  let bytes = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch(() => {
      throw new RequestProblem('invalid-parameter', 'It was cut off while it was sent: send it again');
    });
    if (!part || part.done) break;
    bytes += part.value.length;
    if (bytes > most) {
      await reader?.cancel();
      throw tooLarge();
    }
    yield part.value;
  }
  if (bytes === 0) throw new RequestProblem('unsupported', 'Nothing was sent: choose a file');
}
