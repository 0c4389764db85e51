import { Worker } from 'node:worker_threads';
import type {
  DocumentRefusalReason,
  DocumentType,
  TextExtent,
} from '../../../geodata/contribution/document.ts';
import { bootstrapWorker } from '../../../sql/worker-entry.ts';
import { DocumentRefusal } from './refusal.ts';

/** What the worker is told. */
export interface ReadingOrder {
  readonly path: string;
  /** Characters that are read at most, a little more than are kept. */
  readonly mostText: number;
}

/** What the worker says. */
export type ReadingMessage =
  | { readonly kind: 'read'; readonly type: DocumentType; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: DocumentRefusalReason };

/** A document that may be kept. */
export interface HarmlessDocument {
  readonly type: DocumentType;
  readonly text: string;
  readonly extent: TextExtent;
}

/** Bytes of text that are kept to be found: PostgreSQL indexes a megabyte at most, with where each word stands. */
const mostTextBytes = 300_000;

export const readingLimits = { seconds: 30, megabytes: 384 } as const;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Judges a file by its bytes, and reads the text of a document, in a worker with limits of time and memory; one after the
 * other, so that many that are sent at once take no more of the server than one. Throws DocumentRefusal.
 */
export function readDocument(
  path: string,
  limits: { seconds: number; megabytes: number } = readingLimits,
): Promise<HarmlessDocument> {
  const next = turn.then(() => readInWorker(path, limits));
  turn = next.catch(() => undefined);
  return next;
}

async function readInWorker(
  path: string,
  { seconds, megabytes }: { seconds: number; megabytes: number },
): Promise<HarmlessDocument> {
  const order: ReadingOrder = { path, mostText: mostTextBytes + 1 };
  const worker = new Worker(bootstrapWorker(new URL('./reading-worker.ts', import.meta.url)), {
    eval: true,
    execArgv: [],
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // It needs no setting of the server.
    env: {},
  });
  try {
    const { type, text } = await waitFor(worker, seconds);
    const kept = cut(text);
    const extent = kept.trim() === '' ? 'none' : kept.length < text.length ? 'part' : 'whole';
    return { type, text: kept, extent };
  } finally {
    await worker.terminate();
  }
}

function waitFor(worker: Worker, seconds: number): Promise<Extract<ReadingMessage, { kind: 'read' }>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DocumentRefusal('too-slow')), seconds * 1000);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    worker.once('message', (message: ReadingMessage) =>
      settle(() =>
        message.kind === 'read' ? resolve(message) : reject(new DocumentRefusal(message.reason)),
      ),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      settle(() =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DocumentRefusal('too-slow') : error),
      ),
    );
    worker.once('exit', () => settle(() => reject(new DocumentRefusal('too-slow'))));
  });
}

/** The beginning of a text, whole characters that take so many bytes at most. */
function cut(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= mostTextBytes) return text;
  return bytes
    .subarray(0, mostTextBytes)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
}
