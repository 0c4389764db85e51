/** A message to the database stays below this many characters or bytes: the embedded one copies a message as it arrives. */
const largestChunk = 1_000_000;

/** Divides items into runs of at most `most`, each of at most about a megabyte by `size`; an item alone may be larger. */
export function* chunksOf<T>(
  items: readonly T[],
  most: number,
  size: (item: T) => number = () => 0,
): Generator<T[]> {
  let chunk: T[] = [];
  let total = 0;
  for (const item of items) {
    const itemSize = size(item);
    if (chunk.length > 0 && (chunk.length === most || total + itemSize > largestChunk)) {
      yield chunk;
      chunk = [];
      total = 0;
    }
    chunk.push(item);
    total += itemSize;
  }
  if (chunk.length > 0) yield chunk;
}

/** Collects items into runs of `most`, taking no more of them at a time. */
export function* batchesOf<T>(items: Iterable<T>, most: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
