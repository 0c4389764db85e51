import type { TaskName } from './tasks.ts';

/** To the worker. Inputs are copied, so that columns stay with the page, but for what is handed over. */
export type Request =
  | { readonly kind: 'start'; readonly id: number; readonly task: TaskName; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

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
