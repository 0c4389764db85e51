import type { TaskName } from './tasks.ts';

/** To the worker. Inputs are copied, so that columns stay with the page, but for what is handed over. */
export type Request =
  | { readonly kind: 'start'; readonly id: number; readonly task: TaskName; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

/**
 * An input as it is sent. What came from the server may stay in its blob, which the worker opens: only to hold so many bytes
 * would take the page longer than it may.
 */
export type Sendable<Value> = Value extends Uint8Array
  ? Value | Blob
  : Value extends ArrayBufferView | readonly number[]
    ? Value
    : Value extends object
      ? { readonly [Name in keyof Value]: Sendable<Value[Name]> }
      : Value;

/** An input with the bytes of the blobs that lie in it. */
export async function openBlobs(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return new Uint8Array(await value.arrayBuffer());
  if (Array.isArray(value)) return Promise.all(value.map(openBlobs));
  if (!isRecord(value)) return value;
  const parts = Object.entries(value).map(async ([name, part]) => [name, await openBlobs(part)] as const);
  return Object.fromEntries(await Promise.all(parts));
}

/** Whether blobs may lie in it: not in arrays of numbers, maps and the like. */
function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** From the worker. The arrays of a result are handed over, not copied. */
export type Reply =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

/** The memory of every array in a result, each once. */
export function listBuffers(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) listBuffers(part, found);
  return found;
}
