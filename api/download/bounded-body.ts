/** The bytes of an answer, up to so many of them; throws what `refuse` gives where there are more. */
export async function readBounded(response: Response, most: number, refuse: () => Error): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) throw refuse();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
