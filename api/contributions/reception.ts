import { RequestProblem } from '../errors.ts';

/** The most bytes of a picture that is sent. */
export const mostPictureBytes = 15 * 1024 ** 2;

/** Reads the body of a request up to so many bytes, and stops reading where there are more: a problem 413. */
export async function receive(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new RequestProblem('too-large', `It may hold at most ${most / 1024 ** 2} MB: make it smaller first`);
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw tooLarge();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    bytes += part.value.length;
    if (bytes > most) {
      await reader?.cancel();
      throw tooLarge();
    }
    parts.push(part.value);
  }
  if (bytes === 0) throw new RequestProblem('unsupported', 'Nothing was sent: choose a file');
  return Buffer.concat(parts);
}
